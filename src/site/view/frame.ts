import type { Site } from '../site.js';

/** What all pages of a site have in common, as plain data. A page shows this and its own view, and nothing else of the site. */
export type Frame = Pick<Site, 'name' | 'lang' | 'dir' | 'base' | 'strings' | 'print' | 'licence'>;

/** The frame of a site's pages. */
export function frameOf({ name, lang, dir, base, strings, print, licence }: Site): Frame {
	return { name, lang, dir, base, strings, print, licence };
}
