import { dirname, join } from 'node:path/posix';
import { joinSource, splitSource } from '../../merge/source-parts.js';
import { applyEdits, type Edit } from '../edits.js';
import { findLinks } from '../find-links.js';
import { parseMarkdown } from '../parse-markdown.js';
import { linkEdit } from '../plan-links.js';
import { isExternal, splitAddress } from '../source-targets.js';

/** Where each text and file of an import is now, by the path below `content/` that the import gave it. */
export type PlacesNow = ReadonlyMap<string, string>;

/** A text as the import would have written it, had it known where the author wants it and all that it links to. */
export function relink(source: string, from: string, places: PlacesNow): string {
	const parts = splitSource(source);
	if (!parts || [...places].every(([then, now]) => then === now)) return source;
	const edits = findLinks(parseMarkdown(parts.body), parts.body).flatMap((link): Edit[] => {
		const { path } = splitAddress(link.address);
		if (!path || isExternal(link.address)) return [];
		const leadsTo = path.startsWith('/') ? path.slice(1) : join(dirname(from), path);
		const edit = places.has(leadsTo) ? linkEdit({ ...link, leadsTo, wasWeb: false }, from, places) : undefined;
		return edit ? [edit] : [];
	});
	return joinSource({ ...parts, body: applyEdits(parts.body, edits) });
}
