import type { Site } from '../site.js';
import { type EntryView, entryView } from './entry-view.js';
import type { FactLink } from './fact.js';
import { firstWords } from './first-words.js';
import { entryJsonLd } from './json-ld.js';
import { type PageView, pageView } from './page-view.js';

/** An entry's address, or a former one that leads to it. */
export interface EntryPath {
	params: { id: string };
	props: { id: string; movedFrom?: string };
}

/** Addresses of every entry, and of every id that an entry had before. Introductions stand on their kind's list. */
export function entryPaths({ entries, redirects }: Site): EntryPath[] {
	return [
		...entries.filter(({ introduces }) => !introduces).map(({ id }) => ({ params: { id }, props: { id } })),
		...redirects.map(({ from, to }) => ({ params: { id: from }, props: { id: to, movedFrom: from } })),
	];
}

/** What stands at one of these addresses: the entry, or a word that it has moved. */
export function entryPage({ id, movedFrom }: EntryPath['props'], site: Site): { page: PageView; view?: EntryView; movedTo?: FactLink } {
	const entry = site.byId.get(id);
	if (!entry) throw new Error(`There is no entry “${id}”.`);
	const view = entryView(entry, site);
	if (movedFrom !== undefined) {
		return { page: pageView(site, { title: site.strings.site.redirect, path: `${movedFrom}/`, noindex: true }), movedTo: { label: entry.title, href: `${site.base}${id}/`, lang: entry.lang } };
	}
	return {
		page: pageView(site, {
			title: entry.title,
			description: entry.fields.summary ?? firstWords(entry.text.text, 160),
			path: `${id}/`,
			kind: 'article',
			section: entry.kind,
			noindex: entry.mirrorOf !== undefined && site.unlisted,
			home: entry.mirrorOf?.url,
			jsonLd: entryJsonLd(entry, site),
		}),
		view,
	};
}
