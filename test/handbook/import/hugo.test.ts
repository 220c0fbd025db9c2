import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { writeImport } from '../../../src/handbook/import/write-import.js';
import { readHandbook } from '../../../src/handbook/read-handbook.js';
import { bodyFrom, emptyFolder, planFor, planOf, textFrom } from './source-folder.js';

const hugo = fileURLToPath(new URL('../../fixtures/import/hugo/', import.meta.url));
const settings = 'baseURL = "https://mill.example.org/"\n';

/** What a text of a small site becomes. */
function bodyOf(text: string, others: Record<string, string> = {}): string {
	return bodyFrom(planFor({ 'hugo.toml': settings, 'content/x.md': text, ...others }), 'content/x.md');
}

test('the site says who the group is and in which order to read', () => {
	expect(planOf(hugo).generator).toBe('Hugo');
	expect(planOf(hugo).group).toEqual({
		name: 'Orchard House',
		repo: 'https://github.com/example/orchard',
		languages: ['en'],
		nav: [
			'pages/introduction',
			{ title: 'Agreements', items: ['agreements', 'agreements/money', 'agreements/quiet-hours'] },
			{ title: 'Guides', items: ['guides', 'guides/first-day', 'guides/cellar'] },
			{ title: 'Stories', items: ['stories/harvest'] },
		],
	});
});

test('every text has a place, a kind, a title and the addresses that led to it', () => {
	const target = emptyFolder();
	const plan = planOf(hugo);
	writeImport(plan, target);
	const { value } = readHandbook(target);
	const addresses = new Map(value.entries.map(({ path, fields }) => [path, fields.aliases?.join(' ')]));
	expect(plan.texts.map(({ from, to, kind, title }) => `${from} -> ${to} (${kind}) ${title}: ${addresses.get(to) ?? ''}`)).toEqual([
		'content/_index.md -> pages/introduction.md (page) Orchard House: ',
		'content/agreements/_index.md -> agreements/README.md (page) Agreements: rules old-rules',
		'content/agreements/money.md -> agreements/money.md (agreement) Money: agreements/sharing-money',
		'content/agreements/quiet-hours/index.md -> agreements/quiet-hours/index.md (agreement) Quiet hours: ',
		'content/guides/_index.md -> guides/README.md (page) Guides: ',
		'content/guides/first-day.md -> guides/first-day.md (page) Your first day at the orchard: start',
		'content/guides/cellar.html -> guides/cellar.md (page) The cellar: ',
		'content/stories/harvest.md -> stories/harvest.md (story) The long harvest: 2020/09/long-harvest',
		'content/agreements/money.de.md -> agreements/money-de.md (agreement) Geld: de/agreements/money',
		'content/agreements/secret.md -> agreements/secret.md (agreement) Not yet: ',
	]);
});

test('links lead to the new places, from references, addresses and files', () => {
	const plan = planOf(hugo);
	expect(bodyFrom(plan, 'content/_index.md')).toContain('[how we agree](../agreements/README.md) and the [first day](../guides/first-day.md#bring)');
	expect(bodyFrom(plan, 'content/agreements/quiet-hours/index.md')).toContain('See [money](../money.md), [the map](/images/map.png) and [the guide](../../guides/first-day.md).');
	expect(bodyFrom(plan, 'content/agreements/money.md')).toContain('[quiet hours](quiet-hours/index.md)');
	expect(bodyFrom(plan, 'content/agreements/_index.md')).toContain('- [Money](money.md)\n- [Quiet hours](quiet-hours/index.md)\n');
	expect(plan.files.map(({ from, to }) => ({ from, to }))).toEqual([
		{ from: 'content/agreements/quiet-hours/bell.png', to: 'agreements/quiet-hours/bell.png' },
		{ from: 'static/images/map.png', to: 'images/map.png' },
	]);
});

test('shortcodes are Markdown, and what is not known stays with its words', () => {
	const plan = planOf(hugo);
	expect(bodyFrom(plan, 'content/agreements/quiet-hours/index.md')).toContain(
		'> [!WARNING]\n> **At night**\n>\n> From ten it is quiet.\n>\n> - No drills.\n\n![The bell](bell.png)\n\nRings at *ten*.\n\nSee',
	);
	expect(bodyFrom(plan, 'content/agreements/money.md')).toContain(
		'**Income**\n\nAll of it.\n\n**Costs**\n\nHalf of it.\n\n<details><summary>Why half?</summary>\n\nBecause it **works**.\n\n</details>\n',
	);
	expect(bodyFrom(plan, 'content/guides/first-day.md')).toBe(`## What to bring <a id="bring"></a>

1. A cup.

   > [!NOTE]
   > We have **spoons**.

2. Boots.

Ask for the autumn keys.

<div class="box">

Our own box.

</div>

{{< weather town="Mill" >}}

Words in an unknown *shortcode*.

<https://www.youtube.com/watch?v=abc123>

Write {{< ref "x.md" >}} like this, or \`{{< ref "x.md" >}}\`:

\`\`\`text
{{< figure src="x.png" >}}
{{% notice %}}
\`\`\`

\`\`\`sh
{{ keep }}
ls
\`\`\`
`);
	expect(plan.findings.problems.map(({ from, line, message }) => `${from}:${line} ${message}`)).toEqual([
		'content/guides/old.org:1 This text was left: it is no Markdown. Save it as Markdown, then import again.',
		'content/guides/first-day.md:24 {{< weather town="Mill" >}} was left as it is: the shortcode “weather” is not known here.',
		'content/guides/first-day.md:26 The shortcode “shout” is not known here. The words between {{< shout loud="yes" >}} and its end are a part of the text now.',
		'content/guides/first-day.md:1 It was to be shown from 2019-04-01 on. Here it is shown at once; to hide it, add draft: true.',
		'content/guides/first-day.md:1 It was to be shown until 2031-01-01. Here it is shown after that too; to hide it, add draft: true.',
	]);
});

test('a page of HTML stays HTML', () => {
	expect(bodyFrom(planOf(hugo), 'content/guides/cellar.html')).toBe('<div>\n<p>Apples <b>sleep</b> here.</p>\n<p>See <a href="first-day.md">the first day</a>.</p>\n</div>');
});

test('languages are translations, drafts stay hidden, days of publication are no decisions', () => {
	const plan = planOf(hugo);
	expect(textFrom(plan, 'content/agreements/money.de.md').content).toContain('lang: de\ntranslationOf: agreements/money\n');
	expect(plan.findings.hidden).toEqual([{ from: 'content/agreements/secret.md', to: 'agreements/secret.md', field: 'draft' }]);
	const decision = planFor({ 'hugo.toml': settings, 'content/decisions/x.md': '---\ndate: 2020-05-03\n---\nText' });
	expect(textFrom(decision, 'content/decisions/x.md').content).toBe('---\ntitle: X\n---\n\nText');
	expect(decision.findings.droppedFields.map(({ field, value }) => [field, value])).toEqual([['date of the page', '2020-05-03']]);
});

test('the handbook reads without a problem', () => {
	const target = emptyFolder();
	const plan = planOf(hugo);
	writeImport(plan, target);
	const { value, problems } = readHandbook(target);
	expect(problems).toEqual([]);
	expect(value.entries).toHaveLength(9);
	expect([...plan.findings.brokenLinks, ...plan.findings.missingImages]).toEqual([]);
});

describe('a site is recognised', () => {
	const text = { 'content/x.md': 'Text' };
	test.each([
		['by hugo.toml', { 'hugo.toml': '', ...text }],
		['by config.toml', { 'config.toml': 'baseURL = "/"', ...text }],
		['by config.yaml', { 'config.yaml': 'languageCode: en', ...text }],
		['by a folder of settings', { 'config/_default/hugo.yaml': 'title: A', ...text }],
		['by its archetypes', { 'archetypes/default.md': '', ...text }],
		['in a folder of the repository', { 'site/hugo.json': '{}', 'site/content/x.md': 'Text', 'README.md': 'Code' }],
	])('%s', (_what, files) => {
		const plan = planFor(files);
		expect(plan.generator).toBe('Hugo');
		expect(plan.texts.map(({ to }) => to)).toEqual(['x.md']);
	});

	test.each([
		['of Zola', { 'config.toml': 'base_url = "https://x.example"', ...text }],
		['of another program', { 'config.yaml': 'name: x', ...text }],
		['of mdBook', { 'book.toml': '', 'config.toml': 'baseURL = "/"', 'src/x.md': 'Text', ...text }],
		['without texts', { 'hugo.toml': '', 'README.md': 'Text' }],
	])('and no folder %s', (_what, files) => {
		expect(planFor(files).generator).not.toBe('Hugo');
	});
});

describe('languages', () => {
	test('in folders of their own', () => {
		const plan = planFor({
			'hugo.yaml': 'defaultContentLanguage: de\nlanguages:\n  de: {contentDir: content/de, title: Haus}\n  en: {contentDir: content/en}\n',
			'content/de/agreements/ruhe.md': '---\ntitle: Ruhe\ntranslationKey: quiet\n---\nStill.',
			'content/en/agreements/quiet.md': '---\ntitle: Quiet\ntranslationKey: quiet\n---\nQuiet. [German](/agreements/ruhe/)',
		});
		expect(plan.group).toEqual({ name: 'Haus', languages: ['de'] });
		expect(textFrom(plan, 'content/en/agreements/quiet.md').content).toBe(
			'---\ntitle: Quiet\nlang: en\ntranslationOf: agreements/ruhe\naliases:\n  - en/agreements/quiet\n---\n\nQuiet. [German](ruhe.md)',
		);
	});

	test('a dot in a name is none where the site has one language', () => {
		expect(planFor({ 'hugo.toml': settings, 'content/version.de.md': 'Text' }).texts.map(({ to }) => to)).toEqual(['version-de.md']);
	});
});

describe('what keeps a page from being shown keeps it hidden', () => {
	test.each(['headless: true', '_build:\n  render: never', 'build:\n  render: false', 'draft: true'])('%s', (facts) => {
		expect(planFor({ 'hugo.toml': settings, 'content/x.md': `---\n${facts}\n---\nText` }).findings.hidden).toHaveLength(1);
	});

	test('also when the section above says so', () => {
		const plan = planFor({ 'hugo.toml': settings, 'content/s/_index.md': '---\ncascade:\n  build:\n    render: never\n---\n', 'content/s/x.md': 'Text', 'content/y.md': 'Text' });
		expect(plan.findings.hidden.map(({ from }) => from)).toContain('content/s/x.md');
		expect(plan.findings.hidden.map(({ from }) => from)).not.toContain('content/y.md');
	});
});

describe('shortcodes', () => {
	test.each([
		['{{% alert title="Mind" color="danger" %}}\nHot.\n{{% /alert %}}\n', '> [!CAUTION]\n> **Mind**\n>\n> Hot.\n'],
		['{{< hint warning >}}Hot.{{< /hint >}}\n', '> [!WARNING]\n> Hot.\n'],
		['{{% notice tip %}}\nOne.\n\n```\n{{< x >}}\n```\n{{% /notice %}}\n', '> [!TIP]\n> One.\n>\n> ```\n> {{< x >}}\n> ```\n'],
		['{{< callout type="important" text="Read it." />}}\n', '> [!IMPORTANT]\n> Read it.\n'],
		['{{< details "More" >}}\nWords\n{{< /details >}}\n', '<details><summary>More</summary>\n\nWords\n\n</details>\n'],
		['{{< columns >}}\nLeft\n<--->\nRight\n{{< /columns >}}\n', 'Left\n\nRight\n'],
		['{{< tabpane >}}\n{{< tab header="Shell" lang="sh" >}}\nls\n{{< /tab >}}\n{{< /tabpane >}}\n', '**Shell**\n\n```sh\nls\n```\n'],
		['A {{< vimeo 12 >}} B\n', 'A \n\n<https://vimeo.com/12>\n\n B\n'],
		['See {{< relref "y" >}}.\n', 'See [The Y](y.md).\n'],
		['[y]({{% ref "/y#z" %}})\n', '[y](y.md#z)\n'],
		['{{< comment >}}Not for you{{< /comment >}}\nWords\n', 'Words\n'],
		['{{< button href="/y/" >}}Go{{< /button >}}\n', '[Go](y.md)\n'],
		['{{< unknown >}} and {{ .Site }} {{< open\n', '{{< unknown >}} and {{ .Site }} {{< open\n'],
		['a {{< b >}}c{{< /b >}} d\n', 'a c d\n'],
		['{{% blocks/feature icon="x" title="Open" %}}\nAll of it.\n{{% /blocks/feature %}}\n', '**Open**\n\nAll of it.\n'],
		['{{< /hint >}}\n', '{{< /hint >}}\n'],
		['{{< tabs >}}{{< /hint >}}\n', '{{< tabs >}}{{< /hint >}}\n'],
	])('%j', (source, markdown) => {
		expect(bodyOf(source, { 'content/y.md': '---\ntitle: The Y\n---\n## Z\n' })).toBe(markdown);
	});

	test('nested without end, they take no time and lose no word', () => {
		const body = bodyOf(`${'{{< hint >}}'.repeat(5000)}Words${'{{< /hint >}}'.repeat(5000)}\n${'{{<'.repeat(20_000)}\n${'{{</*'.repeat(5000)}\n`);
		expect(body).toContain('Words');
	});

	test('texts that bring in each other come to an end', () => {
		expect(bodyOf('A\n\n{{% include "y.md" %}}\n', { 'content/y.md': 'B\n\n{{% include "x.md" %}}\n' })).toMatch(/^A\n\nB\n\nA\n/);
	});

	test('hidden texts are not brought in', () => {
		expect(bodyOf('{{% include "y.md" %}}\n', { 'content/y.md': '---\ndraft: true\n---\nSecret\n' })).toBe('{{% include "y.md" %}}\n');
	});
});
