import { textDirection } from '../../lib/language.js';
import type { Entry } from '../../markdown/entry.js';
import { type Kind, kindFolders, kinds } from '../../schema/kinds.js';
import { countText } from '../../strings/index.js';
import { hrefOfKind, isEmptyKind, type Site } from '../site.js';
import { type Card, splitCards } from './card.js';
import { type ContentsLine, contentsLines } from './contents-view.js';
import { inReadingOrder } from './last-change.js';
import { inUseFirst } from './out-of-use-view.js';
import { type PageView, pageView } from './page-view.js';
import { furtherPages, itemsOnPage, type Paging, pagingOf, pathOfPage } from './paging.js';
import { datedDecisions, type TimelineYear, timelineOf } from './timeline-view.js';

/** The list of a kind. */
export interface ListView {
	page: PageView;
	title: string;
	about: string;
	/** The text of the kind's own README. */
	introduction?: { html: string; titleId?: string | undefined; lang: string; dir: 'ltr' | 'rtl' } | undefined;
	cards: Card[];
	/** Those of texts that are no longer in use, after all others. */
	past: Card[];
	/** In place of cards, where the group has put its pages into sections. */
	contents?: ContentsLine[] | undefined;
	/** In place of cards, for the decisions of a handbook. */
	timeline?: TimelineYear[] | undefined;
	count: string;
	paging: Paging;
}

/** One page of the list of a kind. */
export function listView(kind: Kind, site: Site, number = 1): ListView {
	const entries = site.byKind.get(kind) ?? [];
	const introduction = site.introductions.get(kind);
	const listed = listedEntries(kind, site);
	const shown = itemsOnPage(listed, number);
	const decisions = hasTimeline(kind, site) ? datedDecisions(site) : undefined;
	const path = kindFolders[kind];
	const { many } = site.strings.kinds[kind];
	const about = entries.some(({ mirrorOf }) => mirrorOf) ? site.strings.network.kinds[kind] : site.strings.kinds[kind].about;
	const title = introduction?.title ?? many;
	return {
		page: pageView(site, {
			title,
			description: introduction?.fields.summary ?? about,
			path: `${pathOfPage(path, number)}/`,
			section: kind,
			feeds: true,
			noindex: number > 1 || isEmptyKind(site, kind),
		}),
		title,
		about: introduction?.fields.summary ?? about,
		introduction: introduction && number === 1 ? { html: introduction.text.html, titleId: introduction.text.titleId, lang: introduction.lang, dir: textDirection(introduction.lang) } : undefined,
		...splitCards(shown, site),
		timeline: decisions && timelineOf(itemsOnPage(decisions, number), site),
		paging: pagingOf(path, decisions?.length ?? listed.length, number, site),
		contents: inSections(kind, site) ? contentsLines(site, { keep: (entry) => entry.kind === 'page' && !entry.introduces }) : undefined,
		count: decisions ? countText(site.lang, decisions.length, site.strings.timeline.count) : countText(site.lang, entries.length, site.strings.lists.count),
	};
}

/** The pages of lists after the first of each. */
export function furtherListPages(site: Site): { params: { list: string; number: string }; props: { kind: Kind; number: number } }[] {
	return kinds.flatMap((kind) =>
		furtherPages(hasTimeline(kind, site) ? datedDecisions(site).length : listedEntries(kind, site).length).map((number) => ({
			params: { list: kindFolders[kind], number: String(number) },
			props: { kind, number },
		})),
	);
}

/** The entries that a list shows as cards. */
function listedEntries(kind: Kind, site: Site): Entry[] {
	if (inSections(kind, site) || hasTimeline(kind, site)) return [];
	const entries = inReadingOrder(
		(site.byKind.get(kind) ?? []).filter((entry) => !standsUnderAnother(entry, site)),
		site,
	);
	return inUseFirst(entries);
}

/** True for the decisions of a handbook. Those of many groups have no story in common. */
function hasTimeline(kind: Kind, { contents }: Site): boolean {
	return kind === 'decision' && contents.length > 0;
}

/** True where the group has put its pages into sections. */
function inSections(kind: Kind, { contents }: Site): boolean {
	return kind === 'page' && contents.some(({ type }) => type === 'section');
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
