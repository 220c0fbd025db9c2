import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { writeImport } from '../../../src/handbook/import/write-import.js';
import { readHandbook } from '../../../src/handbook/read-handbook.js';
import { sentencesOf, squeeze } from './sentences.js';
import { bodyFrom, contentsOf, emptyFolder, planFor, planOf, textFrom } from './source-folder.js';

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
		/^---\ntitle: Quiet hours\naliases:\n {2}- agreements\/quiet_hours\.html\ndecisions:\n {2}- date: 2019-05-03\n {4}url: https:\/\/example.org\/threads\/12\n {2}- date: 2021-06\n---\n\n# Quiet hours\n/,
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
	expect(problems.map(({ code, file, line }) => `${code} ${file}:${line}`)).toEqual(['link-broken content/agreements/quiet-hours.md:17', 'link-broken content/guides/keys.md:7']);
	expect(plan.findings.brokenLinks.map(({ file, fileLine, from, line, target: address }) => `${file}:${fileLine} ${from}:${line} ${address}`)).toEqual([
		'content/agreements/quiet-hours.md:17 src/agreements/quiet_hours.md:7 bells.md',
		'content/guides/keys.md:7 src/guides/keys.md:1 gone.md',
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

test('no sentence is lost', () => {
	const target = emptyFolder();
	const plan = planOf(mdbook);
	writeImport(plan, target);
	const entries = new Map(readHandbook(target).value.entries.map((entry) => [entry.path, entry]));
	const lost = plan.texts.flatMap(({ from, to }) => {
		const there = squeeze(`${entries.get(to)?.title}\n${entries.get(to)?.text.text}`);
		return sentencesOf(readFileSync(join(mdbook, from), 'utf8')).filter((sentence) => !there.includes(squeeze(sentence)));
	});
	// The words of the file stand there instead.
	expect(lost).toEqual(['{{#include ../snippet.txt}}', '{{#include ../snippet.txt:1}}']);
});

test('the source stays untouched', () => {
	const before = contentsOf(mdbook);
	writeImport(planOf(mdbook), emptyFolder());
	expect(contentsOf(mdbook)).toEqual(before);
});

/** The fields of a text. */
function aliasesFrom(plan: ReturnType<typeof planOf>, from: string): unknown {
	return (parse(/^---\n([\s\S]*?)\n---\n/.exec(textFrom(plan, from).content)?.[1] ?? '') as { aliases?: unknown }).aliases;
}

/** What becomes of src/a.md in a book with these files beside it. */
function chapter(text: string, { toml = '', files = {} }: { toml?: string; files?: Record<string, string> } = {}): string {
	return bodyFrom(planFor({ 'book.toml': toml, 'src/SUMMARY.md': '- [A](a.md)', 'src/a.md': text, ...files }), 'src/a.md');
}

describe('addresses', () => {
	const toml =
		'[output.html]\ncname = "book.example.org"\nsite-url = "/mill/"\n[output.html.redirect]\n"/old/a.html" = "../a.html"\n"/b.html" = "/mill/sub/index.html#x"\n"/c.html" = "https://example.org/"\n';
	const planned = () =>
		planFor({
			'book.toml': toml,
			'src/SUMMARY.md': '[Start](README.md)\n\n- [A](a.md)\n- [Sub](sub/README.md)\n\n[End](end.md)\n',
			'src/README.md': '[by web](http://book.example.org/mill/old/a.html#x) [elsewhere](https://book.example.org/other/) [redirected](b.html)',
			'src/a.md': '# A\n\n[up](../../sub/)',
			'src/sub/README.md': '# Sub',
			'src/end.md': '# End',
			'src/unlisted.md': '# Unlisted',
		});

	test('those at which texts were published, and their redirects, lead to the texts', () => {
		expect(aliasesFrom(planned(), 'src/a.md')).toEqual(['a.html', 'old/a.html']);
		expect(aliasesFrom(planned(), 'src/sub/README.md')).toEqual(['b.html']);
		expect(aliasesFrom(planned(), 'src/end.md')).toEqual(['end.html']);
	});

	test('a text that the book left out was published nowhere', () => {
		expect(aliasesFrom(planned(), 'src/unlisted.md')).toBeUndefined();
	});

	test('links to the published book are links within the handbook', () => {
		expect(bodyFrom(planned(), 'src/README.md')).toBe('[by web](../a.md#x) [elsewhere](https://book.example.org/other/) [redirected](../sub/README.md)');
	});
});

describe('what mdBook brings in', () => {
	const files = { 'src/x.rs': '// one\n// ANCHOR: part\nlet a = 1;\n// ANCHOR: inner\nlet b = 2;\n// ANCHOR_END: inner\n// ANCHOR_END: part\n// end\n', 'src/lines.txt': '1\n2\n3\n4\n' };

	test.each([
		['the lines of an anchor, without the marks', '{{#include x.rs:part}}', 'let a = 1;\nlet b = 2;'],
		['an anchor within another', '{{#rustdoc_include x.rs:inner}}', 'let b = 2;'],
		['a line', '{{#include lines.txt:2}}', '2'],
		['lines from one to another', '{{#include lines.txt:2:3}}', '2\n3'],
		['lines up to one', '{{#include lines.txt::2}}', '1\n2'],
		['lines from one on', '{{#include lines.txt:3:}}', '3\n4'],
		['a program', '{{#playground lines.txt editable}}', '```rust\n1\n2\n3\n4\n```'],
		['no name for the tab of the browser', '{{#title Mill: A}}\nText', 'Text'],
		['nothing where it is only spoken of', 'Write \\{{#include x.rs}}.', 'Write {{#include x.rs}}.'],
		['nothing where there is no such anchor', '{{#include x.rs:gone}}', '{{#include x.rs:gone}}'],
		['nothing that mdBook does not know', '{{#template x.rs}}', '{{#template x.rs}}'],
	])('%s', (_what, source, result) => {
		expect(chapter(source, { files })).toBe(result);
	});

	test('a file that brings in itself ends', () => {
		expect(chapter('{{#include loop.txt}}', { files: { 'src/loop.txt': 'again {{#include loop.txt}}' } })).toMatch(/^(?:again ){10}\{\{#include loop\.txt\}\}$/);
	});
});

test('ids of headings stay as anchors, outside code', () => {
	expect(chapter('# A {#top}\n\n## B {.note}\n\n## Sets {1, 2}\n\n```\n# A {#top}\n```\n')).toBe('# A\n\n<a id="top"></a>\n\n## B\n\n## Sets {1, 2}\n\n```\n# A {#top}\n```\n');
});

test('admonitions of the preprocessor are alerts, where the book uses it', () => {
	const text = '```admonish warning "Mind *this*"\nHot.\n\n- list\n```\nAfter\n\n~~~\n```admonish\n~~~\n\n```admonish tip\n1. one';
	expect(chapter(text, { toml: '[preprocessor.admonish]\n' })).toBe('> [!WARNING]\n> **Mind \\*this\\***\n>\n> Hot.\n>\n> - list\n\nAfter\n\n~~~\n```admonish\n~~~\n\n> [!TIP]\n>\n> 1. one');
	expect(chapter(text)).toBe(text);
});

test('books in several languages are one handbook, whose texts are translations of each other', () => {
	const plan = planFor({
		'de/book.toml': '[book]\ntitle = "M\u00fchle"\nlanguage = "de"\n',
		'de/src/SUMMARY.md': '- [Ruhe](ruhe.md)\n- [Nur hier](nur.md)\n',
		'de/src/ruhe.md': '# Ruhe',
		'de/src/nur.md': '# Nur hier',
		'en/book.toml': '[book]\ntitle = "Mill"\nlanguage = "en"\n',
		'en/src/SUMMARY.md': '- [Quiet](ruhe.md)\n',
		'en/src/ruhe.md': '# Quiet\n\n[German](../../de/src/ruhe.md)',
		'en/src/draft.md': '# Draft',
	});
	expect(plan.group).toMatchObject({
		name: 'Mill',
		nav: [
			{ title: 'Mill', items: ['en/src/ruhe'] },
			{ title: 'M\u00fchle', items: ['de/src/ruhe', 'de/src/nur'] },
		],
	});
	expect(textFrom(plan, 'de/src/ruhe.md').content).toBe('---\ntitle: Ruhe\nlang: de\ntranslationOf: en/src/ruhe\naliases:\n  - de/ruhe.html\n---\n\n# Ruhe');
	expect(textFrom(plan, 'en/src/ruhe.md').content).not.toContain('translationOf');
});

test('a book that lies in a folder is found, and a book.toml that cannot be read is told', () => {
	const plan = planFor({ 'README.md': 'About the repository', 'docs/book.toml': '[book]\ntitle = "A', 'docs/src/SUMMARY.md': '- [A](a.md)', 'docs/src/a.md': '# A' });
	expect(plan.texts.map(({ from, to }) => `${from} -> ${to}`)).toEqual(['docs/src/a.md -> a.md']);
	expect(plan.findings.problems.map(({ from, message }) => `${from} ${message.split(':')[0]}`)).toEqual(['docs/src/a.md book.toml cannot be read, so that its title and other settings are missing']);
});
