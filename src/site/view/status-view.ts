import { numberFormat } from '../../lib/intl-formats.js';
import { type MemberState, memberStates } from '../../schema/member-state.js';
import type { NetworkSite } from '../network-site.js';
import type { Tone } from './fact.js';
import { type MemberStanding, standingOf } from './member-standing.js';
import { type PageView, pageView } from './page-view.js';
import { type ShownDate, shownDate } from './shown-date.js';

/** How every member of a network stands. */
export interface StatusView {
	page: PageView;
	counts: { label: string; count: string; tone: Tone }[];
	/** Those with something wrong first. */
	members: MemberStanding[];
	hidden: { what: string; reason: string; date?: ShownDate | undefined }[];
}

/** Everything the status page says. */
export function statusView(site: NetworkSite): StatusView {
	const { network, strings, lang } = site;
	const { title, intro, allOfIt } = strings.status;
	const standings = network.members.map((member) => ({ isFresh: member.state === 'fresh', standing: standingOf(member, site) }));
	return {
		page: pageView(site, { title, description: intro, path: 'status/', section: 'status' }),
		counts: countsOf(site),
		members: [...standings.filter(({ isFresh }) => !isFresh), ...standings.filter(({ isFresh }) => isFresh)].map(({ standing }) => standing),
		hidden: network.hidden.map(({ member, entry, reason, date }) => ({ what: entry === undefined ? `${member} (${allOfIt})` : `${member}/${entry}`, reason, date: shownDate(date, lang) })),
	};
}

function countsOf(site: NetworkSite): StatusView['counts'] {
	const byState = Map.groupBy(site.network.members, ({ state }): MemberState => state);
	const number = numberFormat(site.lang);
	return memberStates.flatMap((state) => {
		const [first, ...more] = byState.get(state) ?? [];
		return first ? [{ ...standingOf(first, site).state, count: number.format(more.length + 1) }] : [];
	});
}
