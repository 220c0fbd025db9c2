import { hrefOfId } from '../../lib/href.js';
import { readableAddress } from '../../lib/readable-address.js';
import type { Member } from '../../network/network.js';
import type { MemberState } from '../../schema/member-state.js';
import type { Site } from '../site.js';
import type { Tone } from './fact.js';
import { type ShownDate, shownDate } from './shown-date.js';

/** How a member of a network stands, ready to be shown. */
export interface MemberStanding {
	id: string;
	name: string;
	/** Its page here. */
	href: string;
	/** Host and path of its handbook. */
	place: string;
	home: string;
	state: { label: string; tone: Tone };
	lastGood?: ShownDate | undefined;
	/** What is wrong, in a sentence that its people can act on. */
	problem?: string | undefined;
	/** The same in the words of the crawl, which name addresses; in English. */
	detail?: string | undefined;
}

/** How a member stands. */
export function standingOf(member: Member, { base, lang, strings }: Site): MemberStanding {
	const { id, url, state, lastGood, problem } = member;
	const { problems, states } = strings.status;
	return {
		id,
		name: memberName(member),
		href: hrefOfId(base, `groups/${id}`),
		place: readableAddress(url),
		home: url,
		state: { label: states[state], tone: tones[state] },
		lastGood: shownDate(lastGood, lang),
		problem: problem && (problems[problem.code] ?? problems.other),
		detail: problem?.message,
	};
}

/** What a group calls itself; the address of one that has not said so yet. */
export function memberName({ handbook, url }: Member): string {
	return handbook?.group.name ?? readableAddress(url);
}

const tones: Record<MemberState, Tone> = {
	waiting: 'moving',
	fresh: 'holds',
	failing: 'moving',
	unreachable: 'moving',
	dormant: 'over',
	frozen: 'over',
	gone: 'over',
	paused: 'moving',
	archived: 'over',
};
