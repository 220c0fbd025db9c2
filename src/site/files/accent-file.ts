import { accentPath, firstAccent } from '../accent.js';
import type { Site } from '../site.js';
import { type PlainFile, textFile } from './plain-file.js';

/** The group's own accent, in a file of its own: so the large stylesheet, and all code of the pages, is the same in every site. */
export function accentFiles({ accent }: Pick<Site, 'accent'>): PlainFile[] {
	// Astro puts the large one behind it, which is why this one has to say more than `:root`.
	return accent === firstAccent ? [] : [textFile(accentPath, () => `html:root{--accent-hue:${accent}}\n`)];
}
