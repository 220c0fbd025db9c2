import { readableAddress } from '../../lib/readable-address.js';
import type { Member } from '../../network/network.js';
import type { NetworkSite } from '../network-site.js';
import { type Card, cardOf } from './card.js';
import type { Fact, FactLink } from './fact.js';
import { FactWriter } from './fact-writer.js';
import { groupFacts } from './group-facts.js';
import { groupJsonLd } from './json-ld.js';
import { type MemberStanding, memberName, standingOf } from './member-standing.js';
import { type PageView, pageView } from './page-view.js';

/** The page of one group of a network. */
export interface GroupView {
	page: PageView;
	name: string;
	lead?: string | undefined;
	/** Its handbook. */
	home: { label: string; href: string };
	glance: Fact[];
	more: Fact[];
	standing: MemberStanding;
	/** Its texts, by kind. */
	sections: { title: string; cards: Card[] }[];
	/** True for an index of other handbooks. */
	isIndex: boolean;
	quarantined: (FactLink & { reason: string })[];
	stubs: FactLink[];
	withdrawn: { id: string; date: string; reason?: string | undefined }[];
}

/** Everything the page of a group says. */
export function groupView(member: Member, site: NetworkSite): GroupView {
	const { strings } = site;
	const { handbook, url, type, note } = member;
	const say = new FactWriter(site);
	const facts = handbook ? groupFacts(handbook.group, site) : { glance: [], more: [] };
	const via = member.via === undefined ? undefined : site.members.get(member.via);
	const name = memberName(member);
	return {
		page: pageView(site, {
			title: name,
			description: handbook?.group.summary ?? handbook?.group.purpose,
			path: `groups/${member.id}/`,
			section: 'groups',
			jsonLd: handbook && groupJsonLd(handbook.group, url),
		}),
		name,
		lead: handbook?.group.purpose ?? handbook?.group.summary,
		home: { label: readableAddress(url), href: url },
		glance: [...facts.glance, ...say.date('hereSince', member.since)],
		more: [...say.text('note', note), ...facts.more, ...say.references('repo', handbook?.group.repo ? [handbook.group.repo] : undefined), ...say.text('via', via && memberName(via))],
		standing: standingOf(member, site),
		sections: site.kinds.flatMap((kind) => {
			const entries = handbook?.entries.filter((entry) => entry.kind === kind) ?? [];
			return entries.length > 0 ? [{ title: strings.kinds[kind].many, cards: entries.map((entry) => cardOf(entry, site, { credit: false })) }] : [];
		}),
		isIndex: type === 'index',
		quarantined: (handbook?.quarantined ?? []).map(({ title, url: href, reason }) => ({ label: title, href, reason: strings.groups.reasons[reason] })),
		stubs: (handbook?.stubs ?? []).map(({ title, url: href }) => ({ label: title, href })),
		withdrawn: handbook?.gone ?? [],
	};
}
