import { describe, expect, test } from 'vitest';
import { writeImport } from '../../../src/handbook/import/write-import.js';
import { readHandbook } from '../../../src/handbook/read-handbook.js';
import { bodyFrom, emptyFolder, planFor, textFrom } from './source-folder.js';

/** What becomes of x.md, beside other files. */
function body(text: string, files: Record<string, string> = {}): string {
	return bodyFrom(planFor({ 'x.md': text, ...files }), 'x.md');
}

describe('headings without a space', () => {
	test.each([
		['##Who we are', '## Who we are'],
		['  ###Who we are', '  ### Who we are'],
		['######6', '###### 6'],
		['Words\n##Part\nmore', 'Words\n## Part\nmore'],
		['> ##In a quotation', '> ## In a quotation'],
		['- ##In a list', '- ## In a list'],
		['#**Who we are**', '# **Who we are**'],
		['##[Link](y.md)', '## [Link](y.md)'],
	])('%j', (source, result) => {
		expect(body(source)).toBe(result);
	});

	test.each([
		'#garden',
		'#garden #house',
		'#1 is the best',
		'#!/bin/sh',
		'####### Seven',
		'#######Seven',
		'Words ##not at the beginning',
		'`##code`',
		'```\n##code\n```',
		'    ##code',
		'<pre>\n##words\n</pre>',
		'<!--\n##words\n-->',
		'\\##escaped',
		'##',
		'[##words](y.md)',
		'a `code\n##code` b',
	])('not: %j', (source) => {
		expect(body(source)).toBe(source);
	});

	test('where one sign may be a tag, a person is asked', () => {
		const plan = planFor({ 'x.md': '#Who we are\n\nText\n\n#garden #house' });
		expect(bodyFrom(plan, 'x.md')).toBe('#Who we are\n\nText\n\n#garden #house');
		expect(plan.findings.problems).toEqual([{ from: 'x.md', line: 1, message: '“#Who we are” was left as it is. If it is a heading, put a space after the sign.' }]);
	});

	test('a text with Windows line ends keeps them', () => {
		expect(body('##A\r\n\r\nB\r\n')).toBe('## A\r\n\r\nB\r\n');
	});
});

describe('links', () => {
	test.each([
		['%lQ and other impossible signs', '[a](%lQ.md) [b](100%.md)', '[a](%lQ.md) [b](100-percent.md)'.replace('100-percent', '100')],
		['a file whose name looks encoded', '[a](my%2520notes.md)', '[a](my-20notes.md)'],
		['a title', '[a](my%20notes.md "My \\"notes\\"")', '[a](my-notes.md "My \\"notes\\"")'],
		['a reference', '[a][n], [n], [n][]\n\n[n]: <my notes.md> (Notes)', '[a][n], [n], [n][]\n\n[n]: <my-notes.md> (Notes)'],
		['an address on its own', '<https://example.org/my notes.md> https://example.org/y.md y.md', '<https://example.org/my notes.md> https://example.org/y.md y.md'],
		['umlauts', '[a](%C3%9Cber%20uns.md) [b](<Über uns.md>)', '[a](ueber-uns.md) [b](<ueber-uns.md>)'],
		['emoji', '[a](🏡 house.md)\n[b](<🏡 house.md>)', '[a](🏡 house.md)\n[b](<house.md>)'],
	])('with %s', (_what, source, result) => {
		expect(body(source, { 'my notes.md': 'n', 'my%20notes.md': 'e', '100%.md': 'p', 'Über uns.md': 'u', '🏡 house.md': 'h' })).toBe(result);
	});

	test('an accent that a name and a link store in two ways leads to the text, in a table of contents too', () => {
		const composed = 'caf\u00e9.md';
		const apart = 'cafe\u0301.md';
		const plan = planFor({ 'SUMMARY.md': `* [Coffee](${composed})\n* [X](x.md)\n`, 'x.md': `[c](${composed}) [d](${encodeURIComponent(composed)})`, [apart]: 'c' });
		expect(bodyFrom(plan, 'x.md')).toBe('[c](cafe.md) [d](cafe.md)');
		expect(plan.group.nav).toEqual(['cafe', 'x']);
		expect(plan.findings.contentsLeft).toEqual([]);
	});

	test('of two names that differ in this alone, each link leads to its own', () => {
		const plan = planFor({ 'x.md': '[a](caf\u00e9.md) [b](cafe\u0301.md)', 'caf\u00e9.md': 'one', 'cafe\u0301.md': 'two' });
		const [first, second] = [textFrom(plan, 'caf\u00e9.md').to, textFrom(plan, 'cafe\u0301.md').to];
		expect(first).not.toBe(second);
		expect(bodyFrom(plan, 'x.md')).toBe(`[a](${first}) [b](${second})`);
	});
});

test('titles are found or made, and may be the same', () => {
	const plan = planFor({
		'a.md': 'Title\n=====\n\nText',
		'b.md': 'Part\n----\n\nTitle\n=====\n',
		'c/x.md': '# Title',
		'c/y.md': 'No title at all',
		'c/empty.md': '',
		'c/only-html.md': '<h1>Not Markdown</h1>',
		'c/long.md': `# ${'long '.repeat(100)}`,
		'c/image.md': '# ![](p.png)',
		'2020-01-02.md': '#',
	});
	const target = emptyFolder();
	writeImport(plan, target);
	const { value, problems } = readHandbook(target);
	expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
	expect(Object.fromEntries(value.entries.map(({ id, title }) => [id, title]))).toEqual({
		'2020-01-02': '2020 01 02',
		a: 'Title',
		b: 'Title',
		'c/image': 'Image',
		'c/long': 'Long',
		'c/only-html': 'Only html',
		'c/x': 'Title',
		'c/y': 'Y',
	});
});

test('tables of HTML stay, and their links lead to the new places', () => {
	const table = (address: string): string => `<table>\n<tr><th>Who</th></tr>\n<tr><td><a href="${address}">Ada</a></td></tr>\n</table>\n`;
	expect(body(table('policies/My%20File.md'), { 'policies/My File.md': 'm' })).toBe(table('agreements/policies/my-file.md'));
});

test('a very long line and a thousand headings are read like any other', () => {
	const line = 'word [link](x.md) `code` *it* '.repeat(2000);
	const headings = '##Part\n\nWords.\n\n'.repeat(1000);
	const plan = planFor({ 'long.md': line, 'many.md': headings });
	expect(bodyFrom(plan, 'long.md')).toBe(line);
	expect(plan.findings.rewritten).toEqual({ 'heading without a space': 1000 });
});

test('a byte order mark, Windows line ends and facts that cannot be read, all at once', () => {
	const plan = planFor({ 'x.md': '\uFEFF---\r\ntitle: "open\r\ntags: [a\r\n---\r\n\r\n##Part\r\n\r\nText.\r\n' });
	expect(bodyFrom(plan, 'x.md')).toBe('```yaml\r\ntitle: "open\r\ntags: [a\r\n```\r\n\r\n\r\n## Part\r\n\r\nText.\r\n');
	expect(plan.findings.problems).toHaveLength(1);
});
