import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ReviewRecord, recordReview } from '../../../src/handbook/review/record-review.js';
import { cleanSource, readFrontMatter } from '../../../src/markdown/front-matter.js';

const kept: ReviewRecord = { date: '2026-05-17', outcome: 'kept' };
const withNote: ReviewRecord = { ...kept, note: 'It works: no "but"s' };

const dataOf = (text: string | undefined) => readFrontMatter(cleanSource(text ?? '')).data;

describe('a review is added, and all else stays to the byte', () => {
	test.each<[string, string, ReviewRecord, string]>([
		[
			'after earlier ones, in their indent',
			'---\n# Ours\nreviews:\n    - outcome: kept # in winter\n      date: 2025\n\n# Where it stands\nstatus:   adopted\ntitle: "A"\n---\nText\n',
			withNote,
			'---\n# Ours\nreviews:\n    - outcome: kept # in winter\n      date: 2025\n    - date: 2026-05-17\n      outcome: kept\n      note: \'It works: no "but"s\'\n\n# Where it stands\nstatus:   adopted\ntitle: "A"\n---\nText\n',
		],
		[
			'at the left margin, as the others',
			"---\nreviews:\n- {date: '2025', outcome: kept}   # one\ntitle: A\n---\n",
			kept,
			"---\nreviews:\n- {date: '2025', outcome: kept}   # one\n- date: 2026-05-17\n  outcome: kept\ntitle: A\n---\n",
		],
		['at the end, when it is the first', '---\ntitle: A # name\n# last words\n---\n\nText', kept, '---\ntitle: A # name\n# last words\nreviews:\n  - date: 2026-05-17\n    outcome: kept\n---\n\nText'],
		[
			'after a long note',
			'---\nreviews:\n  - date: 2025\n    outcome: kept\n    note: >-\n      Long,\n      longer\n\ntitle: A\n---\n',
			kept,
			'---\nreviews:\n  - date: 2025\n    outcome: kept\n    note: >-\n      Long,\n      longer\n  - date: 2026-05-17\n    outcome: kept\n\ntitle: A\n---\n',
		],
		[
			'in a list on one line',
			'---\nreviews: [ {date: 2025, outcome: kept} ] # so far\ntitle: A\n---\n',
			withNote,
			'---\nreviews: [ {date: 2025, outcome: kept}, { date: 2026-05-17, outcome: kept, note: "It works: no \\"but\\"s" } ] # so far\ntitle: A\n---\n',
		],
		['in an empty list', '---\nreviews: []\ntitle: A\n---\n', kept, '---\nreviews: [{ date: 2026-05-17, outcome: kept }]\ntitle: A\n---\n'],
		['where only the name stands', '---\nreviews: # none yet\ntitle: A\n---\n', kept, '---\nreviews: [{ date: 2026-05-17, outcome: kept }] # none yet\ntitle: A\n---\n'],
		[
			'in facts on one line',
			'---\n{title: A, tags: [b, c]}\n---\nText\n',
			withNote,
			'---\n{title: A, tags: [b, c], reviews: [{ date: 2026-05-17, outcome: kept, note: "It works: no \\"but\\"s" }]}\n---\nText\n',
		],
		[
			'in facts in brackets, over lines',
			'---\n{\n  title: "A", # name\n  status: adopted,\n}\n---\n',
			kept,
			'---\n{\n  title: "A", # name\n  status: adopted, reviews: [{ date: 2026-05-17, outcome: kept }],\n}\n---\n',
		],
		['in facts that are all indented', '---\n  title: A\n---\n', kept, '---\n  title: A\n  reviews:\n    - date: 2026-05-17\n      outcome: kept\n---\n'],
		['in a text without facts', '# A\n\nText\n', kept, '---\nreviews:\n  - date: 2026-05-17\n    outcome: kept\n---\n\n# A\n\nText\n'],
		['between facts of nothing', '---\n---\nText\n', kept, '---\nreviews:\n  - date: 2026-05-17\n    outcome: kept\n---\nText\n'],
		['in a year', '---\ntitle: A\n---\n', { date: '2026', outcome: 'changed' }, '---\ntitle: A\nreviews:\n  - date: "2026"\n    outcome: changed\n---\n'],
		['beside names that stand for values elsewhere', '---\ntitle: &t A\nsummary: *t\n---\n', kept, '---\ntitle: &t A\nsummary: *t\nreviews:\n  - date: 2026-05-17\n    outcome: kept\n---\n'],
	])('%s', (_, file, record, expected) => {
		expect(recordReview(file, 'agreement', record)).toBe(expected);
	});

	test.each([
		['Windows', '\r\n'],
		['an old Mac', '\r'],
	])('with the line ends of %s, and the mark at the beginning', (_, end) => {
		const lines = (text: string): string => `\uFEFF${text.replaceAll('\n', end)}`;
		const before = lines('---\ntitle: A\nreviewOn: 2026-05 # in spring\n---\nText\n\n');
		const after = lines('---\ntitle: A\nreviewOn: 2027-05 # in spring\nreviews:\n  - date: 2026-05-17\n    outcome: kept\n---\nText\n\n');
		expect(recordReview(before, 'agreement', { ...kept, next: '2027-05' })).toBe(after);
	});

	test('with line ends of both sorts, each where it was', () => {
		expect(recordReview('---\r\ntitle: A\nstatus: adopted\r\n---\nText\r\nMore\n', 'agreement', kept)).toBe(
			'---\r\ntitle: A\nstatus: adopted\r\nreviews:\r\n  - date: 2026-05-17\r\n    outcome: kept\r\n---\nText\r\nMore\n',
		);
	});

	test('whatever the note says', () => {
		const note = fc.string({ unit: 'grapheme', minLength: 1 }).map((words) => words.replace(/[\p{Cc}\s]+/gu, ' ').trim());
		const files = [
			'---\ntitle: A # name\n---\nText\n',
			'---\n{title: A}\n---\nText\n',
			'---\nreviews: [{ date: 2025, outcome: kept }]\ntitle: A\n---\nText\n',
			'---\nreviews:\n- date: 2025\n  outcome: kept\ntitle: A\n---\nText\n',
		];
		fc.assert(
			fc.property(
				fc.constantFrom(...files),
				note.filter((words) => words !== ''),
				(file, words) => {
					const text = recordReview(file, 'agreement', { ...kept, note: words }) ?? '';
					expect((dataOf(text).reviews as unknown[]).at(-1)).toEqual({ ...kept, note: words });
					expect(text.endsWith('\n---\nText\n')).toBe(true);
					expect({ ...dataOf(text), reviews: undefined }).toEqual({ ...dataOf(file), reviews: undefined });
				},
			),
		);
	});
});

describe('what a review brings with it', () => {
	test.each([
		["reviewOn: '2026-05'", "reviewOn: '2027-05'"],
		['reviewOn: "2026-05"', 'reviewOn: "2027-05"'],
		['reviewOn: 2026', 'reviewOn: 2027-05'],
		['reviewOn:', 'reviewOn: 2027-05'],
		['reviewOn: # soon', 'reviewOn: 2027-05 # soon'],
	])('the next one, in the quotes of the old: %s', (before, after) => {
		expect(recordReview(`---\n${before}\ntitle: A\n---\n`, 'agreement', { ...kept, next: '2027-05' })).toBe(`---\n${after}\ntitle: A\nreviews:\n  - date: 2026-05-17\n    outcome: kept\n---\n`);
	});

	test('that the agreement is retired, and why', () => {
		expect(recordReview('---\ntitle: A\nstatus: adopted # in 2024\n---\n', 'agreement', { date: '2026-05-17', outcome: 'retired', note: 'Nobody came' })).toBe(
			'---\ntitle: A\nstatus: retired # in 2024\nreviews:\n  - date: 2026-05-17\n    outcome: retired\n    note: Nobody came\nretiredReason: Nobody came\n---\n',
		);
	});

	test('for a practice, why alone: it has no status', () => {
		expect(dataOf(recordReview('---\ntitle: A\n---\n', 'practice', { date: '2026-05-17', outcome: 'retired', note: 'Nobody came' }))).toEqual({
			title: 'A',
			reviews: [{ date: '2026-05-17', outcome: 'retired', note: 'Nobody came' }],
			retiredReason: 'Nobody came',
		});
	});
});

test.each([
	['stands elsewhere', '---\nx: &r [{ date: 2025, outcome: kept }]\nreviews: *r\n---\n'],
	['is no list', '---\nreviews: never\n---\n'],
	['cannot be read', '---\ntitle: [\n---\n'],
])('nothing is written where the field %s', (_, file) => {
	expect(recordReview(file, 'agreement', kept)).toBeUndefined();
});
