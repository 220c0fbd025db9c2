import { textDirection } from '../../lib/language.js';
import type { MovedPage } from '../../output/moved-page.js';
import { hrefOfEntry, type Site } from '../site.js';

/** What stands at the address of a file that a text had in another program; `id` is that of the text. */
export function movedPage(id: string, site: Site): MovedPage {
	const entry = site.byId.get(id);
	if (!entry) throw new Error(`There is no entry “${id}”.`);
	const href = hrefOfEntry(site, entry);
	return {
		lang: site.lang,
		dir: site.dir,
		heading: site.strings.site.redirect,
		words: site.strings.site.redirectText,
		link: { title: entry.title, lang: entry.lang, dir: textDirection(entry.lang), href, canonical: new URL(hrefOfEntry({ base: '' }, entry), site.publication.url).href },
	};
}
