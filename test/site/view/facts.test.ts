import { describe, expect, test } from 'vitest';
import { type EntryFacts, entryFacts, entryState } from '../../../src/site/view/facts.js';
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

describe('how an entry stands', () => {
	test.each([
		['agreements/x.md', 'status: trial', { label: 'On trial', tone: 'moving' }],
		['decisions/x.md', 'status: notPassed', { label: 'Not passed', tone: 'over' }],
		['stories/x.md', 'outcome: worked', { label: 'It worked', tone: 'holds' }],
		['stories/x.md', 'outcome: failed', { label: 'It failed', tone: 'over' }],
		['practices/x.md', 'retiredReason: too long', { label: 'Retired', tone: 'over' }],
		['practices/x.md', 'duration: 5', undefined],
		['pages/x.md', '', undefined],
	])('%s with %s', (path, field, expected) => {
		const site = miniSite({ [path]: `---\ntitle: X\n${field}\n---\n` });
		const entry = site.byId.get(path.replace('.md', ''));
		expect(entry && entryState(entry, site.strings)).toEqual(expected);
	});
});
