import { describe, expect, test } from 'vitest';
import { findDates } from '../../../src/handbook/import/english-dates.js';
import { findFacts } from '../../../src/handbook/import/lift-facts.js';
import { parseMarkdown } from '../../../src/handbook/import/parse-markdown.js';

const thread = 'https://www.loomio.org/d/abc/decision';

function decisionsIn(text: string): unknown[] {
	return findFacts(parseMarkdown(text)).decisions.map(({ decision }) => decision);
}

describe('a line that announces a decision', () => {
	test.each([
		['Approved: April 2019', [{ date: '2019-04' }]],
		['_Ratified on 3rd of May, 2020._', [{ date: '2020-05-03' }]],
		['**Adopted** 2018', [{ date: '2018' }]],
		['[Approved April 12, 2019](https://example.org/t)', [{ date: '2019-04-12', url: 'https://example.org/t' }]],
		['Approved: 2019-04\nRatified: 2021-02-03', [{ date: '2019-04' }, { date: '2021-02-03' }]],
		[`Date: [May 2020](${thread})`, [{ date: '2020-05', url: thread }]],
	])('%s', (text, decisions) => {
		expect(decisionsIn(text)).toEqual(decisions);
	});
});

describe('a paragraph about the agreement itself', () => {
	test('dates that are linked to a decision, or stand right before such a link', () => {
		expect(
			decisionsIn(
				`_This full agreement was updated in March 2020 (after an_ [_experiment_](https://example.org)_), and modified in August 2022 through_ [_this decision._](${thread}/1) _Later:_ [_August 2023_](${thread}/2) _and_ [_May 2024_](${thread}/3).`,
			),
		).toEqual([
			{ date: '2022-08', url: `${thread}/1` },
			{ date: '2023-08', url: `${thread}/2` },
			{ date: '2024-05', url: `${thread}/3` },
		]);
	});
});

describe('nothing uncertain is taken', () => {
	test.each([
		'Approved: 04/05/2019',
		'Date: May 2020',
		'The budget was approved in April 2019.',
		'* Approved: April 2019',
		'> Approved: April 2019',
		'Approved by the board',
		'Approved: 31 February 2020',
		`As agreed in May 2021 in [this thread](${thread}).`,
		`[Thread for this agreement](${thread})`,
		'```\nApproved: April 2019\n```',
	])('%s', (text) => {
		expect(decisionsIn(text)).toEqual([]);
	});

	test('but a person is asked', () => {
		const { unsure } = findFacts(parseMarkdown(`# A\n\nSee the [thread](${thread}).\n\nDate: May 2020\n\nOnly words.`));
		expect(unsure.map(({ line, question }) => `${line} ${question}`)).toEqual([
			`3 Is ${thread} the decision on this agreement? The text does not say so for certain.`,
			'5 Was this agreement decided on in 2020-05? The text does not say so for certain.',
		]);
	});
});

test('a status is taken when the text says so in one word of ours', () => {
	expect(findFacts(parseMarkdown('Status: **Trial**')).status?.status).toBe('trial');
	expect(findFacts(parseMarkdown('Status: in discussion')).status).toBeUndefined();
});

test('dates are as precise as they stand there', () => {
	expect(findDates('In May 2019, on 1 June 2020, Sept. 3rd, 2021, 2022-01 and 2022-02-30; may 2000 days pass.').map(({ date }) => date)).toEqual([
		'2019-05',
		'2020-06-01',
		'2021-09-03',
		'2022-01',
		'2000-05',
	]);
});
