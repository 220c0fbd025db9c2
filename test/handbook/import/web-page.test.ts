import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeImport } from '../../../src/handbook/import/write-import.js';
import { readHandbook } from '../../../src/handbook/read-handbook.js';
import { encodeAs } from './encoded-text.js';
import { bodyFrom, emptyFolder, folderOf, openedPlan, textFrom } from './source-folder.js';
import { dot } from './word-document.js';

/** The Markdown of a page by itself. */
async function read(html: string | Uint8Array): Promise<{ body: string; title: string; notes: string[] }> {
	const plan = await openedPlan(folderOf({ 'page.html': html }));
	return { body: bodyFrom(plan, 'page.html'), title: textFrom(plan, 'page.html').title, notes: plan.findings.problems.map(({ message }) => message) };
}

describe('web pages', () => {
	test('become Markdown, links and pictures included', async () => {
		const folder = folderOf({
			'index.html': '<!doctype html><title>Us</title><script>var x = "gone";</script><h1>Our house</h1><p>See <a href="rules/kitchen.htm#fire">the rules</a> <img src="door.png" alt="Door"></p>',
			'rules/kitchen.htm':
				'<h1>Kitchen</h1><p>Cook & <b>clean </b>daily.</p><h2 id="fire">Fire</h2><ul><li>Call<ul><li>112</li></ul></li></ul><table><caption>Who</caption><tr><th>A<td>b</table><iframe src="https://video.example/1" title="A film"></iframe>',
			'door.png': dot,
		});
		const plan = await openedPlan(folder);
		expect(bodyFrom(plan, 'rules/kitchen.htm')).toBe('# Kitchen\n\nCook & **clean** daily.\n\n## Fire\n\n- Call\n  - 112\n\nWho\n\n| A | b |\n| - | - |\n\n[A film](https://video.example/1)\n');
		expect(bodyFrom(plan, 'index.html')).toBe('# Our house\n\nSee [the rules](../rules/kitchen.md#fire) ![Door](../door.png)\n');
		const target = emptyFolder();
		writeImport(plan, target);
		expect(readHandbook(target).problems).toEqual([]);
	});

	test('their own encoding is used, and named', async () => {
		const { body, notes } = await read(encodeAs('<meta charset="windows-1250"><h1>Kuchyně</h1><p>Příště vaří děti.</p>', 'windows-1250'));
		expect(body).toBe('# Kuchyně\n\nPříště vaří děti.\n');
		expect(notes).toEqual(['This file was stored as windows-1250. Please look whether its letters came out right.']);
	});

	test('a page without a heading has the title of its window', async () => {
		expect((await read('<title>How we eat</title><p>Together.</p>')).title).toBe('How we eat');
	});

	test.each([
		['a page of a theme', { '_layouts/default.html': '<p>Words</p>' }],
		['a pattern', { 'page.html': '<h1>{{ page.title }}</h1><p>{% include nav.html %}</p>' }],
		['a page of a built site', { 'page.html': '<meta name="generator" content="Hugo 0.1"><p>Words of the page</p>' }],
		['a site with a map', { 'site/sitemap.xml': '', 'site/page.html': '<p>Words of the page</p>' }],
		['a page whose text lies beside it', { 'b.html': '<p>Words of the page</p>', 'b.md': '# B' }],
		['a page without words', { 'page.html': '<div id="app"></div><script>start()</script>' }],
	])('%s is left', async (_what, files) => {
		const plan = await openedPlan(folderOf({ 'a.md': '# A', ...files } as Record<string, string>));
		expect(plan.texts.map(({ from }) => from).filter((from) => /html$/.test(from))).toEqual([]);
		expect(plan.texts.some(({ from }) => from === 'a.md')).toBe(true);
	});

	test('a built site is told in a line, not in hundreds', async () => {
		const pages = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`public/page-${index}.html`, '<p>Words of the page</p>']));
		const report = writeImport(await openedPlan(folderOf({ 'a.md': '# A', ...pages })), emptyFolder());
		expect(report.left.unread).toEqual([{ file: 'public/ (200 pages)', why: 'It lies in a folder that programs build, or make pages with.' }]);
	});

	test('where a program is known, its pages are not texts', async () => {
		const plan = await openedPlan(folderOf({ 'SUMMARY.md': '* [A](a.md)', 'a.md': '# A', 'b.html': '<p>Words of the page</p>', 'c.txt': 'Words of a text' }));
		expect(plan.texts.map(({ from }) => from)).toEqual(['a.md']);
	});

	test('a page that is nested without end is left, and told', async () => {
		const report = writeImport(await openedPlan(folderOf({ 'a.md': '# A', 'deep.html': `${'<div>'.repeat(200_000)}words` })), emptyFolder());
		expect(report.done.texts.map(({ from }) => from)).toContain('a.md');
	}, 60_000);
});

test('a page of Google Docs: bold words, nested lists, real links, footnotes, no comments', async () => {
	const { body, notes, title } = await read(
		`<html><head><title>Rules</title><style>.c1{font-weight:700}.c2{font-style:italic}.c3{font-weight:400}</style></head><body><p class="title"><span class="c3">House rules</span></p>
		<p><span class="c1">Cook</span><span> and </span><span class="c2">clean</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup> <a href="https://www.google.com/url?q=https://example.org/%3Fa%3D1&amp;sa=D">here</a></p>
		<ul class="lst-kix_ab1-0 start"><li><span>one</span></li></ul><ul class="lst-kix_ab1-1 start"><li><span>inside</span></li></ul><ul class="lst-kix_ab1-0"><li><span>two</span></li></ul>
		<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> Both.</span></p></div><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Really?</span></p></div></body></html>`,
	);
	expect(title).toBe('House rules');
	expect(body).toBe('# House rules\n\n**Cook** and _clean_[^1] [here](https://example.org/?a=1)\n\n- one\n  - inside\n- two\n\n***\n\n[^1]: Both.\n');
	expect(notes).toEqual(['It has a comment, which was left out.']);
});

test('an export of Confluence: the text alone, its boxes as alerts, names without numbers', async () => {
	const page = (title: string, content: string) =>
		`<html><head><title>House : ${title}</title></head><body><div id="breadcrumb-section"><ol><li><a href="index.html">House</a></li></ol></div><h1 id="title-heading"><span id="title-text">House : ${title}</span></h1><div id="content" class="view"><div class="page-metadata">Created by Ada</div><div id="main-content" class="wiki-content group">${content}</div></div><div id="footer">Document generated by Confluence</div></body></html>`;
	const plan = await openedPlan(
		folderOf({
			'House/Kitchen_123.html': page(
				'Kitchen',
				'<h2 id="Kitchen-Fire">Fire</h2><div class="confluence-information-macro confluence-information-macro-note"><span class="aui-icon"></span><div class="confluence-information-macro-body"><p>Mind it.</p></div></div><ul class="inline-task-list"><li class="checked">done</li><li>open</li></ul><p>See <a href="456.html">money</a>.</p>',
			),
			'House/456.html': page(
				'Money',
				'<div class="expand-container"><div class="expand-control"><span class="expand-control-text">More</span></div><div class="expand-content"><p>We share.</p></div></div>',
			),
		}),
	);
	expect(plan.texts.map(({ from, to, title }) => `${from} -> ${to} ${title}`)).toEqual(['House/456.html -> house/money.md Money', 'House/Kitchen_123.html -> house/kitchen.md Kitchen']);
	expect(bodyFrom(plan, 'House/Kitchen_123.html')).toBe('## Fire\n\n> [!WARNING]\n> Mind it.\n\n- [x] done\n- [ ] open\n\nSee [money](money.md).\n');
	expect(bodyFrom(plan, 'House/456.html')).toBe('<details>\n<summary>More</summary>\n\nWe share.\n\n</details>\n');
});

test('an export of Notion: names without numbers, links that work, callouts, tables of data left', async () => {
	const id = (digit: string) => digit.repeat(32);
	const plan = await openedPlan(
		folderOf({
			[`House ${id('a')}.md`]: `# House\n\n[Kitchen](House%20${id('a')}/Kitchen%20${id('b')}.md)\n\n<aside>\n💡 Mind **this**.\n\nAnd that.\n\n</aside>\n\n\`\`\`\n<aside>\n</aside>\n\`\`\`\n`,
			[`House ${id('a')}/Kitchen ${id('b')}.md`]: '# Kitchen\n\nCook.\n',
			[`House ${id('a')}/People ${id('c')}.csv`]: 'Name\nAda\n',
		}),
	);
	expect(plan.generator).toBe('Notion (export)');
	expect(plan.texts.map(({ to, title }) => `${to} ${title}`)).toEqual(['house/kitchen.md Kitchen', 'house.md House']);
	expect(bodyFrom(plan, `House ${id('a')}.md`)).toBe('# House\n\n[Kitchen](house/kitchen.md)\n\n> [!TIP]\n> 💡 Mind **this**.\n>\n> And that.\n\n```\n<aside>\n</aside>\n```\n');
	expect(writeImport(plan, emptyFolder()).left.unread.map(({ file }) => file)).toEqual([`House ${id('a')}/People ${id('c')}.csv`]);
});

test('a Markdown export of Google Docs: pictures at its end become files', async () => {
	const data = Buffer.from(dot).toString('base64');
	const zip = zipSync({ 'Rules.md': strToU8(`# Rules\n\nUp to 1\\-2 people ![][image1]\n\n\`[x]: <data:image/png;base64,AAAA>\`\n\n[image1]: <data:image/png;base64,${data}>\n`) });
	const path = join(emptyFolder(), 'rules.zip');
	writeFileSync(path, zip);
	const plan = await openedPlan(path);
	expect(bodyFrom(plan, 'Rules.md')).toBe('# Rules\n\nUp to 1-2 people ![][image1]\n\n`[x]: <data:image/png;base64,AAAA>`\n\n[image1]: rules-1.png\n');
	expect(plan.files.map(({ from, to }) => `${from} -> ${to}`)).toEqual(['rules-1.png -> rules-1.png']);
	expect(Buffer.from(plan.source.bytes('rules-1.png')).equals(dot)).toBe(true);
});

describe('plain texts', () => {
	async function plain(text: string): Promise<string> {
		return bodyFrom(await openedPlan(folderOf({ 'notes.txt': text })), 'notes.txt');
	}

	test('keep their headings and lists, and what Markdown would eat', async () => {
		expect(await plain('Our notes\n=========\n\n- one\n- two\n\nUse <name> & C:\\*.* for AT&amp;T <https://example.org>\n')).toBe(
			'Our notes\n=========\n\n- one\n- two\n\nUse \\<name> & C:\\\\*.* for AT\\&amp;T <https://example.org>\n',
		);
	});

	test('keep the line breaks that were meant, and no others', async () => {
		const wrapped = 'This is a long paragraph that somebody wrapped by hand at about seventy\nletters, as was the custom in the days of old, and so the lines of it all\nrun on to the end.\n';
		expect(await plain(`${wrapped}\nThe House\n1 Some Street\nSome Town\n\n    First line of something set in,\nand its next line.\n`)).toBe(
			`${wrapped}\nThe House\\\n1 Some Street\\\nSome Town\n\nFirst line of something set in,\\\nand its next line.\n`,
		);
	});

	test('lines drawn at the top are no facts', async () => {
		expect(await plain('--------\nNotes of May\n--------\n\nWe met.\n')).toContain('Notes of May');
	});

	test('files of machines are none', async () => {
		const plan = await openedPlan(folderOf({ 'a.md': '# A', 'robots.txt': 'User-agent: all', 'requirements.txt': 'x', 'LICENSE.txt': 'Some words' }));
		expect(plan.texts.map(({ from }) => from)).toEqual(['a.md']);
	});
});
