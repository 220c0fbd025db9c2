import { describe, expect, test } from 'vitest';
import { isOver, recordAfter, restingRecord, wasAway } from '../../src/network/crawl/member-life.js';
import { failed, type Outcome } from '../../src/network/crawl/outcome.js';
import { isDue } from '../../src/network/crawl/turn.js';
import type { MemberRecord } from '../../src/network/snapshot.js';
import { daysAfter } from './crawled-network.js';

const start = '2026-01-01';
const fine: Outcome = { type: 'unchanged', seen: { etag: '"a"', printSha256: 'a'.repeat(64) } };
const down = failed('connection-failed', 'moss.example does not answer.');
const stranger: Outcome = { type: 'frozen', fault: { code: 'repo-changed', message: 'Somebody else.', hint: 'Look.' } };
const gone: Outcome = { type: 'gone', fault: { code: 'handbook-gone', message: 'Gone.' } };

/** How a member stands after it was asked on the days named. */
function lived(...asked: [day: number, outcome: Outcome][]): MemberRecord {
	return asked.reduce<MemberRecord | undefined>((record, [day, outcome]) => recordAfter(record, outcome, daysAfter(start, day)), undefined) ?? { state: 'waiting' };
}

describe('a member that fails', () => {
	test.each([
		[0, 'failing'],
		[13, 'failing'],
		[14, 'unreachable'],
		[89, 'unreachable'],
		[90, 'dormant'],
		[4000, 'dormant'],
	])('for %i days is %s', (days, state) => {
		expect(lived([0, fine], [1, down], [1 + days, down])).toMatchObject({ state, failingSince: '2026-01-02', lastGood: '2026-01-01', asked: daysAfter(start, 1 + days) });
		expect(lived([1, down], [1 + days, down])).toMatchObject({ state, failingSince: '2026-01-02' });
	});

	test('says what is wrong, and what to do', () => {
		expect(lived([0, down]).problem).toEqual({ code: 'connection-failed', message: 'moss.example does not answer.', hint: expect.stringMatching(/^Open the address in a browser/) });
		expect(lived([0, failed('print-older', 'Old.', 'Publish it again.')]).problem).toEqual({ code: 'print-older', message: 'Old.', hint: 'Publish it again.' });
	});

	test('is fresh as soon as it is in order, and the next failing begins anew', () => {
		expect(lived([0, fine], [1, down], [100, down], [101, fine])).toEqual({ state: 'fresh', asked: '2026-04-12', lastGood: '2026-04-12', etag: '"a"', printSha256: 'a'.repeat(64) });
		expect(lived([0, fine], [1, down], [100, down], [101, fine], [102, down])).toMatchObject({ state: 'failing', failingSince: '2026-04-13', lastGood: '2026-04-12' });
	});

	test('is asked whether anything has changed while it is known, and in full after two weeks', () => {
		expect(lived([0, fine], [1, down])).toMatchObject({ etag: '"a"', printSha256: 'a'.repeat(64) });
		expect(lived([0, fine], [1, down], [15, down])).not.toHaveProperty('etag');
	});

	test('is away after two weeks, whether it was asked meanwhile or not', () => {
		expect(wasAway(lived([0, fine], [1, down]), '2026-01-15')).toBe(false);
		expect(wasAway(lived([0, fine], [1, down]), '2026-01-16')).toBe(true);
		expect(wasAway(lived([0, fine]), '2027-01-01')).toBe(false);
		expect(wasAway(undefined, '2026-01-01')).toBe(false);
	});

	test('with dates that cannot be is failing, and no more', () => {
		expect(recordAfter({ state: 'failing', failingSince: '9999' }, down, start)).toMatchObject({ state: 'failing' });
	});
});

describe('a member that is frozen', () => {
	test('stays so, for the same reason, until it is in order', () => {
		expect(lived([0, fine], [1, stranger], [2, down])).toMatchObject({ state: 'frozen', problem: { code: 'repo-changed' }, failingSince: '2026-01-02', asked: '2026-01-03' });
		expect(lived([0, fine], [1, stranger], [200, down])).toMatchObject({ state: 'frozen', lastGood: '2026-01-01' });
		expect(lived([0, fine], [1, stranger], [200, fine])).toMatchObject({ state: 'fresh' });
	});

	test('counts from the day on which it was last in order, and its wish holds after 90 days', () => {
		const frozen = lived([0, fine], [1, down], [20, stranger], [80, stranger]);
		expect(frozen.failingSince).toBe('2026-01-02');
		expect([isOver(frozen, daysAfter(start, 90)), isOver(frozen, daysAfter(start, 91))]).toEqual([false, true]);
	});
});

describe('a member that is gone', () => {
	test('stays so until it is in order, and its address may be somebody else’s', () => {
		expect(lived([0, fine], [1, gone])).toEqual({ state: 'gone', asked: '2026-01-02', lastGood: '2026-01-01', problem: { code: 'handbook-gone', message: 'Gone.', hint: expect.any(String) } });
		expect(lived([0, fine], [1, gone], [300, down])).toMatchObject({ state: 'gone', problem: { code: 'handbook-gone' }, asked: daysAfter(start, 300) });
		expect(wasAway(lived([0, fine], [1, gone]), '2026-01-03')).toBe(true);
		expect(lived([0, fine], [1, gone], [2, fine])).toMatchObject({ state: 'fresh' });
	});
});

describe('a member that rests', () => {
	test('has nothing running against it', () => {
		const resting = restingRecord(lived([0, fine], [1, down]), 'paused', '2026-01-03');
		expect(resting).toEqual({ state: 'paused', asked: '2026-01-02', lastGood: '2026-01-01', etag: '"a"', printSha256: 'a'.repeat(64) });
		expect(recordAfter(resting, down, '2027-01-01')).toMatchObject({ state: 'failing', failingSince: '2027-01-01' });
	});

	test('stays the same while it rests', () => {
		for (const record of [lived([0, fine]), lived([0, fine], [1, down], [20, down]), lived([0, gone]), undefined]) {
			const once = restingRecord(record, 'archived', '2026-02-01');
			expect(restingRecord(once, 'archived', '2026-08-01')).toEqual(once);
		}
	});

	test('was away if it was away before', () => {
		expect(wasAway(restingRecord(lived([0, fine], [1, stranger]), 'paused', '2026-01-03'), '2026-01-04')).toBe(true);
		expect(wasAway(restingRecord(lived([0, fine], [1, down], [20, down]), 'paused', '2026-02-03'), '2026-02-04')).toBe(true);
		expect(wasAway(restingRecord(lived([0, fine]), 'paused', '2026-01-03'), '2027-01-04')).toBe(false);
	});
});

describe('the turn of a member', () => {
	const ids = Array.from({ length: 200 }, (_, at) => `member-${at}`);
	/** Of the members that changed so many days ago, the part that is asked so many days after the last time. */
	function partAsked(changedAgo: number, askedAgo: number, state: MemberRecord['state'] = 'fresh'): number {
		const today = '2026-06-01';
		const snapshot = { changed: daysAfter(today, -changedAgo) } as NonNullable<Parameters<typeof isDue>[1]['snapshot']>;
		return ids.filter((id) => isDue(id, { snapshot, record: { state, asked: daysAfter(today, -askedAgo) }, damaged: [] }, today)).length / ids.length;
	}

	test('comes every day while it changes, and never twice a day', () => {
		expect([partAsked(0, 1), partAsked(2, 1), partAsked(0, 0)]).toEqual([1, 1, 0]);
	});

	test('comes after a quarter of the time that has passed since it changed, and at least about once a week', () => {
		expect([partAsked(12, 2), partAsked(12, 4)]).toEqual([0, 1]);
		expect([partAsked(400, 6), partAsked(400, 8)]).toEqual([0, 1]);
	});

	test('comes a little earlier for some than for others, always the same', () => {
		expect(partAsked(12, 3)).toBeGreaterThan(0.3);
		expect(partAsked(12, 3)).toBeLessThan(0.7);
		expect(partAsked(12, 3)).toBe(partAsked(12, 3));
	});

	test('comes daily for one that is not in order, and at once for one that is new', () => {
		for (const state of ['failing', 'unreachable', 'dormant', 'frozen'] as const) expect([partAsked(400, 1, state), partAsked(400, 0, state)]).toEqual([1, 0]);
		expect(partAsked(400, 1, 'gone')).toBe(0);
		expect(isDue('moss', { damaged: [] }, '2026-06-01')).toBe(true);
	});
});
