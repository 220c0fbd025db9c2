import { describe, expect, test } from 'vitest';
import { findDates } from '../../../src/handbook/import/dates-in-text.js';
import { type FactsWish, findFacts } from '../../../src/handbook/import/facts/find-facts.js';
import { parseMarkdown } from '../../../src/handbook/import/parse-markdown.js';
import { writeImport } from '../../../src/handbook/import/write-import.js';
import { readHandbook } from '../../../src/handbook/read-handbook.js';
import { emptyFolder, planFor } from './source-folder.js';

const thread = 'https://www.loomio.org/d/abc/decision';

function decisionsIn(text: string): unknown[] {
	return findFacts(parseMarkdown(text), { kind: 'agreement', title: 'A' }).facts.flatMap(({ field, value }) => (field === 'decisions' ? (value as unknown[]) : []));
}

/** The facts of a text, and how many questions there are. */
function factsIn(text: string, wish: Partial<FactsWish> = {}): Record<string, unknown> {
	const { facts } = findFacts(parseMarkdown(text), { kind: 'agreement', title: 'Our agreement', ...wish });
	return Object.fromEntries(facts.map(({ field, value }) => [field, value]));
}

function questionsIn(text: string, wish: Partial<FactsWish> = {}): string[] {
	return findFacts(parseMarkdown(text), { kind: 'agreement', title: 'Our agreement', ...wish }).unsure.map(({ line, question }) => `${line} ${question}`);
}

describe('a line that announces a decision', () => {
	test.each([
		['Approved: April 2019', [{ date: '2019-04' }]],
		['_Ratified on 3rd of May, 2020._', [{ date: '2020-05-03' }]],
		['**Adopted** 2018', [{ date: '2018' }]],
		['[Approved April 12, 2019](https://example.org/t)', [{ date: '2019-04-12', url: 'https://example.org/t' }]],
		['Beschlossen am 3. Mai 2019', [{ date: '2019-05-03' }]],
		['Verabschiedet: 3.5.2019', [{ date: '2019-05-03' }]],
		['Aprobado: mayo de 2020', [{ date: '2020-05' }]],
		['Aprobada el 3 de mayo de 2020.', [{ date: '2020-05-03' }]],
		['Adopté le 1er août 2020', [{ date: '2020-08-01' }]],
		['Approved: 2019-04\nRatified: 2021-02-03', [{ date: '2019-04' }, { date: '2021-02-03' }]],
		[`Date: [May 2020](${thread})`, [{ date: '2020-05', url: thread }]],
	])('%s', (text, decisions) => {
		expect(decisionsIn(text)).toEqual(decisions);
	});
});

describe('a paragraph about the agreement itself', () => {
	test('the date when it was made or changed, and dates that are linked to a decision, or stand right before such a link', () => {
		expect(
			decisionsIn(
				`_This full agreement was updated in March 2020 (after an_ [_experiment_](https://example.org)_), and modified in August 2022 through_ [_this decision._](${thread}/1) _Later:_ [_August 2023_](${thread}/2) _and_ [_May 2024_](${thread}/3).`,
			),
		).toEqual([{ date: '2020-03' }, { date: '2022-08', url: `${thread}/1` }, { date: '2023-08', url: `${thread}/2` }, { date: '2024-05', url: `${thread}/3` }]);
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
		'`Approved: April 2019`',
		'This was not approved in 2019.',
		'Wurde im Mai 2019 nicht beschlossen.',
		'Beschlossen am 31. Februar 2019',
		'## Example\n\nApproved: April 2019',
		'“Approved: April 2019”',
		'This agreement was updated in March 2020 to mend the spelling.',
		'This agreement was not updated in March 2020.',
		'This agreement was written when we met in March 2020.',
		'The agreement of our neighbours was adopted in March 2020.',
	])('%s', (text) => {
		expect(decisionsIn(text)).toEqual([]);
	});

	test('but a person is asked', () => {
		expect(questionsIn(`# A\n\nSee the [thread](${thread}).\n\nDate: May 2020\n\nOnly words.`)).toEqual([
			`3 Is ${thread} the decision on this agreement? The text does not say so for certain.`,
			'5 Was this agreement decided on in 2020-05? The text does not say so for certain.',
		]);
	});
});

describe('a fact in an exact form, where a text speaks of itself', () => {
	test.each([
		['Status: **Trial**', { status: 'trial' }],
		['Status: approved', { status: 'adopted' }],
		['Estado: borrador', { status: 'draft' }],
		['Statut : adopté', { status: 'adopted' }],
		['# Money\n\n**Status:** Hibernating', { status: 'paused' }],
		['Reviewed annually', { reviewEvery: 'P1Y' }],
		['To be reviewed every two years.', { reviewEvery: 'P2Y' }],
		['Review cycle: every six months', { reviewEvery: 'P6M' }],
		['We share it all. This agreement will be reviewed every 18 months by the kitchen circle. Thank you.', { reviewEvery: 'P18M' }],
		['Diese Vereinbarung wird jährlich überprüft.', { reviewEvery: 'P1Y' }],
		['Este acuerdo se revisa cada seis meses.', { reviewEvery: 'P6M' }],
		['Cet accord est révisé tous les deux ans.', { reviewEvery: 'P2Y' }],
		['Next review: May 2026', { reviewOn: '2026-05' }],
		['To be reviewed in May 2026.', { reviewOn: '2026-05' }],
		['Nächste Überprüfung: 3. Mai 2026', { reviewOn: '2026-05-03' }],
		['_Last updated: October 2025_', { updated: '2025-10' }],
		['Last updated 3 May 2024', { updated: '2024-05-03' }],
		['Stewards: Kitchen circle, Ash', { stewards: ['Kitchen circle', 'Ash'] }],
		['Verantwortlich: Küchenkreis', { stewards: ['Küchenkreis'] }],
		['Status: adopted | Steward: Kitchen circle', { status: 'adopted', stewards: ['Kitchen circle'] }],
		['Status: adopted\nNext review: 2027\nVersion: 3', { status: 'adopted', reviewOn: '2027' }],
		['| Status | Adopted |\n| --- | --- |\n| Stewards | Kitchen circle |\n| Colour | Green |', { status: 'adopted', stewards: ['Kitchen circle'] }],
		['# Money\n\nLong words.\n\n## Review\n\nNext review: May 2026', { reviewOn: '2026-05' }],
		['# Money\n\nLong words.\n\n## How\n\nMore.\n\n---\n\nStatus: adopted', { status: 'adopted' }],
		['- [ ] Ratified', { status: 'proposed' }],
		['- [x] Ratified on 3 May 2020', { status: 'adopted', decisions: [{ date: '2020-05-03' }] }],
	])('%s', (text, facts) => {
		expect(factsIn(text)).toEqual(facts);
	});

	test.each([
		['Money (hibernating)', 'paused'],
		['Money (archived)', 'retired'],
		['[WIP] Money', 'draft'],
		['Money (draft)', 'draft'],
		['Draft: money', 'draft'],
		['Geld (Entwurf)', 'draft'],
	])('the title %s', (title, status) => {
		expect(factsIn('Words.', { title })).toEqual({ status });
	});

	test.each([
		['Duration: 45 minutes', { duration: 45 }],
		['Duration: 1.5 hours', { duration: 90 }],
		['Dauer: 30 bis 45 Minuten', { duration: { min: 30, max: 45 } }],
		['Group size: 4 to 12', { groupSize: { min: 4, max: 12 } }],
		['Taille du groupe : 4 à 12 personnes', { groupSize: { min: 4, max: 12 } }],
		['Materials: pens, a long table', { materials: ['pens', 'a long table'] }],
	])('of a practice: %s', (text, facts) => {
		expect(factsIn(text, { kind: 'practice' })).toEqual(facts);
	});
});

describe('near misses are no facts', () => {
	test.each([
		'We plan to review annually if needed.',
		'Reviewed annually, or when somebody asks.',
		'The budget is reviewed annually.',
		'This agreement is not reviewed annually.',
		'> Status: adopted',
		'> Reviewed annually',
		'* Status: adopted',
		'“Status: adopted”',
		'`Status: adopted`',
		'    Status: adopted',
		'```\nNext review: May 2026\n```',
		'Status: in discussion',
		'Status: adopted by some of us',
		'Status: adopted\n\nStatus: draft',
		'For example:\n\nStatus: adopted',
		'## Template\n\nStatus: adopted\n\nReviewed annually',
		"Words.\n\n## Our sister house's agreement\n\nStatus: adopted\n\nStewards: their board",
		'| Status | Meaning |\n| --- | --- |\n| Adopted | We live by it |',
		'Words.\n\n## All states\n\n| Status | Adopted |\n| --- | --- |\n| a | b |',
		'Next review: when the van is sold',
		'Next review: 04/05/2026',
		'Review: May 2026',
		'Last reviewed: May 2024',
		'Stewards: TBD',
		'Stewards: ash@example.org',
		'Stewards: those of us who cook on Mondays and Tuesdays, and everyone who helps them with it.',
		'- [ ] Ratified\n- [x] Approved',
		'- [ ] Ratified by all members',
		'- [ ] Buy milk',
		'Supersedes the old agreement.',
		'Duration: 45 minutes',
	])('%s', (text) => {
		expect(factsIn(text)).toEqual({});
	});

	test.each([
		'Duration: about an hour',
		'Group size: any',
		'Group size: 12 to 4',
		'Materials: none',
		'Words.\n\n## First round\n\nDuration: 10 minutes\n\n## Second round\n\nDuration: 20 minutes',
		'Status: adopted',
	])('of a practice: %s', (text) => {
		expect(factsIn(text, { kind: 'practice' })).toEqual({});
	});

	test.each(['Money (see below)', 'Draft agreements', 'How we archive (and why)', 'WIP'])('the title %s', (title) => {
		expect(factsIn('Words.', { title })).toEqual({});
	});

	test('but a person is asked where the words may mean it', () => {
		expect(questionsIn('Status: adopted\n\nStatus: draft\n\nLast reviewed: May 2024')).toEqual([
			'1 Is “status: adopted” a fact about this text? It does not say so for certain.',
			'3 Is “status: draft” a fact about this text? It does not say so for certain.',
			'5 What came of this review, kept or changed? Write it under reviews, with its date.',
		]);
		expect(questionsIn("Words.\n\n## Our sister house's agreement\n\nStewards: their board")).toEqual(['5 Is “stewards: ["their board"]” a fact about this text? It does not say so for certain.']);
	});
});

test('what a text replaces is a fact when a link says which text of the handbook it is', () => {
	const plan = planFor({
		'agreements/old.md': '# Old\n\nSuperseded by [New](new.md).\n',
		'agreements/new.md': '# New\n\nThis agreement supersedes [Old](old.md).\n\nReplaces [theirs](https://example.org/a).\n',
		'agreements/other.md': '# Other\n\nSupersedes [Old](old.md), which was too long.\n\nReplaces [gone](gone.md).\n',
	});
	expect(plan.findings.lifted.map(({ to, field, value, words }) => [to, field, value, words])).toEqual([
		['agreements/new.md', 'supersedes', ['agreements/old'], 'This agreement supersedes Old.'],
		['agreements/old.md', 'status', 'superseded', 'Superseded by New.'],
	]);
});

test('what an author has said goes before what the text says, and the text stays as it is', () => {
	const plan = planFor({ 'agreements/a.md': '---\nstatus: trial\n---\n\n# A\n\nStatus: adopted\n\nReviewed annually\n' });
	expect(plan.texts[0]?.content).toBe('---\ntitle: A\nstatus: trial\nreviewEvery: P1Y\n---\n\n# A\n\nStatus: adopted\n\nReviewed annually\n');
});

test('texts in which nothing is yet are hidden and listed', () => {
	const plan = planFor({
		'a.md': '# A\n\nTODO\n',
		'b.md': '# B\n\n_Coming soon..._\n',
		'c.md': 'Lorem ipsum dolor sit amet, consectetur.\n',
		'd.md': '',
		'e/README.md': '',
		'f.md': '# Only a title\n',
		'g.md': '---\ntitle: Made by a program\n---\n',
		'h.md': '# To do\n\nTODO: buy milk, and then bread.\n',
		'i.md': 'TODO\n\n![plan](plan.png)\n',
	});
	expect(plan.findings.hidden.map(({ from, field }) => `${from} ${field}`)).toEqual([
		'a.md all it says is “TODO”',
		'b.md all it says is “Coming soon...”',
		'c.md all it says is “Lorem ipsum dolor sit amet, consectetur.”',
		'd.md it is empty',
	]);
	const target = emptyFolder();
	writeImport(plan, target);
	expect(
		readHandbook(target)
			.value.entries.map(({ path }) => path)
			.sort(),
	).toEqual(['e/README.md', 'f.md', 'g.md', 'h.md', 'i.md']);
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
