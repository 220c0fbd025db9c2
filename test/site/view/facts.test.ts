import { describe, expect, test } from 'vitest';
import { type EntryFacts, entryFacts } from '../../../src/site/view/facts.js';
import type { MiniFiles } from '../../mini-handbook.js';
import { miniSite } from '../mini-site.js';

const others = { 'agreements/old.md': '---\ntitle: Old one\naliases: [agreements/older]\n---\n', 'agreements/secret.md': '---\ntitle: Secret\ndraft: true\n---\n' };

function factsOf(path: string, fields: string): EntryFacts {
	const site = miniSite({ ...others, [path]: `---\ntitle: X\n${fields}\n---\n` });
	const entry = site.byId.get(path.replace('.md', ''));
	if (!entry) throw new Error(`${path} was held back.`);
	return entryFacts(entry, site);
}

test('an entry with a title alone has no facts, whatever its kind', () => {
	for (const folder of ['agreements', 'practices', 'roles', 'decisions', 'stories', 'pages']) expect(factsOf(`${folder}/x.md`, '')).toEqual({ glance: [], before: [], after: [] });
});

describe('what a person asks first', () => {
	test.each([
		['duration: 15', '15 minutes'],
		['duration: 1', '1 minute'],
		['duration: { min: 10, max: 20 }', '10 to 20 minutes'],
		['groupSize: { min: 3, max: 3 }', '3 people'],
		['setting: [inPerson, async]', 'In person, Each in their own time'],
		['inUseSince: 2019', '2019'],
		['stewards: Anna', 'Anna'],
	])('%s reads “%s”', (field, text) => {
		const [fact] = factsOf('practices/x.md', field).glance;
		expect(fact?.value).toMatchObject({ text });
	});
});

describe('references', () => {
	const linksOf = (path: string, field: string): unknown => {
		const { glance, after } = factsOf(path, field);
		return [...glance, ...after].map(({ value }) => (value.type === 'links' ? value.links.map(({ label, href }) => [label, href]) : value));
	};

	test('lead to entries, by present and former ids, and to other sites', () => {
		expect(linksOf('agreements/x.md', 'supersedes: [agreements/old, agreements/older, "https://a.example/x/"]')).toEqual([
			[
				['Old one', '/book/agreements/old/'],
				['Old one', '/book/agreements/old/'],
				['a.example/x', 'https://a.example/x/'],
			],
		]);
	});

	test('to a hidden entry or to none are left out, and so is a fact that has no other', () => {
		expect(linksOf('agreements/x.md', 'supersedes: [agreements/secret, agreements/old]\noverrides: [agreements/secret]')).toEqual([[['Old one', '/book/agreements/old/']]]);
		expect(linksOf('stories/x.md', 'about: [agreements/nowhere]')).toEqual([]);
	});

	test.each([
		['delegator: agreements/old', [[['Old one', '/book/agreements/old/']]]],
		['delegator: agreements/secret', []],
		['delegator: The whole circle', [{ type: 'text', text: 'The whole circle' }]],
		['delegator: circle', [{ type: 'text', text: 'circle' }]],
	])('a task may be given by an entry or by words: %s', (field, expected) => {
		expect(linksOf('roles/x.md', field)).toEqual(expected);
	});
});

describe('objections', () => {
	test('stand with the open ones first, each with its answer', () => {
		const [fact] = factsOf('agreements/x.md', 'objections:\n  - { text: a, state: withdrawn }\n  - { text: b, state: open, by: Ash }\n  - { text: c, response: yes it is }').after;
		expect(fact?.value).toMatchObject({
			records: [
				{ text: 'b', by: 'Ash', state: { label: 'Open', tone: 'moving' } },
				{ text: 'c', response: 'yes it is' },
				{ text: 'a', state: { label: 'Withdrawn', tone: 'holds' } },
			],
		});
	});
});

describe('how a text came to be', () => {
	const decision = '---\ntitle: Buy\nstatus: passed\ndate: 2024-05\nmethod: consent\nresultsIn: [agreements/x]\nobjections:\n  - { text: too dear, state: open }\n---\n';
	const factOf = (files: MiniFiles, id: string, key: string): unknown => {
		const site = miniSite(files);
		const entry = site.byId.get(id);
		return entry && entryFacts(entry, site).after.find((fact) => fact.key === key)?.value;
	};

	test('is told from the decisions that it names and those that name it, the first one first', () => {
		const agreement = '---\ntitle: X\ndecisions:\n  - { date: 2025, note: Kept, method: Round of hands }\n  - { date: 2023, note: A trial, url: "https://a.example/m" }\n---\n';
		expect(factOf({ 'agreements/x.md': agreement, 'decisions/buy.md': decision }, 'agreements/x', 'decisions')).toMatchObject({
			records: [
				{ date: { date: '2023' }, text: 'A trial', link: { href: 'https://a.example/m' } },
				{ date: { date: '2024-05' }, by: 'Consent', state: { label: 'Passed' }, link: { label: 'Buy', href: '/book/decisions/buy/' } },
				{ date: { date: '2025' }, text: 'Kept', by: 'Round of hands' },
			],
		});
	});

	test('is told once, when both name each other, and for a text of any kind', () => {
		const agreement = '---\ntitle: X\ndecisions:\n  - { id: decisions/buy, note: For good }\n---\n';
		expect(factOf({ 'agreements/x.md': agreement, 'decisions/buy.md': decision }, 'agreements/x', 'decisions')).toMatchObject({
			records: [{ text: 'For good', date: { date: '2024-05' }, link: { label: 'Buy' } }],
		});
		const practice = { 'practices/x.md': '# X\n', 'decisions/buy.md': decision.replace('agreements/x', 'practices/x') };
		expect(factOf(practice, 'practices/x', 'decisions')).toMatchObject({ records: [{ link: { label: 'Buy' } }] });
	});

	test('brings along what was objected on the way, the open objections first', () => {
		const agreement = '---\ntitle: X\nobjections:\n  - { text: too loud, state: integrated }\n---\n';
		expect(factOf({ 'agreements/x.md': agreement, 'decisions/buy.md': decision }, 'agreements/x', 'objections')).toEqual({
			type: 'records',
			records: [
				{ text: 'too dear', state: { label: 'Open', tone: 'moving' }, link: { label: 'Buy', href: '/book/decisions/buy/' } },
				{ text: 'too loud', state: { label: 'Integrated', tone: 'holds' } },
			],
		});
	});

	test('a decision leads to what it made, also where only the agreement says so', () => {
		const agreement = '---\ntitle: Y\ndecisions:\n  - { id: decisions/buy }\n---\n';
		expect(factOf({ 'agreements/x.md': '# X\n', 'agreements/y.md': agreement, 'decisions/buy.md': decision }, 'decisions/buy', 'resultsIn')).toMatchObject({ links: [{ label: 'X' }, { label: 'Y' }] });
	});
});

describe('what happened when a text was tried', () => {
	test('is told by its stories, those of failure too', () => {
		const site = miniSite({
			'practices/x.md': '# X\n',
			'stories/a.md': '---\ntitle: A\nabout: [practices/x]\noutcome: failed\nended: 2024\nsummary: Nobody came\n---\n',
			'stories/b.md': '---\ntitle: B\nabout: ["https://moss.example/book/practices/x/"]\noutcome: worked\n---\n',
		});
		const entry = site.byId.get('practices/x');
		expect(entry && entryFacts(entry, site).after).toMatchObject([
			{
				key: 'stories',
				value: {
					records: [
						{ state: { label: 'It failed' }, date: { date: '2024' }, text: 'Nobody came', link: { label: 'A', href: '/book/stories/a/' } },
						{ state: { label: 'It worked' }, link: { label: 'B' } },
					],
				},
			},
		]);
	});
});
