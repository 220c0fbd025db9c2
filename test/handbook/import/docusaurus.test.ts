import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { writeImport } from '../../../src/handbook/import/write-import.js';
import { readHandbook } from '../../../src/handbook/read-handbook.js';
import { bodyFrom, contentsOf, emptyFolder, planFor, planOf, textFrom } from './source-folder.js';

const docusaurus = fileURLToPath(new URL('../../fixtures/import/docusaurus/', import.meta.url));

/** A site of one text, in MDX. */
const siteOf = (text: string, others: Record<string, string> = {}) => planFor({ 'docusaurus.config.js': 'export default { title: "House" };', 'docs/a.mdx': text, ...others });

test('the site says who the group is; sidebars, the blog and pages are the order', () => {
	expect(planOf(docusaurus).group).toEqual({
		name: 'Orchard "House"',
		repo: 'https://github.com/example/orchard',
		languages: ['en'],
		nav: [
			'intro',
			{ title: 'Agreements', items: ['agreements/quiet-hours', 'agreements/money'] },
			{ title: 'How we work', items: ['guides/pruning'] },
			{ title: 'News', items: ['blog/2023-05-14-harvest'] },
			'about',
		],
	});
});

test('every text has a place without numbers, as Markdown, with the addresses at which it was published', () => {
	const aliases = (content: string): string => [...content.matchAll(/^ {2}- ((?:de\/)?(?:docs|blog)\S*)$/gm)].map(([, alias]) => alias).join(' ');
	expect(planOf(docusaurus).texts.map(({ from, to, kind, title, content }) => `${from} -> ${to} (${kind}) ${title}: ${aliases(content)}`)).toEqual([
		'docs/01-intro.md -> intro.md (page) Welcome to the orchard: docs docs/next',
		'docs/01-agreements/01-quiet-hours.mdx -> agreements/quiet-hours.md (agreement) Quiet hours: docs/agreements/quiet docs/next/agreements/quiet',
		'docs/01-agreements/money.md -> agreements/money.md (agreement) Money: docs/agreements/money docs/next/agreements/money',
		'docs/02-guides/1-picking.md -> guides/picking.md (page) Picking: docs/guides/picking docs/next/guides/picking',
		'docs/02-guides/2-pruning.md -> guides/pruning.md (page) Pruning: docs/guides/pruning docs/next/guides/pruning',
		'docs/02-guides/secret.md -> guides/secret.md (page) Secret: docs/guides/secret docs/next/guides/secret',
		'blog/2023-05-14-harvest/index.md -> blog/2023-05-14-harvest/index.md (page) Harvest: blog/2023/05/14/harvest',
		'src/pages/about.md -> about.md (page) About us: ',
		'docs/_parts/_never-used.md -> parts/never-used.md (page) Never used: docs/_parts/_never-used docs/next/_parts/_never-used',
		'i18n/de/docusaurus-plugin-content-docs/current/01-agreements/money.md -> agreements/de/money.md (agreement) Geld: de/docs/agreements/money de/docs/next/agreements/money',
	]);
});

test('fields are in the terms of this format', () => {
	const plan = planOf(docusaurus);
	expect(textFrom(plan, 'docs/01-agreements/01-quiet-hours.mdx').content).toMatch(
		/^---\ntitle: Quiet hours\ntags:\n {2}- sleep\n {2}- night life\n {2}- rest\nupdated: 2023-02-01\nauthors:\n {2}- Ida\naliases:\n/,
	);
	expect(textFrom(plan, 'blog/2023-05-14-harvest/index.md').content).toContain('authors:\n  - Ida of the barn\n');
	expect(textFrom(plan, 'i18n/de/docusaurus-plugin-content-docs/current/01-agreements/money.md').content).toContain('lang: de\ntranslationOf: agreements/money\n');
	expect(plan.findings.hidden.map(({ to, field }) => `${to} ${field}`)).toEqual(['guides/picking.md draft', 'guides/secret.md unlisted', 'parts/never-used.md a name that begins with _']);
});

test('MDX is plain Markdown afterwards, and comments stay secret', () => {
	const body = bodyFrom(planOf(docusaurus), 'docs/01-agreements/01-quiet-hours.mdx');
	expect(body).toContain('It is quiet from 22 on. In code it is `{hour}` and `<Bell />`.');
	expect(body).not.toMatch(/Nobody should read this|import |export /);
	expect(body).toContain(
		'## After ten\n\n## <span id="bell"></span>The bell *rings*\n\n**In summer**\n\nThe bell rings at **eleven**.\n\n- once for the house\n- twice for the barn\n\n**In winter**\n\nThe bell rings at ten.\n',
	);
	expect(body).toContain('> [!CAUTION]\n> **Old title**\n>\n> Do not ring it twice.\n');
	expect(body).toContain('> [!WARNING]\n> **Fire**\n>\n> Leave by the door.\n>\n> > [!NOTE]\n> > The window is no door.\n');
	expect(body).toContain('Exceptions are made for Mo, see [money](money.md).');
	expect(body).toContain('`<Bell loud={true} />`\n\nNever ring for fun. See [the bell](#bell).');
	expect(body).toContain('<summary>Why a <strong>bell</strong>?</summary>\n\nBecause it is *loud*.\n\n</details>');
	expect(body).toContain('<img src="../img/bell.png" alt="The bell">');
	expect(body).toContain('**src/bell.js**\n\n```js title="src/bell.js"\nring({ times: 2 }); // <Bell />\n```');
	expect(body).toContain('Costs are {props.unknown} and x < 3 &#60; 4.');
});

test('links by path, by address and by alias of the site lead to the new places', () => {
	const plan = planOf(docusaurus);
	expect(bodyFrom(plan, 'docs/01-intro.md')).toContain(
		'[how quiet it is](agreements/quiet-hours.md#after-ten), [the guides](guides/pruning.md) or [our news](blog/2023-05-14-harvest/index.md).\n\n![The house](img/house.png)',
	);
	expect(bodyFrom(plan, 'docs/01-agreements/money.md')).toContain('[quiet hours](quiet-hours.md) and [the table](../files/table.pdf).\n\nShares are **equal**.');
	expect(bodyFrom(plan, 'src/pages/about.md')).toContain('[money](agreements/money.md)');
	expect(bodyFrom(plan, 'i18n/de/docusaurus-plugin-content-docs/current/01-agreements/money.md')).toContain('[Ruhe](../quiet-hours.md)');
});

test('what could not be kept is said', () => {
	expect(planOf(docusaurus).findings.problems.map(({ from, line, message }) => `${from}:${line} ${message}`)).toEqual([
		'sidebars.js:1 The list “Agreements” was introduced by words that no text holds: “What all of us agreed to.” Please put them where you want them.',
		'versions.json:1 Only the current texts were taken. Older versions were left: 1.0.',
		'README.md:1 This text was no part of the site and was left: README.md.',
		'docs/01-agreements/01-quiet-hours.mdx:60 <Bell> is a component of the site. It has no words that could be kept, so that it stands in the text as it was written.',
		'docs/01-agreements/01-quiet-hours.mdx:62 <Highlight> is a component of the site. The words in it were kept, and how it showed them was not.',
		'docs/01-agreements/01-quiet-hours.mdx:75 {props.unknown} was left as it is: only the program that made the site knows what it says.',
		'docs/02-guides/2-pruning.md:17 The box “:::note” is never closed. It was left as it is.',
	]);
});

test('the handbook reads without problems, and the source stays untouched', () => {
	const before = contentsOf(docusaurus);
	const target = emptyFolder();
	writeImport(planOf(docusaurus), target);
	const { value, problems } = readHandbook(target);
	expect(problems).toEqual([]);
	expect(value.entries.map(({ id }) => id).slice(0, 4)).toEqual(['intro', 'agreements/quiet-hours', 'agreements/money', 'guides/pruning']);
	expect(contentsOf(docusaurus)).toEqual(before);
});

test('a configuration in TypeScript or made by a function is read without running it', () => {
	const plan = planFor({
		'website/docusaurus.config.ts':
			"import type { Config } from 'x';\nconst config: Config = { title: `Mill`, presets: [['classic', { docs: { path: '../handbook', routeBasePath: '/' } } satisfies O]] };\nexport default async function make(): Promise<Config> { throw new Error('never run'); }\n",
		'handbook/b.md': '---\nsidebar_position: 1\n---\n\n# B\n',
		'handbook/a.md': '# A\n\n[B](/b)\n',
	});
	expect(plan.group.name).toBe('Mill');
	expect(plan.group.nav).toEqual(['b', 'a']);
	expect(bodyFrom(plan, 'handbook/a.md')).toBe('# A\n\n[B](b.md)\n');
});

test('folders are the order where no sidebar is: by position, number and name, with what _category_ says', () => {
	const plan = planFor({
		'docusaurus.config.js': 'module.exports = {};',
		'docs/z-first/_category_.yml': 'label: First things\nposition: 1\n',
		'docs/z-first/index.md': '# First\n',
		'docs/z-first/10-ten.md': '# Ten\n',
		'docs/z-first/2-two.md': '# Two\n',
		'docs/2023-report.md': '# Report\n',
		'docs/a.md': '# A\n',
	});
	expect(plan.group.nav).toEqual([{ title: 'First things', items: ['z-first', 'z-first/two', 'z-first/ten'] }, 'report', 'a']);
});

test('words in unknown components, fragments and expressions stay; hostile ones end nothing', () => {
	expect(bodyFrom(siteOf('<Foo>\n  **a**\n\n  - b\n</Foo>\n\n<>c</> <Bar x={() => <b>{`}`}</b>}>d</Bar> {"e*"} {/* f */}\n'), 'docs/a.mdx')).toBe('**a**\n\n- b\n\nc d e&#42; \n');
	expect(bodyFrom(siteOf('<Foo\n\nif a < b then {c\n\n<https://example.org> `<Foo>` \\{d\\}\n'), 'docs/a.mdx')).toContain('if a < b then {c\n\n<https://example.org> `<Foo>` ');
	const many = bodyFrom(siteOf(`${'<a x={'.repeat(1000)}${'{'.repeat(20_000)}${'<Foo>'.repeat(500)}\n\nlast words\n`), 'docs/a.mdx');
	expect(many).toContain('last words');
});

test('a text that brings in itself ends', () => {
	const plan = siteOf("import A from './a.mdx';\n\nwords\n\n<A />\n");
	expect(bodyFrom(plan, 'docs/a.mdx').match(/words/g)?.length).toBeLessThan(20);
	expect(plan.findings.problems.length).toBeGreaterThan(0);
});
