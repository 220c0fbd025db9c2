import { isFileAddress } from '../../lib/former-address.js';
import type { Tombstone } from '../../schema/tombstone.js';
import type { Site } from '../site.js';
import { type EntryView, entryView } from './entry-view.js';
import type { FactLink } from './fact.js';
import { firstWords } from './first-words.js';
import { entryJsonLd } from './json-ld.js';
import { type PageView, pageView } from './page-view.js';
import { type WithdrawnView, withdrawnView } from './withdrawn-view.js';

/** An entry's address, a former one that leads to it, or that of a text which was withdrawn. */
export interface EntryPath {
	params: { id: string };
	props: { id: string; movedFrom?: string; withdrawn?: Tombstone };
}

/** Addresses of every entry, of every page that an entry had before, and of every text that was withdrawn. Introductions stand on their kind's list. */
export function entryPaths({ entries, redirects, tombstones }: Site): EntryPath[] {
	return [
		...entries.filter(({ introduces }) => !introduces).map(({ id }) => ({ params: { id }, props: { id } })),
		...redirects.filter(({ from }) => !isFileAddress(from)).map(({ from, to }) => ({ params: { id: from }, props: { id: to, movedFrom: from } })),
		...tombstones.map((withdrawn) => ({ params: { id: withdrawn.id }, props: { id: withdrawn.id, withdrawn } })),
	];
}

/** What stands there: one of the three. */
export interface EntryPage {
	page: PageView;
	view?: EntryView;
	movedTo?: FactLink;
	withdrawn?: WithdrawnView;
}

/** What stands at one of these addresses: the entry, or a word that it has moved or was withdrawn. */
export function entryPage({ id, movedFrom, withdrawn }: EntryPath['props'], site: Site): EntryPage {
	if (withdrawn) return { page: pageView(site, { title: site.strings.withdrawn.title, path: `${id}/`, noindex: true }), withdrawn: withdrawnView(withdrawn, site) };
	const entry = site.byId.get(id);
	if (!entry) throw new Error(`There is no entry “${id}”.`);
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
		view: entryView(entry, site),
	};
}
