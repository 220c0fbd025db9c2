import type { Entry } from '../../handbook/handbook.js';
import { textDirection } from '../../lib/language.js';
import { type Kind, kindFolders, kinds } from '../../schema/kinds.js';
import { countText } from '../../strings/index.js';
import { hrefOfKind, isEmptyKind, type Site } from '../site.js';
import { type Card, cardOf } from './card.js';
import { type ContentsLine, contentsLines } from './contents-view.js';
import { type PageView, pageView } from './page-view.js';

/** The list of a kind. */
export interface ListView {
	page: PageView;
	title: string;
	about: string;
	/** The text of the kind's own README. */
	introduction?: { html: string; titleId?: string | undefined; lang: string; dir: 'ltr' | 'rtl' } | undefined;
	cards: Card[];
	/** In place of cards, where the group has put its pages into sections. */
	contents?: ContentsLine[] | undefined;
	count: string;
}

/** Everything the list of a kind says. */
export function listView(kind: Kind, site: Site): ListView {
	const entries = site.byKind.get(kind) ?? [];
	const introduction = site.introductions.get(kind);
	const { many, about } = site.strings.kinds[kind];
	const title = introduction?.title ?? many;
	return {
		page: pageView(site, { title, description: introduction?.fields.summary ?? about, path: `${kindFolders[kind]}/`, section: kind, noindex: isEmptyKind(site, kind) }),
		title,
		about: introduction?.fields.summary ?? about,
		introduction: introduction && { html: introduction.text.html, titleId: introduction.text.titleId, lang: introduction.lang, dir: textDirection(introduction.lang) },
		cards: entries.filter((entry) => !standsUnderAnother(entry, site)).map((entry) => cardOf(entry, site)),
		contents: kind === 'page' && site.handbook.contents.some(({ type }) => type === 'section') ? contentsLines(site, { keep: (entry) => entry.kind === 'page' && !entry.introduces }) : undefined,
		count: countText(site.lang, entries.length, site.strings.lists.count),
	};
}

/** True for a page that a reader gets to from the pages above it. From pages that are each other's parents nobody gets anywhere. */
function standsUnderAnother(entry: Entry, { byId }: Site): boolean {
	const seen = new Set<Entry>();
	let above: Entry | undefined = entry;
	while (above && !seen.has(above)) {
		seen.add(above);
		above = above.kind === 'page' ? byId.get(above.fields.parent ?? '') : undefined;
	}
	return above === undefined && seen.size > 1;
}

/** The lists of all kinds that hold something, for pages where a reader is lost. */
export function kindLines(site: Site): ContentsLine[] {
	return kinds.filter((kind) => (site.byKind.get(kind)?.length ?? 0) > 0).map((kind) => ({ label: site.strings.kinds[kind].many, href: hrefOfKind(site, kind), items: [] }));
}
