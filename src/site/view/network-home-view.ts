import { kinds } from '../../schema/kinds.js';
import { countText } from '../../strings/index.js';
import type { NetworkSite } from '../network-site.js';
import { hrefOfKind } from '../site.js';
import { type Card, cardOf } from './card.js';
import { type GroupCard, groupCards } from './group-cards.js';
import { latestFirst } from './last-change.js';
import { type PageView, pageView } from './page-view.js';

/** The home page of a network: search, what is new, who is in. */
export interface NetworkHomeView {
	page: PageView;
	lead?: string | undefined;
	/** About the network; safe HTML. */
	html: string;
	holdings: { label: string; href: string; count: string; about: string }[];
	topics: { tag: string; slug: string }[];
	fresh: Card[];
	groups: GroupCard[];
	groupCount: string;
	/** Where groups ask to join. */
	join?: string | undefined;
}

const mostFresh = 8;
const mostFromOneGroup = 2;
const mostGroups = 24;
const mostTopics = 24;

/** Everything the home page of a network says. */
export function networkHomeView(site: NetworkSite): NetworkHomeView {
	const { strings, lang, network } = site;
	const { summary, purpose, repo } = network.host.fields;
	const groups = groupCards(site);
	return {
		page: pageView(site, { title: '', description: summary ?? purpose, path: '', feeds: true }),
		lead: purpose ?? summary,
		html: network.host.text.html,
		holdings: kinds.flatMap((kind) => {
			const count = site.byKind.get(kind)?.length ?? 0;
			const { many } = strings.kinds[kind];
			return count === 0 ? [] : [{ label: many, href: hrefOfKind(site, kind), count: countText(lang, count, strings.lists.count), about: strings.network.kinds[kind] }];
		}),
		topics: [...site.topics.values()]
			.sort((a, b) => b.entries.length - a.entries.length || (a.slug < b.slug ? -1 : 1))
			.slice(0, mostTopics)
			.sort((a, b) => a.tag.localeCompare(b.tag, lang)),
		fresh: freshCards(site),
		groups: groups.slice(0, mostGroups),
		groupCount: countText(lang, groups.length, strings.network.groups),
		join: repo,
	};
}

/** The latest changes, of no group more than two: a group that has just joined brings many. */
function freshCards(site: NetworkSite): Card[] {
	const shown = new Map<string, number>();
	return latestFirst(site.entries)
		.filter(({ mirrorOf }) => {
			const member = mirrorOf?.member ?? '';
			const before = shown.get(member) ?? 0;
			shown.set(member, before + 1);
			return before < mostFromOneGroup;
		})
		.slice(0, mostFresh)
		.map((entry) => cardOf(entry, site));
}
