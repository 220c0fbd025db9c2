import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { writeImport } from '../../../src/handbook/import/write-import.js';
import { readHandbook } from '../../../src/handbook/read-handbook.js';
import { bodyFrom, emptyFolder, planFor, planOf, textFrom } from './source-folder.js';

const jekyll = fileURLToPath(new URL('../../fixtures/import/jekyll/', import.meta.url));
const settings = { '_config.yml': 'title: Mill\nmarkdown: kramdown\nurl: https://mill.example.org\n' };

/** What a text of a small site becomes. */
function bodyOf(text: string, others: Record<string, string> = {}): string {
	return bodyFrom(planFor({ ...settings, 'x.md': text, ...others }), 'x.md');
}

/** The addresses that lead to a text of a small site. */
function addressesOf(path: string, text: string, config = ''): string[] {
	const content = textFrom(planFor({ '_config.yml': `markdown: kramdown\n${config}`, [path]: text, 'other.md': 'Text' }), path).content;
	return [...(/^aliases:\n((?: {2}- .*\n)*)/m.exec(content)?.[1] ?? '').matchAll(/- (.*)\n/g)].map(([, address = '']) => address);
}

test('the site says who the group is and in which order to read', () => {
	const plan = planOf(jekyll);
	expect(plan.generator).toBe('Jekyll');
	expect(plan.group).toEqual({
		name: 'Lakeside Co-op',
		repo: 'https://github.com/example/lakeside',
		languages: ['en'],
		nav: ['pages/introduction', { title: 'How we agree', items: ['agreements/quiet-hours'] }],
	});
	expect(plan.findings.contentsLeft).toEqual([
		{ from: '_data/navigation.yml', line: 7, title: 'Chores', why: 'its text is hidden' },
		{ from: '_data/navigation.yml', line: 9, title: 'Old wiki', why: 'it leads to https://wiki.example.org/, which is no text of this handbook' },
	]);
});

test('every text has a place, a kind, a title and the addresses that led to it', () => {
	const target = emptyFolder();
	const plan = planOf(jekyll);
	writeImport(plan, target);
	const { value, problems } = readHandbook(target);
	const addresses = new Map(value.entries.map(({ path, fields }) => [path, fields.aliases?.join(' ')]));
	expect(plan.texts.map(({ from, to, kind, title }) => `${from} -> ${to} (${kind}) ${title}: ${addresses.get(to) ?? ''}`)).toEqual([
		'index.md -> pages/introduction.md (page) Welcome to Lakeside: ',
		'_agreements/quiet-hours.md -> agreements/quiet-hours.md (agreement) Quiet hours: rules/quiet quiet.html',
		'_agreements/chores.md -> agreements/chores.md (agreement) Chores: ',
		'_drafts/a-secret.md -> drafts/a-secret.md (page) A secret: ',
		'_notes/loose.md -> notes/loose.md (page) Loose: ',
		'_posts/2020-05-03-the-move.md -> posts/the-move.md (page) The move: news/2020/05/03/the-move',
		'about.html -> about.md (page) About: about-us.html',
		'guides/de/erster-tag.md -> guides/de/erster-tag.md (page) Erster Tag: ',
		'guides/first-day.md -> guides/first-day.md (page) First day: old/guide',
		'news.html -> news.md (page) News: ',
	]);
	expect(problems.map(({ code, file, line }) => `${code} ${file}:${line}`)).toEqual(['link-broken content/pages/introduction.md:6']);
	expect(plan.findings.brokenLinks.map(({ file, fileLine, from, line, target: address }) => `${file}:${fileLine} ${from}:${line} ${address}`)).toEqual([
		'content/pages/introduction.md:6 index.md:7 ../agreements/chores.md',
	]);
});

test('what was shown to nobody stays hidden', () => {
	expect(planOf(jekyll).findings.hidden.map(({ from, field }) => `${from} ${field}`)).toEqual(['_agreements/chores.md published', '_drafts/a-secret.md _drafts/', '_notes/loose.md _notes/']);
	const collection = planFor({ '_config.yml': 'collections: [rules]\n', '_rules/x.md': 'Text', 'y.md': 'Text' });
	expect(collection.findings.hidden.map(({ from, field }) => `${from} ${field}`)).toEqual(['_rules/x.md _rules/']);
	const told = planFor({ '_config.yml': 'defaults:\n  - scope: { path: old }\n    values: { published: false }\n', 'old/x.md': 'Text', 'y.md': 'Text' });
	expect(told.findings.hidden.map(({ from }) => from)).toEqual(['old/x.md']);
});

test('Liquid is what readers saw, and what only the program knows stays', () => {
	const plan = planOf(jekyll);
	expect(bodyFrom(plan, 'index.md')).toBe(`Welcome to Lakeside Co-op! Read about [quiet hours](../agreements/quiet-hours.md),
[chores](../agreements/chores.md), [the move](../posts/the-move.md) and the [guide](../guides/first-day.md).




## Who we are <a id="who"></a>

> [!NOTE]
> We are many.

* Ana
* Bo

It is cold.

![Map](../assets/map.png)
`);
	expect(bodyFrom(plan, '_agreements/quiet-hours.md')).toBe(`From ten it is quiet.

<div class="box">
<p>

Even *on Sundays*.

</p>
<p>Always.</p>
</div>

Bring **socks** in winter.

> [!NOTE]
> Ask first.

{% include recent.html %}

\`\`\`sh
ls {{ keep }}
\`\`\`

\`\`\`liquid
{{ page.title }}
\`\`\`

Write \`{{ site.title }}\` for the name.

[Back](../pages/introduction.md) to [who](../pages/introduction.md#who).
`);
	expect(bodyFrom(plan, 'guides/first-day.md')).toBe('> [!WARNING]\n> **Mind the step**\n>\n> It is high.\n\n1. Come in.\n\n');
	expect(plan.findings.problems.map(({ from, line, message }) => `${from}:${line} ${message}`)).toEqual([
		'index.md:22 {% for member in site.data.members %} made this part from data. What it made is a part of the text now.',
		'_agreements/quiet-hours.md:16 {% include recent.html %} was left as it is: the file cannot be brought in, or the program makes a part of it.',
		'news.html:5 {% for post in site.posts %} and what belongs to it was left as it is: what it shows comes from data that only the program has.',
	]);
});

test('pages of HTML stay HTML', () => {
	expect(bodyFrom(planOf(jekyll), 'about.html')).toBe('<section>\n<h2>About Lakeside Co-op</h2>\n<p>Since 1990.</p>\n</section>');
});

test('languages are translations, days of posts are no decisions', () => {
	expect(textFrom(planOf(jekyll), 'guides/de/erster-tag.md').content).toContain('lang: de\ntranslationOf: guides/first-day\n');
	const plan = planFor({ '_config.yml': 'collections:\n  decisions: { output: true }\n', '_decisions/2020-05-03-x.md': '---\ndate: 2020-05-04\n---\nText', 'y.md': 'Text' });
	expect(textFrom(plan, '_decisions/2020-05-03-x.md').content).toBe('---\ntitle: X\naliases:\n  - decisions/2020-05-03-x.html\n---\n\nText');
	expect(plan.findings.droppedFields.map(({ field, value }) => [field, value])).toEqual([['date of the post', '2020-05-04']]);
});

describe('a site is recognised', () => {
	test.each([
		['by its settings', { '_config.yml': 'theme: minima', 'x.md': 'Text' }],
		['by a Gemfile', { '_config.yml': 'title: x', Gemfile: 'gem "jekyll"', 'x.md': 'Text' }],
		['by its folders', { '_posts/2020-01-01-x.md': 'Text', '_layouts/a.html': '' }],
		['in docs/', { 'docs/_config.yml': 'remote_theme: a/b', 'docs/x.md': 'Text', 'README.md': 'Code' }],
	])('%s', (_what, files) => {
		expect(planFor(files).generator).toBe('Jekyll');
	});

	test.each([
		['of mdBook', { 'book.toml': '', 'src/x.md': 'Text', '_config.yml': 'theme: minima' }],
		['of Jupyter Book', { '_config.yml': 'title: x\nsphinx: {}', '_toc.yml': '', 'x.md': 'Text' }],
		['with any _config.yml', { '_config.yml': 'title: x', 'x.md': 'Text' }],
		['with settings that cannot be read', { '_config.yml': 'theme: [', 'x.md': 'Text' }],
	])('and no folder %s', (_what, files) => {
		expect(planFor(files).generator).not.toBe('Jekyll');
	});
});

describe('addresses', () => {
	const post = '---\ntitle: A\ncategories: [Our House, b]\n---\nText';
	test.each([
		['_posts/2020-05-03-The-Move.md', post, '', ['our-house/b/2020/05/03/The-Move.html']],
		['_posts/2020-05-03-x.md', post, 'permalink: pretty', ['our-house/b/2020/05/03/x']],
		['_posts/2020-05-03-x.md', post, 'permalink: ordinal', ['our-house/b/2020/124/x.html']],
		['_posts/2020-05-03-x.md', post, 'permalink: none', ['our-house/b/x.html']],
		['_posts/2020-05-03-x.md', post, 'permalink: /blog/:year-:month/:title/', ['blog/2020-05/x']],
		['cat/_posts/2020-05-03-x.md', '---\nslug: y\n---\nText', '', ['cat/2020/05/03/y.html']],
		['guides/x.md', 'Text', '', ['guides/x.html']],
		['guides/x.md', '---\npermalink: /start/\nredirect_from: /old.html\n---\nText', '', ['start', 'old.html']],
		['_rules/a/x.md', 'Text', 'collections: { rules: { output: true } }', ['rules/a/x.html']],
		['_rules/x.md', 'Text', 'collections: { rules: { output: true, permalink: "/r/:path/" } }', ['r/x']],
	])('of %s', (path, text, config, addresses) => {
		expect(addressesOf(path, text, config)).toEqual(addresses.filter((address) => address !== 'rules/x'));
	});
});

test('nav_order and parent are an order', () => {
	const page = (facts: string): string => `---\n${facts}\n---\nText`;
	const plan = planFor({
		...settings,
		'index.md': page('title: Home\nnav_order: 1'),
		'b.md': page('title: B\nnav_order: 3\nhas_children: true'),
		'c.md': page('title: C\nparent: B\nnav_order: 2'),
		'd.md': page('title: D\nparent: B\nnav_order: 1'),
		'e.md': page('title: E\nnav_order: 2'),
		'f.md': page('title: F\nnav_exclude: true'),
		'loop.md': page('title: Loop\nparent: Loop'),
	});
	expect(plan.group.nav).toEqual(['pages/introduction', 'e', { title: 'B', items: ['b', 'd', 'c'] }]);
});

describe('notation', () => {
	test.each([
		['{% assign who = "Ana" %}Hello {{ who | upcase }}\n', 'Hello ANA\n'],
		['{{ page.missing | default: "none" }} {{ page.date | date: "%Y" }}\n', 'none {{ page.date | date: "%Y" }}\n'],
		['{% if page.draft_note %}Hidden{% endif %}Shown\n', 'Shown\n'],
		['{% if site.unknown %}A{% endif %}\n', '{% if site.unknown %}A{% endif %}\n'],
		['{% unless jekyll.environment == "production" %}Test{% endunless %}Words\n', 'Words\n'],
		['`{{ site.title }}` {{ site.title }}\n', '`{{ site.title }}` Mill\n'],
		['```\n{{ site.title }}\n```\n', '```\n{{ site.title }}\n```\n'],
		['{% include_relative y.md %}\n', 'From Mill\n'],
		['{% include missing.html %}\n', '{% include missing.html %}\n'],
		['{% include figure image_path="a.png" alt="A" caption="B" %}\n', '![A](a.png)\n\nB\n'],
		['{% include video id="abc" provider="youtube" %}\n', '[https://www.youtube.com/watch?v=abc](https://www.youtube.com/watch?v=abc)\n'],
		['{% comment %}a\nb{% endcomment %}Words\n', 'Words\n'],
		['Words\n{: .prompt-tip }\n\nMore\n', '> [!TIP]\n> Words\n\nMore\n'],
		['1. One\n\n   Two\n   {: .notice--warning}\n', '1. One\n\n   > [!WARNING]\n   > Two\n'],
		['{% capture more %}\n*a*\n\nb\n{% endcapture %}<details>{{ more | markdownify }}</details>\n', '<details>\n\n*a*\n\nb\n\n</details>\n'],
		['[a](https://a.example){: .btn } b\n', '[a](https://a.example) b\n'],
		['<div markdown="1">\n*x*\n</div>\n', '<div>\n\n*x*\n</div>\n'],
		['*[CEO]: Nobody here\n', '- **CEO**: Nobody here\n'],
		['A {: smile :} and {% odd\n', 'A {: smile :} and {% odd\n'],
		['{% for x in site.data.none %}{{ x }}{% endfor %}\n', '{% for x in site.data.none %}{{ x }}{% endfor %}\n'],
		['{% endif %}{% else %}\n', '{% endif %}{% else %}\n'],
	])('%j', (source, markdown) => {
		expect(bodyOf(source, { 'y.md': 'From {{ site.title }}\n' })).toBe(markdown);
	});

	test('that never ends takes no time and loses no word', () => {
		const body = bodyOf(`${'{% if a %}'.repeat(5000)}Words${'{% endif %}'.repeat(5000)}\n${'{%'.repeat(20_000)}\n${'{:'.repeat(5000)}\n${'{{ a | '.repeat(5000)}\n`);
		expect(body).toContain('Words');
	});

	test('files that bring in each other come to an end', () => {
		expect(bodyOf('A\n\n{% include_relative y.md %}\n', { 'y.md': 'B\n\n{% include_relative x.md %}\n' })).toMatch(/^A\n\nB\n\nA\n/);
	});
});
