import { accentHref } from '../accent.js';
import type { Site } from '../site.js';

/** What all pages of a site have in common, as plain data. A page shows this and its own view, and nothing else of the site. */
export interface Frame extends Pick<Site, 'name' | 'lang' | 'dir' | 'base' | 'strings' | 'print' | 'licence'> {
	/** The stylesheet with the group's own accent, where it has one. */
	accentHref?: string | undefined;
}

/** The frame of a site's pages. */
export function frameOf(site: Site): Frame {
	const { name, lang, dir, base, strings, print, licence } = site;
	return { name, lang, dir, base, strings, print, licence, accentHref: accentHref(site) };
}
