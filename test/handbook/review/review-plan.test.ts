import { describe, expect, test } from 'vitest';
import { reviewPlan } from '../../../src/handbook/review/review-plan.js';
import { type MiniFiles, readMini } from '../../mini-handbook.js';

const text = (fields: string): string => `---\ntitle: X\n${fields}\n---\n`;
const plan = (files: MiniFiles) => reviewPlan(readMini(files).value.entries);

describe('what comes due', () => {
	test('stands in the order in which it is over, whatever its kind', () => {
		const { due } = plan({
			'agreements/a.md': text('reviewOn: 2026'),
			'agreements/b.md': text('reviewOn: 2026-12-01'),
			'decisions/c.md': text('reviewOn: 2025-11'),
			'roles/d.md': text('since: 2026-01\nterm: P1M'),
		});
		expect(due.map(({ entry, what, date }) => [entry.id, what, date])).toEqual([
			['decisions/c', 'decision', '2025-11'],
			['roles/d', 'term', '2026-02'],
			['agreements/b', 'review', '2026-12-01'],
			['agreements/a', 'review', '2026'],
		]);
	});

	test.each([
		['agreements/x.md', 'reviewOn: 2026\nreviewedBy: Facilitator\nstewards: [Kitchen]', ['Facilitator']],
		['agreements/x.md', 'reviewOn: 2026\nstewards: [Kitchen, Garden]', ['Kitchen', 'Garden']],
		['agreements/x.md', 'expiresOn: 2026\nreviewedBy: Facilitator\nstewards: [Kitchen]', ['Kitchen']],
		['agreements/x.md', 'reviewOn: 2026', []],
		['roles/x.md', 'reviewOn: 2026\nholders: [Fen]\nstewards: [Kitchen]', ['Fen']],
		['decisions/x.md', 'reviewOn: 2026\ndecisionMakers: [All of us]', ['All of us']],
	])('in %s with %j is seen to by %j', (path, fields, keepers) => {
		expect(plan({ [path]: text(fields) }).due.map((item) => item.keepers)).toEqual([keepers]);
	});

	test('says what came of the last review', () => {
		const { due } = plan({ 'agreements/x.md': text('reviewEvery: P1Y\nreviews: [{ date: 2026, outcome: changed, note: Longer }, { date: 2025, outcome: kept }]') });
		expect(due).toMatchObject([{ date: '2027', last: { date: '2026', outcome: 'changed', note: 'Longer' } }]);
	});

	test('is due once for a text and its translations', () => {
		const { due } = plan({ 'agreements/x.md': text('reviewOn: 2026'), 'agreements/y.md': text('reviewOn: 2026\ntranslationOf: agreements/x\nlang: es') });
		expect(due.map(({ entry }) => entry.id)).toEqual(['agreements/x']);
	});
});

test('never reviewed are adopted agreements with neither a review nor a date', () => {
	const { never } = plan({
		'agreements/a.md': text('status: adopted'),
		'agreements/b.md': text('status: adopted\nreviewOn: 2026'),
		'agreements/c.md': text('status: adopted\nreviews: [{ date: 2026, outcome: kept }]'),
		'agreements/d.md': text('status: trial'),
		'agreements/e.md': text('status: adopted\nexpiresOn: 2026'),
		'agreements/f.md': text(''),
		'practices/g.md': text(''),
	});
	expect(never.map(({ id }) => id)).toEqual(['agreements/a']);
});
