import { describe, expect, test } from 'vitest';
import { groupSchema } from '../../src/schema/group.js';
import { entrySchemas } from '../../src/schema/kinds.js';
import { parseFields } from '../../src/schema/validate.js';
import { readMini, said } from '../mini-handbook.js';

/** What is said about the facts of a text, without what the title may lack. */
function about(facts: string, path = 'practices/x.md'): string[] {
	const { problems } = readMini({ [path]: `---\n${facts}\n---\n# X\n` });
	return problems.map(said);
}

describe('a field that there is not', () => {
	test.each([
		['tgas: [a]', 'tags'],
		['Tags: [a]', 'tags'],
		['TITLE: a', 'title'],
		['sumary: a', 'summary'],
		['group_size: 5', 'groupSize'],
		['group-size: 5', 'groupSize'],
		['when to use: a', 'whenToUse'],
		['license: MIT', 'licence'],
	])('%s: the nearest one is suggested', (facts, meant) => {
		expect(about(facts)).toEqual([`There is no field “${facts.split(':')[0]}” here. Did you mean “${meant}”?`]);
	});

	test('nor anything like it', () => {
		expect(about('favourite colour: green')).toMatchInlineSnapshot(`
			[
			  "There is no field “favourite colour” here. Correct the name, move the fact into the text, or take the line out. Every field is listed on the page "Every field".",
			]
		`);
	});

	test('within another field', () => {
		expect(about('basedOn:\n  - licens: MIT\nreviews: [{ date: 2024, outcome: kept, comment: x, noted: y }]\nduration: { min: 1, max: 2, mx: 3 }')).toMatchInlineSnapshot(`
			[
			  "There is no field “licens” in “basedOn › 1”. Did you mean “licence”?",
			  "There is no field “comment” in “reviews › 1”. Correct the name, move the fact into the text, or take the line out. Every field is listed on the page "Every field".",
			  "There is no field “noted” in “reviews › 1”. Did you mean “note”?",
			  "There is no field “mx” in “duration”. Did you mean “max”?",
			]
		`);
	});

	test('each of several gets its own sentence', () => {
		expect(about('a: 1\nb: 2\nc: 3')).toHaveLength(3);
	});
});

describe('a value that does not fit is explained to somebody who knows nothing of types', () => {
	test('in a practice', () => {
		expect(
			about(
				'title: 2024\nsummary: [a, b]\norigin: { a: b }\nduration: about an hour\ngroupSize: { min: 9, max: 3 }\nfrequency: Weekly\nsetting: online\ndifficulty: 3\ntags: [2024, ""]\nlicence: Creative Commons\nlang: English\nupdated: last May\nid: My Check-In',
			),
		).toMatchInlineSnapshot(`
			[
			  "“title” should be text, so it needs quotes around it. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“summary” should be one text, not a list. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“origin” should be one text; text with a colon in it needs quotes around it. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“duration” should be a whole number, or { min: 10, max: 20 }. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“groupSize” has a min that is larger than its max. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“frequency” should be one of: once, asNeeded, daily, weekly, fortnightly, monthly, quarterly, yearly. Did you mean “weekly”?",
			  "“setting” should be a list, each item on a line of its own after a dash. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“difficulty” should be one of: easy, moderate, hard. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“tags › 1” should be text, so it needs quotes around it. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“tags › 2” should not be empty. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“licence” should be an SPDX licence name such as CC-BY-SA-4.0, CC-BY-4.0 or CC0-1.0 (see https://spdx.org/licenses/). Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“lang” should be a language tag such as en, es or pt-BR. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“updated” should be a date such as 2026, 2026-05 or 2026-05-17. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“id” should have lower-case letters a to z, digits and hyphens only, with / between parts, such as practices/check-in. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			]
		`);
	});

	test('in facts within facts', () => {
		expect(
			about(
				'reviewEvery: yearly\nreviewOn: 17.5.2026\nexpiresOn: true\nstatus: Adopted\ndecisions: { date: 2024 }\nobjections:\n  - by: Kitchen\n  - too loud\nreviews:\n  - date: 2024-02-30\n    outcome: good\nsupersedes: [My Rule]\nbasedOn:\n  - url: example.org',
				'agreements/x.md',
			),
		).toMatchInlineSnapshot(`
			[
			  "“reviewEvery” should be a length of time such as P1Y (a year), P6M (six months) or P2W (two weeks). Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“reviewOn” should be a date such as 2026, 2026-05 or 2026-05-17. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“expiresOn” should be a date such as 2026, 2026-05 or 2026-05-17. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“status” should be one of: draft, proposed, trial, adopted, paused, superseded, retired. Did you mean “adopted”?",
			  "“decisions” should be a list, each item on a line of its own after a dash. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“objections › 1 › text” is missing. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“objections › 2” should have fields of its own, each on a line below it. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“reviews › 1 › date” should be a date such as 2026, 2026-05 or 2026-05-17. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“reviews › 1 › outcome” should be one of: kept, changed, retired. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“supersedes › 1” should be an id such as practices/check-in or a web address that starts with https://. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“basedOn › 1 › url” should be a web address that starts with https://. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			]
		`);
	});

	test('in a decision and a story', () => {
		expect(about('tally: { agree: many, block: -1, abstain: 0.5 }\nsourceUrl: loomio.org/d/1\nresultsIn: agreements/x', 'decisions/x.md')).toMatchInlineSnapshot(`
			[
			  "“tally › agree” should be a whole number. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“tally › block” should not be less than zero. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“tally › abstain” should be a whole number. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“sourceUrl” should be a web address that starts with https://. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“resultsIn” should be a list, each item on a line of its own after a dash. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			]
		`);
		expect(about('about: [5]\nevidence: [our minutes]\norder: first', 'stories/x.md')).toMatchInlineSnapshot(`
			[
			  "“about › 1” should be an id such as practices/check-in or a web address that starts with https://. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“evidence › 1” should be a web address that starts with https://. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "There is no field “order” here. Correct the name, move the fact into the text, or take the line out. Every field is listed on the page "Every field".",
			]
		`);
	});

	test('in the words about the group', () => {
		const { problems } = readMini({
			'group.md':
				'---\ncountry: Germany\nsize: 12\nlanguages: []\nnetworks: https://example.org\nurl: our-group.org\nnav:\n  - Welcome\n  - title: Ours\n  - title: More\n    items: [pages/x y]\n  - 5\n---\n',
		});
		expect(problems.map(said)).toMatchInlineSnapshot(`
			[
			  "“name” is missing. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“country” should be a country code of two capital letters, such as NZ or DE. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“size” should be one of: 1-5, 6-15, 16-50, 51-150, 150+. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“languages” should name at least one language. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“networks” should be a list, each item on a line of its own after a dash. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“url” should be a web address that starts with https://. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“nav › 1” should have lower-case letters a to z, digits and hyphens only, with / between parts, such as practices/check-in. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“nav › 2 › items” is missing. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“nav › 3 › items › 1” should have lower-case letters a to z, digits and hyphens only, with / between parts, such as practices/check-in. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "“nav › 4” should be an id such as pages/welcome, or a section with title and items. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			]
		`);
	});

	test('and never in the words of a program', () => {
		const odd = [
			'a',
			'',
			1,
			-1,
			0.5,
			1e30,
			Number.POSITIVE_INFINITY,
			Number.NaN,
			true,
			[],
			{},
			[[]],
			[null],
			[{}],
			[''],
			['a', 5],
			{ a: 1 },
			{ min: 'x' },
			{ min: 2, max: 1 },
			{ title: 'x' },
			'x'.repeat(300),
			new Set(['a']),
			Buffer.from('a'),
		];
		const sentences = [groupSchema, ...Object.values(entrySchemas)].flatMap((schema) =>
			Object.keys(schema.shape).flatMap((field) => odd.flatMap((value) => parseFields(schema, { [field]: value }).faults.map(({ message }) => message))),
		);
		expect(sentences.length).toBeGreaterThan(500);
		expect(
			sentences.filter((sentence) =>
				/invalid|expected|received|undefined|null|NaN|object|array|string|union|regex|pattern|Too (?:big|small)|Unrecognized|boolean|integer/i.test(sentence.replace(/“[^”]*”/g, '')),
			),
		).toEqual([]);
		expect(sentences.filter((sentence) => !/^(?:“|There).*\.$/s.test(sentence))).toEqual([]);
	});
});

test('the fields that fit are read, whatever the others are', () => {
	const { value } = readMini({ 'practices/x.md': '---\ntitle: X\ntags: 5\nduration: 20\ncolour: red\npurpose: To meet\nsummary:\n---\n' });
	expect(value.entries[0]?.fields).toEqual({ title: 'X', duration: { min: 20, max: 20 }, purpose: 'To meet' });
});
