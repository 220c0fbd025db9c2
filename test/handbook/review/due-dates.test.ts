import { describe, expect, test } from 'vitest';
import { dueDatesOf } from '../../../src/handbook/review/due-dates.js';
import { isDueOn, standingOn } from '../../../src/handbook/review/due-standing.js';
import { readOne } from '../../mini-handbook.js';

function due(path: string, fields: string): string[] {
	const { entry, problems } = readOne(`---\ntitle: X\n${fields}\n---\n`, path);
	expect(problems).toEqual([]);
	return dueDatesOf(entry).map(({ what, date }) => `${what} ${date}`);
}

describe('the next review of an agreement', () => {
	test.each([
		['on the day it names', 'reviewOn: 2026-05-17', 'review 2026-05-17'],
		['on the day it names although that was long ago', 'reviewOn: 2001', 'review 2001'],
		['on the day it names when that is later than the last review', 'reviewOn: 2026-05\nreviewEvery: P1Y\nreviews: [{ date: 2026-04-30, outcome: kept }]', 'review 2026-05'],
		['a period after the last review when the day it names is past', 'reviewOn: 2026-05-17\nreviewEvery: P6M\nreviews: [{ date: 2026-05-17, outcome: kept }]', 'review 2026-11-17'],
		['a period after a review in the month that it names', 'reviewOn: 2026-05\nreviewEvery: P1Y\nreviews: [{ date: 2026-05-03, outcome: changed }]', 'review 2027-05-03'],
		['a period after a review in the month of the day that it names', 'reviewOn: 2026-05-17\nreviewEvery: P1Y\nreviews: [{ date: 2026-05, outcome: kept }]', 'review 2027-05'],
		[
			'a period after the latest review, in whatever order they stand',
			'reviewEvery: P1Y\nreviews: [{ date: 2026-02, outcome: kept }, { date: 2024, outcome: kept }, { date: 2025-12-01, outcome: kept }]',
			'review 2027-02',
		],
		['a period after it was adopted', 'adoptedOn: 2025-05\neffectiveOn: 2025-07\ninUseSince: 2020\nreviewEvery: P1Y', 'review 2026-05'],
		['a period after it took effect, when nothing else is known', 'effectiveOn: 2025-07-01\nreviewEvery: P3M', 'review 2025-10-01'],
		['a period since it is in use, when nothing else is known', 'inUseSince: 2020\nreviewEvery: P2Y', 'review 2022'],
		['on the last of February, a month after the last of January', 'adoptedOn: 2026-01-31\nreviewEvery: P1M', 'review 2026-02-28'],
	])('is %s', (_, fields, expected) => {
		expect(due('agreements/x.md', fields)).toEqual([expected]);
	});

	test.each([
		['nothing is said', ''],
		['no beginning is known', 'reviewEvery: P1Y'],
		['the period is no time at all', 'adoptedOn: 2025\nreviewEvery: P0D'],
		['the day it names is past and there is no period', 'reviewOn: 2026-05\nreviews: [{ date: 2026-05-17, outcome: kept }]'],
		['it was retired', 'status: retired\nreviewOn: 2026-05'],
		['it was superseded', 'status: superseded\nreviewOn: 2026-05\nexpiresOn: 2026'],
		['it is a draft', 'status: draft\nreviewOn: 2026-05'],
		['it has no status, and the last review retired it', 'reviewEvery: P1Y\nreviews: [{ date: 2026-05, outcome: retired }]'],
		['it has no status, and a reason why it was given up', 'reviewOn: 2026-05\nretiredReason: Nobody came'],
	])('is none when %s', (_, fields) => {
		expect(due('agreements/x.md', fields)).toEqual([]);
	});

	test.each(['adopted', 'proposed', 'trial', 'paused'])('is due while the agreement is %s', (status) => {
		expect(due('agreements/x.md', `status: ${status}\nreviewOn: 2026-05`)).toEqual(['review 2026-05']);
	});
});

describe('other dates', () => {
	test.each([
		['the end of an agreement', 'agreements/x.md', 'expiresOn: 2026-03\nreviewOn: 2026-04', ['expiry 2026-03', 'review 2026-04']],
		['the end of a term', 'roles/x.md', 'since: 2025-05\nterm: P1Y', ['term 2026-05']],
		['the end of a term and another look', 'roles/x.md', 'since: 2026-01-12\nterm: P1Y\nreviewOn: 2026-11-30', ['review 2026-11-30', 'term 2027-01-12']],
		['the end of a term that is also another look, once', 'roles/x.md', 'since: 2025-05\nterm: P1Y\nreviewOn: 2026-05', ['term 2026-05']],
		['another look at a role that others hold now: none', 'roles/x.md', 'since: 2026-06-01\nreviewOn: 2026-05', []],
		['a term without a beginning: none', 'roles/x.md', 'term: P1Y', []],
		['a decision to look at again', 'decisions/x.md', 'status: passed\nreviewOn: 2027', ['decision 2027']],
		['a decision that did not pass, to look at again', 'decisions/x.md', 'status: notPassed\nreviewOn: 2027', ['decision 2027']],
		['a decision that was withdrawn: none', 'decisions/x.md', 'status: withdrawn\nreviewOn: 2027', []],
		['a decision that was superseded: none', 'decisions/x.md', 'status: superseded\nreviewOn: 2027', []],
		['a practice with reviews: none', 'practices/x.md', 'reviews: [{ date: 2020, outcome: kept }]', []],
	])('%s', (_, path, fields, expected) => {
		expect(due(path, fields)).toEqual(expected);
	});
});

describe('how a date stands', () => {
	test.each([
		['2026-05-17', '2026-05-18', 'overdue'],
		['2026-05-17', '2026-05-17', 'soon'],
		['2026-05-17', '2026-03-18', 'soon'],
		['2026-05-17', '2026-03-17', 'later'],
		['2026-05', '2026-05-31', 'soon'],
		['2026-05', '2026-06-01', 'overdue'],
		['2026-05', '2026-03-02', 'soon'],
		['2026-05', '2026-03-01', 'later'],
		['2026', '2026-01-01', 'soon'],
		['2026', '2026-12-31', 'soon'],
		['2026', '2027-01-01', 'overdue'],
	])('%s, on %s, is %s', (date, today, standing) => {
		expect(standingOn(today, date)).toBe(standing);
	});

	test('it is due from the first day of its period', () => {
		expect(['2026-04-30', '2026-05-01', '2026-06-01'].map((today) => isDueOn(today, '2026-05'))).toEqual([false, true, true]);
	});
});
