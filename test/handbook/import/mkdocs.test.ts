import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { writeImport } from '../../../src/handbook/import/write-import.js';
import { readHandbook } from '../../../src/handbook/read-handbook.js';
import { bodyFrom, contentsOf, emptyFolder, planFor, planOf, textFrom } from './source-folder.js';

const mkdocs = fileURLToPath(new URL('../../fixtures/import/mkdocs/', import.meta.url));

/** A site of one text, with these lines in its settings. */
const siteOf = (text: string, settings = '') => planFor({ 'mkdocs.yml': `site_name: House\n${settings}`, 'docs/a.md': text });

test('the settings say who the group is, whatever tags are in them; nav is the order', () => {
	const { group, findings } = planOf(mkdocs);
	expect(group).toEqual({
		name: 'Harbour house',
		repo: 'https://github.com/example/harbour',
		languages: ['en'],
		nav: ['pages/introduction', { title: 'Agreements', items: ['agreements', 'agreements/quiet'] }, { title: 'Guides', items: ['guides/keys'] }],
	});
	expect(findings.contentsLeft.map(({ title, why }) => `${title}: ${why}`)).toEqual([
		'Gone: there is no text at agreements/gone.md',
		'Harbour office: it leads to https://office.example.org/, which is no text of this handbook',
	]);
});

test('every text has a place, a kind and a title; drafts and what is excluded stay hidden', () => {
	const { texts, findings } = planOf(mkdocs);
	expect(texts.map(({ from, to, kind, title }) => `${from} -> ${to} (${kind}) ${title}`)).toEqual([
		'docs/index.md -> pages/introduction.md (page) Welcome aboard',
		'docs/agreements/index.md -> agreements/index.md (page) Agreements',
		'docs/agreements/quiet.md -> agreements/quiet.md (agreement) Quiet hours',
		'docs/guides/keys.md -> guides/keys.md (page) Keys',
		'docs/drafts/plan.md -> drafts/plan.md (page) Plan',
		'docs/guides/unlisted.md -> guides/unlisted.md (page) Unlisted',
		'docs/includes/part.md -> includes/part.md (page) Part',
		'docs/index.de.md -> de/index.md (page) Willkommen',
	]);
	expect(findings.hidden.map(({ to, field }) => `${to} ${field}`)).toEqual(['drafts/plan.md draft_docs', 'includes/part.md exclude_docs']);
});

test('facts without lines around them are fields; redirects are addresses; names with a language are translations', () => {
	const plan = planOf(mkdocs);
	expect(textFrom(plan, 'docs/index.md').content).toMatch(/^---\ntitle: Welcome aboard\nauthors:\n {2}- Ola\n {2}- Pim\n---\n\n# Welcome\n/);
	expect(textFrom(plan, 'docs/guides/keys.md').content).toContain('aliases:\n  - old/keys\n');
	expect(textFrom(plan, 'docs/index.de.md').content).toContain('lang: de\ntranslationOf: pages/introduction\n');
	expect(bodyFrom(plan, 'docs/guides/unlisted.md')).toMatch(/^Warning: the first line/);
});

test('boxes and tabs are alerts, details and parts with titles, within each other as well', () => {
	const body = bodyFrom(planOf(mkdocs), 'docs/agreements/quiet.md');
	expect(body).toContain('> [!NOTE]\n> It is quiet from ten on.\n>\n> - in the house\n> - on the jetty\n');
	expect(body).toContain(
		'> [!TIP]\n> **It works**\n>\n> Since we agreed, <mark>nobody</mark> left. H<sub>2</sub>O and x<sup>2</sup>.\n>\n> <details>\n> <summary>Why <strong>ten</strong>?</summary>\n>\n> Because of the ferry.\n>\n> ```py\n> !!! not "a box"\n> ```\n>\n> </details>\n',
	);
	expect(body).toContain('<details open>\n<summary>Danger</summary>\n\nNever ring the bell.\n\n</details>');
	expect(body).toContain("**Summer**\n\nEleven o'clock.\n\n**Weekend**\n\nTwelve o'clock.\n\n**Winter**\n\nTen o'clock.\n");
	expect(body).toContain('1. First\n\n    > [!TIP]\n    > In the item.\n\n2. Second (1)\n');
});

test('attributes go without loss, ids stay, and marks say what they said', () => {
	const body = bodyFrom(planOf(mkdocs), 'docs/agreements/quiet.md');
	expect(body).toContain(
		'## <span id="the-bell"></span>Bells\n\nPress <kbd>Ctrl</kbd>+<kbd>Alt</kbd>+<kbd>Del</kbd> to stop it. <ins>Added.</ins> <del>Removed.</del>  (Ola: really?)\n\nParagraph with a class.\n<span id="lead"></span>\n',
	);
	expect(body).toContain('**Bosun**\n\n- Rings the bell.\n\n  Only at noon.\n\n**Cook**\n\n- Rings it for lunch.\n- And for dinner.\n');
	expect(body).toContain('A code `{ .stays }` and `code`.\n\n- **HTML**: Hyper Text Markup Language\n- **CSS**: Cascading Style Sheets\n');
	expect(body).toContain('In a fire, leave by the **door**.\n\n--8<-- "missing.md"\n\n[Top](#lead), [bell](#the-bell), [noise](#über-den-lärm)');
	expect(bodyFrom(planOf(mkdocs), 'docs/guides/keys.md')).toContain('> [!WARNING]\n> **Do not lose it**\n>\n> There is only one.\n');
});

test('links lead to the new places, and so do fragments that MkDocs spelled in another way', () => {
	const plan = planOf(mkdocs);
	expect(bodyFrom(plan, 'docs/index.md')).toContain(
		'We have 11 rooms and one {{ unknown_thing }}. Read about [noise](../agreements/quiet.md#über-den-lärm) or [keys](../guides/keys.md).\n\n[Quiet hours](../agreements/quiet.md) and ![The harbour](../img/harbour.png)\n',
	);
	expect(bodyFrom(plan, 'docs/guides/keys.md')).toContain('[back](../pages/introduction.md) or [home](../agreements/quiet.md)');
});

test('the handbook reads with the broken link of the source and no other', () => {
	const before = contentsOf(mkdocs);
	const target = emptyFolder();
	const plan = planOf(mkdocs);
	writeImport(plan, target);
	const { value, problems } = readHandbook(target);
	expect(problems.map(({ code, file, line }) => `${code} ${file}:${line}`)).toEqual(plan.findings.brokenLinks.map(({ file, fileLine }) => `link-broken ${file}:${fileLine}`));
	expect(plan.findings.brokenLinks.map(({ from, line, target: address }) => `${from}:${line} ${address}`)).toEqual(['docs/agreements/quiet.md:80 nothing.md']);
	expect(plan.findings.problems.map(({ from, line }) => `${from}:${line}`)).toEqual(['docs/index.md:7', 'docs/agreements/quiet.md:78', 'docs/guides/unlisted.md:1']);
	expect(value.entries).toHaveLength(6);
	expect(contentsOf(mkdocs)).toEqual(before);
});

test('folders are the order where nav is not, as .pages wishes', () => {
	const plan = planFor({
		'mkdocs.yml': 'site_name: House\nplugins: [awesome-pages]\n',
		'docs/b.md': '# B\n',
		'docs/index.md': '# Start\n',
		'docs/rules/.pages': 'title: Our rules\nnav:\n  - z.md\n  - ...\n  - First of all: a.md\n',
		'docs/rules/a.md': 'A\n',
		'docs/rules/m.md': 'M\n',
		'docs/rules/z.md': 'Z\n',
	});
	expect(plan.group.nav).toEqual(['pages/introduction', 'b', { title: 'Our rules', items: ['rules/z', 'rules/m', 'rules/a'] }]);
});

test('notation that the site has not switched on is text', () => {
	const text = 'a ==b== ++c++ ^d^ {++e++}\n\nf { .g }\n\n*[H]: i\n\nTerm\n:   meaning\n';
	expect(bodyFrom(siteOf(text), 'docs/a.md')).toBe(text);
});

test('settings that cannot be read, and boxes without end, lose no word', () => {
	const nested = Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth * 4)}!!! note "n${depth}"`).join('\n\n');
	const plan = siteOf(`${nested}\n\nlast words\n`, 'nav: [\n  !!bad {\n');
	expect(bodyFrom(plan, 'docs/a.md')).toContain('n299');
	expect(bodyFrom(plan, 'docs/a.md')).toContain('last words');
});
