import { kinds } from '../../schema/kinds.js';
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

/** The home page: who we are, what we hold, what changed, how to copy us. */
export interface HomeView {
	page: PageView;
	group: { name: string; lead?: string | undefined; glance: Fact[]; more: Fact[]; html: string };
	/** Where to begin, when the group has not introduced itself. */
	opening?: { card: Card; words?: string | undefined } | undefined;
	holdings: { label: string; href: string; count: string; about: string }[];
	changed: Card[];
	/** Empty for a handbook too large to list on one page. */
	contents: ContentsLine[];
}

const mostChanged = 5;
const mostContents = 150;

/** Everything the home page says. */
export function homeView(site: HandbookSite): HomeView {
	const { group, entries } = site.handbook;
	const { name, purpose, summary } = group.fields;
	const [first] = entries;
	const silent = purpose === undefined && summary === undefined && group.text.html === '';
	return {
		page: pageView(site, { title: '', description: summary ?? purpose, path: '', feeds: true, jsonLd: groupJsonLd(group.fields, site.publication.url) }),
		group: { name, lead: purpose ?? summary, ...groupFacts(group.fields, site), html: group.text.html },
		opening: silent && first ? { card: cardOf(first, site), words: first.fields.summary ?? firstWords(first.text.text, 320) } : undefined,
		holdings: holdingsOf(site),
		changed: latestFirst(entries)
			.slice(0, mostChanged)
			.map((entry) => cardOf(entry, site)),
		contents: entries.length <= mostContents ? contentsLines(site, { whole: false }) : [],
	};
}

function holdingsOf(site: Site): HomeView['holdings'] {
	return kinds.flatMap((kind) => {
		const count = site.byKind.get(kind)?.length ?? 0;
		if (count === 0) return [];
		const { many, about } = site.strings.kinds[kind];
		return [{ label: many, href: hrefOfKind(site, kind), count: countText(site.lang, count, site.strings.lists.count), about }];
	});
}
