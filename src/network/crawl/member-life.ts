import { problemKinds } from '../../errors.js';
import type { MemberState } from '../../schema/member-state.js';
import { cleanForeign } from '../clean-foreign.js';
import type { MemberRecord } from '../snapshot.js';
import type { CrawlFault } from '../web/exchange.js';
import { type Outcome, seenOf } from './outcome.js';

/** Days of failing after which a member counts as unreachable, and as dormant. */
const daysToUnreachable = 14;
const daysToDormant = 90;

/** How a member stands after it was asked. Depends on how it stood, how the asking went, and the day. */
export function recordAfter(previous: MemberRecord | undefined, outcome: Outcome, today: string): MemberRecord {
	const { lastGood, failingSince = today } = previous ?? {};
	switch (outcome.type) {
		case 'gathered':
		case 'unchanged':
			return { state: 'fresh', asked: today, lastGood: today, ...outcome.seen };
		case 'gone':
			return { state: 'gone', asked: today, lastGood, problem: problemOf(outcome.fault) };
		case 'frozen':
			return { state: 'frozen', asked: today, lastGood, failingSince, problem: problemOf(outcome.fault) };
		case 'failed': {
			const notBefore = outcome.notBefore;
			// Both end when the member is in order again, and not before.
			if (previous?.state === 'gone') return { state: 'gone', asked: today, lastGood, problem: previous.problem, notBefore };
			if (previous?.state === 'frozen') return { state: 'frozen', asked: today, lastGood, failingSince, problem: previous.problem, notBefore };
			const state = failingState(failingSince, today);
			return { state, asked: today, lastGood, failingSince, problem: problemOf(outcome.fault), notBefore, ...(state === 'failing' && seenOf(previous)) };
		}
	}
}

/** How a member stands that its host lets rest: nothing runs against it meanwhile, but that it was away is not forgotten. */
export function restingRecord(previous: MemberRecord | undefined, state: Extract<MemberState, 'paused' | 'archived'>, today: string): MemberRecord {
	return { state, asked: previous?.asked, lastGood: previous?.lastGood, problem: wasAway(previous, today) ? previous?.problem : undefined, ...seenOf(previous) };
}

/** Whether a member was away for so long that somebody else may have its address now. */
export function wasAway(record: MemberRecord | undefined, today: string): boolean {
	if (!record) return false;
	const { state, problem, failingSince } = record;
	if (state === 'gone' || problem?.code === 'repo-changed') return true;
	if (state === 'paused' || state === 'archived') return problem !== undefined;
	return failingSince !== undefined && daysBetween(failingSince, today) >= daysToUnreachable;
}

/** Whether a member's own wish for the time after it (`onGone`) holds. A frozen one is as absent as one that does not answer. */
export function isOver({ state, failingSince }: MemberRecord, today: string): boolean {
	return state === 'dormant' || (state === 'frozen' && failingSince !== undefined && daysBetween(failingSince, today) >= daysToDormant);
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
	return Math.floor((Date.parse(to) - Date.parse(from)) / (24 * 60 * 60 * 1000));
}

function failingState(since: string, today: string): MemberState {
	const days = daysBetween(since, today);
	return days >= daysToDormant ? 'dormant' : days >= daysToUnreachable ? 'unreachable' : 'failing';
}

function problemOf({ code, message, hint }: CrawlFault): NonNullable<MemberRecord['problem']> {
	return cleanForeign({ code, message, hint: hint ?? problemKinds[code].remedy });
}
