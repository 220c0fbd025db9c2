import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { writeImport } from '../../../src/handbook/import/write-import.js';
import { readHandbook } from '../../../src/handbook/read-handbook.js';
import { bodyFrom, contentsOf, emptyFolder, planOf, textFrom } from './source-folder.js';

const mdbook = fileURLToPath(new URL('../../fixtures/import/mdbook/', import.meta.url));

test('the book says who the group is and in which order to read', () => {
	expect(planOf(mdbook).group).toEqual({
		name: 'The "Mill" Handbook',
		repo: 'https://github.com/example/mill',
		languages: ['pt-BR'],
		licence: 'CC-BY-SA-4.0',
		nav: [
			'pages/introduction',
			{ title: 'How we agree', items: [{ title: 'Agreements', items: ['agreements', 'agreements/quiet-hours', 'agreements/policies/money-policy'] }] },
			{ title: 'How we work', items: [{ title: 'Guides', items: ['guides', { title: 'First day', items: ['guides/first-day', 'guides/keys'] }] }] },
			'afterword',
		],
	});
});

test('lines of the table of contents without a text are reported', () => {
	expect(planOf(mdbook).findings.contentsLeft).toEqual([
		{ from: 'src/SUMMARY.md', line: 16, title: 'Planned', why: 'it is planned, but has no text yet' },
		{ from: 'src/SUMMARY.md', line: 17, title: 'Gone', why: 'there is no text at guides/gone.md' },
		{ from: 'src/SUMMARY.md', line: 18, title: 'Our site', why: 'it leads to https://example.org/, which is no text of this handbook' },
	]);
});

test('every text has a place, a kind and a title', () => {
	expect(planOf(mdbook).texts.map(({ from, to, kind, title }) => `${from} -> ${to} (${kind}) ${title}`)).toEqual([
		'src/README.md -> pages/introduction.md (page) Welcome to the mill',
		'src/agreements/README.md -> agreements/README.md (page) Agreements',
		'src/agreements/quiet_hours.md -> agreements/quiet-hours.md (agreement) Quiet hours',
		'src/policies/Money Policy.md -> agreements/policies/money-policy.md (agreement) Money',
		'src/guides/README.md -> guides/README.md (page) Guides',
		'src/guides/first-day.md -> guides/first-day.md (page) First day',
		'src/guides/keys.md -> guides/keys.md (page) Keys',
		'src/afterword.md -> afterword.md (page) Afterword',
		'src/guides/Board - Leaving -> guides/board-leaving.md (page) Board - Leaving',
		'src/guides/search.md -> guides/search.md (page) Search',
		'src/pages/introduction.md -> pages/introduction-2.md (page) Another introduction',
		'src/search.md -> search-2.md (page) How to search',
	]);
});

test('links lead to the new places and nothing else changes', () => {
	const plan = planOf(mdbook);
	expect(bodyFrom(plan, 'src/README.md')).toBe(
		'# Welcome to the mill\n\nRead our [agreements](../agreements/README.md) and the [first day](../guides/first-day.md#what-to-bring), ![Map](<../images/map%20%281%29.png>).\n\nLicence: [CC BY-SA](https://creativecommons.org/licenses/by-sa/4.0/deed.en).\n',
	);
	expect(bodyFrom(plan, 'src/guides/README.md')).toContain('<a href="first-day.md">First</a> and <img alt="Map" src="../images/map%20%281%29.png">');
	expect(bodyFrom(plan, 'src/guides/first-day.md')).toContain('[Top](#first-day), [keys](keys.md "the keys"), [ref].\n\n[ref]: keys.md\n');
	expect(bodyFrom(plan, 'src/guides/keys.md')).toContain('[Up](../pages/introduction.md)');
});

test('backslashes that nobody needs go, those that say something stay', () => {
	const plan = planOf(mdbook);
	expect(bodyFrom(plan, 'src/agreements/quiet_hours.md')).toContain('From ten (in the evening) it is quiet - mostly.');
	expect(bodyFrom(plan, 'src/policies/Money Policy.md')).toBe('Money is shared_out.\n\n| a | b |\n| - | - |\n| `x\\_y\\(z\\)` | \\_not emphasis\\_ |\n');
});

test('included files are brought in, in code too, and what is missing is reported', () => {
	const plan = planOf(mdbook);
	expect(bodyFrom(plan, 'src/guides/first-day.md')).toContain('Bring a cup.\nAnd a spoon.\n\n{{#include nothing.txt}}\n\n```\n[not a link](keys.html) \\(\nBring a cup.\n```\n');
	expect(plan.findings.problems).toEqual([{ from: 'src/guides/first-day.md', line: 7, message: '{{#include nothing.txt}} was left as it is: it cannot be brought in.' }]);
	expect(plan.findings.rewritten).toEqual({ include: 2 });
});

test('decisions that the text names become fields, with the words they come from', () => {
	const plan = planOf(mdbook);
	expect(textFrom(plan, 'src/agreements/quiet_hours.md').content).toMatch(
		/^---\ntitle: Quiet hours\ndecisions:\n {2}- date: 2019-05-03\n {4}url: https:\/\/example.org\/threads\/12\n {2}- date: 2021-06\n---\n\n# Quiet hours\n/,
	);
	expect(plan.findings.lifted.map(({ from, line, words }) => `${from}:${line} ${words}`)).toEqual([
		'src/agreements/quiet_hours.md:3 Approved: 3 May 2019',
		'src/agreements/quiet_hours.md:5 Ratified: June 2021',
	]);
});

test('images that are shown come along, others are left and listed', () => {
	const plan = planOf(mdbook);
	expect(plan.files.map(({ from, to }) => `${from} -> ${to}`)).toEqual(['src/.gitbook/assets/map (1).png -> images/map (1).png']);
	expect(plan.findings.unusedFiles).toEqual(['src/snippet.txt', 'src/unused.pdf']);
});

test('the handbook reads without errors, in the order of the book, with the broken links of the book', () => {
	const target = emptyFolder();
	const plan = planOf(mdbook);
	writeImport(plan, target);
	const { value, problems } = readHandbook(target);
	expect(problems.map(({ code, file, line }) => `${code} ${file}:${line}`)).toEqual(['link-broken content/agreements/quiet-hours.md:15', 'link-broken content/guides/keys.md:5']);
	expect(plan.findings.brokenLinks.map(({ file, fileLine, from, line, target: address }) => `${file}:${fileLine} ${from}:${line} ${address}`)).toEqual([
		'content/agreements/quiet-hours.md:15 src/agreements/quiet_hours.md:7 bells.md',
		'content/guides/keys.md:5 src/guides/keys.md:1 gone.md',
	]);
	expect(value.entries.slice(0, 8).map(({ id }) => id)).toEqual([
		'pages/introduction',
		'agreements',
		'agreements/quiet-hours',
		'agreements/policies/money-policy',
		'guides',
		'guides/first-day',
		'guides/keys',
		'afterword',
	]);
	expect(value.entries).toHaveLength(12);
	expect(value.assets.map(({ path }) => path)).toEqual(['images/map (1).png']);
});

test('the source stays untouched', () => {
	const before = contentsOf(mdbook);
	writeImport(planOf(mdbook), emptyFolder());
	expect(contentsOf(mdbook)).toEqual(before);
});
