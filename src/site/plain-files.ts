import { byteHash } from '../lib/text-hash.js';
import { copyParts, copyPath, copyText } from '../output/copy-text.js';
import { sourcePath } from '../output/print.js';
import type { HandbookSite } from './handbook-site.js';
import { homeOf } from './homes.js';
import { keyOf } from './page-keys.js';
import type { Site } from './site.js';

/** A file of a site that is no page: it is written as it is, without Astro. */
export interface PlainFile {
	/** Where it stands, below the base. */
	path: string;
	/** Stands for what is in it: two files with the same key have the same bytes. */
	key(): string;
	content(): string | Uint8Array;
}

/** Beside every text its source, and one that is ready for another handbook. Components belong to the handbook that they are in. */
export function sourceFiles(site: Site): PlainFile[] {
	return site.entries.flatMap((entry) => {
		const source: PlainFile = { path: sourcePath(entry), key: () => keyOf(entry.source), content: () => entry.source };
		if (entry.syntax !== 'md') return [source];
		const home = homeOf(entry, site);
		return [source, { path: copyPath(entry), key: () => keyOf(copyParts(entry, home)), content: () => copyText(entry, home) }];
	});
}

/** Every file that a visible text shows or links to, byte for byte. */
export function mediaFiles({ handbook }: HandbookSite): PlainFile[] {
	return handbook.assets.map(({ name, bytes }) => ({ path: `media/${name}`, key: () => byteHash(bytes), content: () => bytes }));
}
