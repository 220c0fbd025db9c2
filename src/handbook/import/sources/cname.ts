import { decodeText } from '../decode-text.js';
import type { SourceFolder } from '../source-folder.js';

/** The host that the file `CNAME` names, by which GitHub Pages knows where it publishes. */
export function hostOfCname(folder: SourceFolder): string | undefined {
	const host = folder.files.includes('CNAME') ? decodeText(folder.bytes('CNAME'))?.text.trim() : undefined;
	return host !== undefined && /^[\w-]+(?:\.[\w-]+)+$/.test(host) ? host.toLowerCase() : undefined;
}
