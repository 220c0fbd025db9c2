import { keyOf } from '../../lib/key-of.js';
import { byteHash } from '../../lib/text-hash.js';
import { copyParts, copyPath, copyText } from '../../output/copy-text.js';
import { sourcePath } from '../../output/print.js';
import { homeOf } from '../homes.js';
import type { Site } from '../site.js';
import type { PlainFile } from './plain-file.js';

/** Beside every text its source, and one that is ready for another handbook. Components belong to the handbook that they are in. */
export function sourceFiles(site: Site): PlainFile[] {
	return site.entries.flatMap((entry) => {
		const source: PlainFile = { path: sourcePath(entry), key: () => byteHash(entry.source), content: () => entry.source };
		if (entry.syntax !== 'md') return [source];
		const home = homeOf(entry, site);
		return [source, { path: copyPath(entry), key: () => keyOf(copyParts(entry, home)), content: () => copyText(entry, home) }];
	});
}
