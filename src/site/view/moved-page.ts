import { isFileAddress } from '../../lib/former-address.js';
import { textDirection } from '../../lib/language.js';
import type { MovedPage } from '../../output/moved-page.js';
import { hrefOfEntry, type Site } from '../site.js';

/** The address of a file that a former page was. */
export interface FormerPagePath {
	params: { former: string };
	/** Id of the text that it leads to. */
	props: { id: string };
}

/** Addresses of files that texts had before, as other programs name them. */
export function formerPagePaths({ redirects }: Site): FormerPagePath[] {
	return redirects.filter(({ from }) => isFileAddress(from)).map(({ from, to }) => ({ params: { former: from.replace(/\.html$/, '') }, props: { id: to } }));
}

/** What stands at such an address. */
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
