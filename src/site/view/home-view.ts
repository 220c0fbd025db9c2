import { comparePartialDates } from '../../lib/partial-date.js';
import type { Entry } from '../../markdown/entry.js';
import { type Kind, kinds } from '../../schema/kinds.js';
import { countText } from '../../strings/index.js';
import type { HandbookSite } from '../handbook-site.js';
import { hrefOfKind, type Site } from '../site.js';
import { type Card, cardOf } from './card.js';
import { type ContentsLine, contentsLines } from './contents-view.js';
import type { Fact } from './fact.js';
import { firstWords } from './first-words.js';
import { groupFacts } from './group-facts.js';
import { groupJsonLd } from './json-ld.js';
import { latestFirst } from './last-change.js';
import { type PageView, pageView } from './page-view.js';
import { dueLines, type ReviewLine } from './review-view.js';
import { type YearPicture, yearPicture } from './year-picture.js';

/** A part of the home page: a few texts, and the way to all of them. */
export interface HomeSection {
	title: string;
	lead?: string | undefined;
	cards: Card[];
	/** True when the texts are of several kinds. */
	mixed: boolean;
	more?: { label: string; href: string } | undefined;
}

/** The home page answers in a minute: who we are, what we agreed, how we decide, what we are trying, what we learned, what changed, how to copy us. */
export interface HomeView {
	page: PageView;
	group: { name: string; lead?: string | undefined; glance: Fact[]; more: Fact[]; html: string };
	/** Where to begin, when the group has not introduced itself. */
	opening?: { card: Card; words?: string | undefined } | undefined;
	agreed?: HomeSection | undefined;
	deciding?: HomeSection | undefined;
	trying?: HomeSection | undefined;
	learned?: HomeSection | undefined;
	/** What is to be looked at next, the first first. */
	due: ReviewLine[];
	/** Agreements adopted, reviewed and retired over time. */
	picture?: YearPicture | undefined;
	holdings: { label: string; href: string; count: string; about: string }[];
	changed: Card[];
	/** Empty for a handbook too large to list on one page. */
	contents: ContentsLine[];
}

const mostOfSection = 4;
const mostDue = 3;
const mostChanged = 5;
const mostContents = 150;

/** Everything the home page says. */
export function homeView(site: HandbookSite): HomeView {
	const { group, entries } = site.handbook;
	const { name, purpose, summary } = group.fields;
	const [first] = entries;
	const sections = sectionsOf(site, group.fields.decisionMethod);
	const contents = entries.length <= mostContents ? contentsLines(site, { whole: false }) : [];
	const facts = groupFacts(group.fields, site);
	const silent = purpose === undefined && summary === undefined && group.text.html === '';
	return {
		page: pageView(site, { title: '', description: summary ?? purpose, path: '', feeds: true, jsonLd: groupJsonLd(group.fields, site.publication.url) }),
		group: { name, lead: purpose ?? summary, glance: facts.glance, more: facts.more.filter(({ key }) => key !== 'decisionMethod' || !sections.deciding), html: group.text.html },
		opening: silent && first ? { card: cardOf(first, site), words: first.fields.summary ?? firstWords(first.text.text, 320) } : undefined,
		...sections,
		due: dueLines(site.reviews.due, site).slice(0, mostDue),
		picture: yearPicture(entries, site),
		holdings: holdingsOf(site),
		changed: latestFirst(entries)
			.slice(0, mostChanged)
			.map((entry) => cardOf(entry, site)),
		contents,
	};
}

/** What of the group's texts answers which question. A question that nothing answers is not asked. */
function sectionsOf(site: Site, decisionMethod: string | undefined): Pick<HomeView, 'agreed' | 'deciding' | 'trying' | 'learned'> {
	const { home } = site.strings;
	const of = <K extends Kind>(kind: K): Extract<Entry, { kind: K }>[] => (site.byKind.get(kind) ?? []) as Extract<Entry, { kind: K }>[];
	const agreements = of('agreement');
	const holding = agreements.filter(({ fields: { status } }) => status === undefined || status === 'adopted');
	const trying = agreements.filter(({ fields: { status } }) => status === 'trial' || status === 'proposed');
	const open = of('decision').filter(({ fields: { status } }) => status === 'open');
	const decided = latestBy(of('decision'), ({ fields }) => fields.date).filter(({ fields: { status } }) => status !== 'open');
	const stories = latestBy(of('story'), ({ fields }) => fields.ended ?? fields.started);
	return {
		agreed: sectionOf(site, { title: home.agreed, entries: holding, kind: 'agreement' }),
		deciding: sectionOf(site, { title: home.deciding, lead: decisionMethod, entries: decided.slice(0, 2), kind: 'decision' }),
		trying: sectionOf(site, { title: home.trying, entries: [...open, ...trying], kind: 'agreement' }),
		learned: sectionOf(site, { title: home.learned, entries: stories.slice(0, 3), kind: 'story' }),
	};
}

function sectionOf(site: Site, { title, lead, entries, kind }: { title: string; lead?: string | undefined; entries: readonly Entry[]; kind: Kind }): HomeSection | undefined {
	if (entries.length === 0) return undefined;
	const all = site.byKind.get(kind)?.length ?? 0;
	const shown = entries.slice(0, mostOfSection);
	return {
		title,
		lead,
		cards: shown.map((entry) => cardOf(entry, site)),
		mixed: new Set(shown.map((entry) => entry.kind)).size > 1,
		more: all > shown.length ? { label: `${site.strings.kinds[kind].many} (${countText(site.lang, all, site.strings.lists.count)})`, href: hrefOfKind(site, kind) } : undefined,
	};
}

/** The latest first; those without a date stay in their order behind them. */
function latestBy<E extends Entry>(entries: readonly E[], dateOf: (entry: E) => string | undefined): E[] {
	return entries.toSorted((a, b) => comparePartialDates(dateOf(b) ?? '', dateOf(a) ?? ''));
}

function holdingsOf(site: Site): HomeView['holdings'] {
	return kinds.flatMap((kind) => {
		const count = site.byKind.get(kind)?.length ?? 0;
		if (count === 0) return [];
		const { many, about } = site.strings.kinds[kind];
		return [{ label: many, href: hrefOfKind(site, kind), count: countText(site.lang, count, site.strings.lists.count), about }];
	});
}
