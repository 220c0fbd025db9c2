import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { ImportPlan } from '../../../src/handbook/import/import-plan.js';
import { writeImport } from '../../../src/handbook/import/write-import.js';
import { readHandbook } from '../../../src/handbook/read-handbook.js';
import { gitbookSentences, squeeze } from './sentences.js';
import { bodyFrom, contentsOf, emptyFolder, planFor, planOf, textFrom } from './source-folder.js';

const gitbook = fileURLToPath(new URL('../../fixtures/import/gitbook/', import.meta.url));

/** What becomes of a.md in a GitBook with b.md (titled “The B”) and other files beside it. */
function page(text: string, files: Record<string, string> = {}): string {
	return bodyFrom(planPage(text, files), 'a.md');
}

function planPage(text: string, files: Record<string, string> = {}): ImportPlan {
	return planFor({ 'SUMMARY.md': '* [A](a.md)\n* [B](b.md)\n', '.gitbook/assets/x.pdf': 'x', 'a.md': text, 'b.md': '# The B', ...files });
}

function fieldsFrom(plan: ImportPlan, from: string): Record<string, unknown> {
	return parse(/^---\n([\s\S]*?)\n---\n/.exec(textFrom(plan, from).content)?.[1] ?? '') as Record<string, unknown>;
}

describe('a GitBook of today', () => {
	test('is known by its folder and its settings, and read in the order of SUMMARY.md', () => {
		const plan = planOf(gitbook);
		expect(plan.generator).toBe('GitBook');
		expect(plan.group.nav).toEqual([
			'pages/introduction',
			{ title: 'House', items: ['house', { title: 'Kitchen', items: ['house/kitchen', 'house/kitchen/fridge'] }] },
			'guides/tools',
			{ title: 'What we agreed on', items: [{ title: 'Agreements', items: ['agreements', 'agreements/quiet-hours', 'agreements/guests'] }] },
		]);
		expect(plan.texts.map(({ to, kind, title }) => `${to} (${kind}) ${title}`)).toEqual([
			'pages/introduction.md (page) About the orchard house',
			'house/README.md (page) House',
			'house/kitchen.md (page) Kitchen',
			'house/kitchen/fridge.md (page) Fridge',
			'guides/tools.md (page) Our tools 🔧',
			'agreements/README.md (page) Agreements',
			'agreements/quiet-hours.md (agreement) Quiet hours',
			'agreements/guests.md (agreement) Guests',
			'agreements/secret.md (agreement) The surprise party',
		]);
	});

	test('reads as a handbook with the problems that the report names, and no others', () => {
		const target = emptyFolder();
		const plan = planOf(gitbook);
		writeImport(plan, target);
		const { problems } = readHandbook(target);
		expect(problems.map(({ file, line }) => `${file}:${line}`).sort()).toEqual(plan.findings.brokenLinks.map(({ file, fileLine }) => `${file}:${fileLine}`).sort());
		expect(plan.findings.brokenLinks.map(({ from, line, target: address }) => `${from}:${line} ${address}`)).toEqual(['README.md:28 broken-reference', 'agreements/README.md:7 secret.md']);
		expect(plan.findings.problems.map(({ from, line, message }) => `${from}:${line} ${message}`)).toEqual([
			'README.md:18 A column of these cards was hidden, so its words were left out.',
			'house/kitchen/fridge.md:19 {% hint style="info" %} has no end. Only the paragraph below it belongs to it now.',
			'house/kitchen/fridge.md:24 {% weather city="Here" %} was left as it is: it is not known here.',
			'guides/tools.md:9 {% openapi src="../.gitbook/assets/api.yaml" path="/pets" method="get" %} showed what stands in ../.gitbook/assets/api.yaml. Only a link to it is left.',
		]);
	});

	test('loses no sentence', () => {
		const target = emptyFolder();
		const plan = planOf(gitbook);
		writeImport(plan, target);
		const entries = new Map(readHandbook(target).value.entries.map((entry) => [entry.path, entry]));
		const lost = plan.texts.flatMap(({ from, to, content }) => {
			const entry = entries.get(to);
			const there = squeeze(entry ? `${entry.title}\n${entry.text.text}` : content);
			return gitbookSentences(readFileSync(join(gitbook, from), 'utf8')).filter((sentence) => !there.includes(squeeze(sentence)));
		});
		// A mention shows the title; names of files stood where links of cards are; one column is hidden; an emoji is one.
		expect(lost).toEqual(['Read guests.md before you invite anybody.', 'not for readers', 'kitchen.md', 'orchard (1).png', 'agreements', 'With hot water :droplet:.']);
	});

	test('its old addresses and its redirects lead to the texts', () => {
		const plan = planOf(gitbook);
		expect(fieldsFrom(plan, 'README.md').aliases).toEqual(['old/welcome']);
		expect(fieldsFrom(plan, 'agreements/quiet-hours.md').aliases).toEqual(['rules/quiet']);
	});

	test('what was hidden stays hidden, and its title too', () => {
		const plan = planOf(gitbook);
		expect(fieldsFrom(plan, 'agreements/secret.md').draft).toBe(true);
		expect(plan.texts.filter(({ content }) => /surprise/i.test(content)).map(({ from }) => from)).toEqual(['agreements/secret.md']);
	});

	test('descriptions are summaries, or stand below the title when they are long, and covers with them', () => {
		const plan = planOf(gitbook);
		expect(fieldsFrom(plan, 'agreements/quiet-hours.md').summary).toBe('When we sleep');
		expect(bodyFrom(plan, 'house/kitchen.md')).toMatch(/^# Kitchen\n\nThe kitchen is the heart of the house: .* the night\.\n\n1\. Turn on/);
		expect(bodyFrom(plan, 'README.md')).toMatch(/^# About the orchard house\n\n!\[\]\(<\.\.\/images\/orchard\.png>\)\n\n> \[!NOTE\]/);
		expect(plan.findings.droppedFields.map(({ field }) => field)).toEqual(['hidden']);
	});

	test('links below the root and from it lead where they led', () => {
		const target = emptyFolder();
		writeImport(planOf(gitbook), target);
		const html = readHandbook(target).value.entries.find(({ id }) => id === 'pages/introduction')?.text.html ?? '';
		expect(html).toContain('<a href="/house/kitchen/">kitchen</a>, <a href="/house/kitchen/fridge/">fridge</a>');
	});

	test('the source stays untouched', () => {
		const before = contentsOf(gitbook);
		writeImport(planOf(gitbook), emptyFolder());
		expect(contentsOf(gitbook)).toEqual(before);
	});
});

describe('blocks', () => {
	test.each([
		['a hint', '{% hint style="info" %}\nWords.\n{% endhint %}', '> [!NOTE]\n> Words.'],
		['a hint that says well done', '{% hint style="success" %}\nWords.\n{% endhint %}', '> [!TIP]\n> Words.'],
		['a hint that warns', '{% hint style=\'warning\' icon="fire" %}\nWords.\n{% endhint %}', '> [!WARNING]\n> Words.'],
		['a hint about danger', '{%hint style=danger%}\nWords.\n{%endhint%}', '> [!CAUTION]\n> Words.'],
		['a hint of another style', '{% hint style="pink" %}\nWords.\n{% endhint %}', '> [!NOTE]\n> Words.'],
		['a hint on one line', 'Before\n{% hint style="info" %} Words. {% endhint %} After', 'Before\n\n> [!NOTE]\n> Words.\n\nAfter'],
		['a hint with a list', '{% hint style="info" %}\n* One\n* Two\n{% endhint %}', '> [!NOTE]\n>\n> * One\n> * Two'],
		['a hint with code', '{% hint style="info" %}\n```\n{% tab %}\n```\n{% endhint %}', '> [!NOTE]\n>\n> ```\n> {% tab %}\n> ```'],
		['a hint in an item of a list', '* Item\n\n  {% hint style="info" %}\n  Words.\n  {% endhint %}\n* Next', '* Item\n\n  > [!NOTE]\n  > Words.\n\n* Next'],
		['a hint that is an item of a list', '* {% hint style="info" %}\n  Words.\n  {% endhint %}\n', '* > [!NOTE]\n  > Words.\n'],
		['a hint in a quotation', '> {% hint style="info" %}\n> Words.\n> {% endhint %}', '> > [!NOTE]\n> > Words.'],
		['an empty hint', 'A\n\n{% hint style="info" %}\n{% endhint %}\n\nB', 'A\n\n> [!NOTE]\n\nB'],
		['a hint without an end', '{% hint style="info" %}\nOne\ntwo\n\n## Three\n', '> [!NOTE]\n> One\n> two\n\n## Three\n'],
		['a hint within a hint', '{% hint style="info" %}\nOne\n{% hint style="danger" %}\nTwo\n{% endhint %}\nThree', '> [!NOTE]\n> One\n\n> [!CAUTION]\n> Two\n\nThree'],
		['an end without a beginning', 'One\n{% endhint %}\nTwo', 'One\nTwo'],
		['blocks that cross', '{% tabs %}\n{% tab title="A" %}\n{% hint style="info" %}\nOne\n{% endtab %}\n{% endhint %}\n{% endtabs %}\nTwo', '**A**\n\n> [!NOTE]\n> One\n\nTwo'],
		['tabs', '{% tabs %}\n{% tab title="A" %}\nOne\n{% endtab %}\n{% tab title="B" %}\nTwo\n{% endtab %}\n{% endtabs %}', '**A**\n\nOne\n\n**B**\n\nTwo'],
		['tabs without ends', '{% tabs %}\n{% tab title="A" %}\nOne\n{% tab title="B" %}\nTwo', '**A**\n\nOne\n\n**B**\n\nTwo'],
		['tabs with headings', '## Above\n\n{% tabs %}\n{% tab title="A" %}\n#### Deep\n{% endtab %}\n{% endtabs %}', '## Above\n\n### A\n\n#### Deep'],
		['a reference', '{% content-ref url="b.md" %}\n[b.md](b.md)\n{% endcontent-ref %}', '[The B](b.md)'],
		['a reference that is not there', '{% content-ref url="gone.md" %}\n[gone.md](gone.md)\n{% endcontent-ref %}', '[gone.md](gone.md)'],
		['a reference with words of its own', '{% content-ref url="https://example.org/" %}\n[Example](https://example.org/)\n{% endcontent-ref %}', '[Example](https://example.org/)'],
		['a reference from before', '{% page-ref page="b.md" %}', '[The B](b.md)'],
		['an embed', '{% embed url="https://example.org/v?x=1" %}', '[example.org/v](https://example.org/v?x=1)'],
		[
			'an embed with words',
			'{% embed url="https://example.org/v" caption="All *of* us" %}\n\n{% embed url="https://example.org/w" %}\nBelow\n{% endembed %}',
			'[example.org/v](https://example.org/v)\n\nAll \\*of\\* us\n\n[example.org/w](https://example.org/w)\n\nBelow',
		],
		['an embed of another service', '{% @figma/embed url="https://figma.example/x" %}', '[figma.example/x](https://figma.example/x)'],
		['a file', '{% file src=".gitbook/assets/x.pdf" %}\nOur form\n{% endfile %}', '[x.pdf](images/x.pdf)\n\nOur form'],
		['code with a title', '{% code title="a.sh" lineNumbers="true" %}\n```sh\nrun\n```\n{% endcode %}', '**a.sh**\n\n```sh\nrun\n```'],
		['steps', '{% stepper %}\n{% step %}\n## One\n\nFirst\n{% endstep %}\n{% step %}\nSecond\n{% endstep %}\n{% endstepper %}', '1) ## One\n\n   First\n\n2) Second'],
		['columns', '{% columns %}\n{% column %}\nLeft\n{% endcolumn %}\n{% column width="50%" %}\nRight\n{% endcolumn %}\n{% endcolumns %}', 'Left\n\nRight'],
		['words that another program would change', '{% raw %}\n{{ x }}\n{% endraw %}', '{{ x }}'],
		['a table', '| a |\n| - |\n| {% file src=".gitbook/assets/x.pdf" %} |', '| a |\n| - |\n| [x.pdf](images/x.pdf) |'],
	])('%s', (_what, source, result) => {
		expect(page(source)).toBe(result);
	});

	test.each([
		'`{% hint style="info" %}`',
		'``{% hint %} ` {% endhint %}``',
		'```\n{% hint style="info" %}\n```',
		'Prices {%20} fell by 5 %}.',
		'{% unclosed',
		'{% if visitor %}\nWords\n{% endif %}',
		'{ % hint % }',
	])('what only looks like it stays: %j', (source) => {
		expect(page(source)).toBe(source);
	});
});

describe('what stands in lines', () => {
	test.each([
		['a mention', '[b.md](b.md "mention") and [x](https://example.org "mention")', '[The B](b.md) and [x](https://example.org)'],
		['emoji', 'At 10:30:45 :tada: :no_such_thing: `:tada:` http://a:smile:80', 'At 10:30:45 🎉 :no_such_thing: `:tada:` http://a:smile:80'],
		['an anchor that says what the heading says', '# A\n\n## My part <a href="#my-part" id="my-part"></a>', '# A\n\n## My part'],
		['an anchor of another name', '# A\n\n## Mine <a href="#old" id="old"></a>\n\n[to](#old)', '# A\n\n## Mine <a id="old"></a>\n\n[to](#old)'],
		['an anchor of the title', '# A <a href="#old" id="old"></a>\nWords', '# A\n\n<a id="old"></a>\n\nWords'],
		['a figure', '<figure><img src="x.png" alt="Us"><figcaption></figcaption></figure>', '![Us](x.png)'],
		['a figure with words', 'A\n<figure>\n<img src="x.png" alt="">\n<figcaption><p>All of <em>us</em></p></figcaption>\n</figure>\nB', 'A\n\n![](x.png)\n\nAll of _us_\n\nB'],
		['colours', '<mark style="color:red;">Red</mark>', '<mark style="color:red;">Red</mark>'],
		['escapes', 'One \\(two\\) \\& three&#x20;', 'One (two) & three&#x20;'],
	])('%s', (_what, source, result) => {
		expect(page(source)).toBe(result);
	});

	test('a table that is shown as cards is a list of links', () => {
		const head = '<thead><tr><th></th><th></th><th data-hidden data-card-target data-type="content-ref"></th></tr></thead>';
		const table = (rows: string): string => `<table data-view="cards">${head}<tbody>${rows}</tbody></table>`;
		expect(
			page(
				table(
					'<tr><td><strong>B</strong></td><td>About <em>B</em></td><td><a href="b.md">b.md</a></td></tr><tr><td></td><td>No title</td><td><a href="b.md">b.md</a></td></tr><tr><td>No link</td><td></td><td></td></tr>',
				),
			),
		).toBe('- [**B**](<b.md>)\n\n  About _B_\n- [No title](<b.md>)\n- No link');
	});

	test('a table with words beside it stays', () => {
		const source = '<table data-view="cards"><tbody><tr><td>A</td></tr></tbody></table> beside <table><tbody><tr><td>B</td></tr></tbody></table>';
		expect(page(source)).toBe(source);
	});

	test('a hidden column of a table stays hidden', () => {
		const plan = planPage('<table><thead><tr><th>Name</th><th data-hidden>Phone</th></tr></thead><tbody><tr><td>Ada</td><td>555</td></tr></tbody></table>');
		expect(bodyFrom(plan, 'a.md')).toBe('<table><thead><tr><th>Name</th></tr></thead><tbody><tr><td>Ada</td></tr></tbody></table>');
		expect(plan.findings.problems.map(({ message }) => message)).toEqual(['A column of this table was hidden, so its words were left out.']);
	});
});

test('links to headings by the ids that GitBook gave lead to those that they have now', () => {
	const headings = '# A\n\n## Joining & leaving\n\n## 1. Budget 2.0\n\n## **Money**&#x20;\n\n## id-2\n\n## 2';
	expect(page('[a](b.md#joining-and-leaving) [b](b.md#id-1.-budget-2.0) [c](b.md#money) [d](b.md#gone) [e](b.md#id-2)', { 'b.md': headings })).toBe(
		'[a](b.md#joining--leaving) [b](b.md#1-budget-20) [c](b.md#money) [d](b.md#gone) [e](b.md#id-2)',
	);
	expect(page(`${headings}\n\n[a](#joining-and-leaving)`)).toContain('[a](#joining--leaving)');
});

describe('what is brought in', () => {
	test('a text for many places, with its links seen from here', () => {
		const files = { '.gitbook/includes/x.md': '---\ntitle: X\n---\n\n[B](../../b.md) ![](../assets/p.png)\n\n{% include "y.md" %}', '.gitbook/includes/y.md': 'Y' };
		expect(page('Before\n\n{% include ".gitbook/includes/x.md" %}', files)).toBe('Before\n\n[B](b.md) ![](.gitbook/assets/p.png)\n\nY');
	});

	test('neither what is not there nor what brings in itself', () => {
		const plan = planPage('{% include "gone.md" %}', { 'c.md': '{% include "c.md" %}' });
		expect(bodyFrom(plan, 'a.md')).toBe('{% include "gone.md" %}');
		expect(plan.findings.problems.map(({ from }) => from)).toContain('a.md');
		expect(bodyFrom(plan, 'c.md')).toBe('{% include "c.md" %}');
	});

	test('variables of the book', () => {
		expect(page('We are {{ book.org }}, {{book.nothing}}, `{{ book.org }}`.', { 'book.json': '{"variables": {"org": "Orchard"}}' })).toBe('We are Orchard, {{book.nothing}}, `{{ book.org }}`.');
	});
});

describe('a GitBook from before 2018', () => {
	test('is named by book.json and was published as .html', () => {
		const plan = planFor({
			'book.json': '\uFEFF{"title": "Our book", "root": "./docs", "language": "de", "structure": {"summary": "TOC.md"}}',
			'README.md': 'About the repository',
			'docs/TOC.md': '* [Start](README.md)\n* [A](sub/README.md)\n* [B](sub/b.md)\n',
			'docs/README.md': '# Start',
			'docs/sub/README.md': '# A',
			'docs/sub/b.md': '# B\n\n[A](README.html)',
		});
		expect(plan.generator).toBe('GitBook (SUMMARY.md)');
		expect(plan.group).toMatchObject({ name: 'Our book', languages: ['de'], nav: ['pages/introduction', 'sub', 'sub/b'] });
		expect(plan.texts).toHaveLength(3);
		expect(fieldsFrom(plan, 'docs/sub/b.md').aliases).toEqual(['sub/b.html']);
	});

	test('has a folder for each language, whose texts are translations', () => {
		const plan = planFor({
			'LANGS.md': '* [English](en/)\n* [Deutsch](de/README.md)\n',
			'en/SUMMARY.md': '* [Quiet](quiet.md)\n',
			'en/quiet.md': '# Quiet',
			'de/SUMMARY.md': '* [Ruhe](quiet.md)\n',
			'de/quiet.md': '# Ruhe',
		});
		expect(plan.group).toMatchObject({
			languages: ['en'],
			nav: [
				{ title: 'English', items: ['en/quiet'] },
				{ title: 'Deutsch', items: ['de/quiet'] },
			],
		});
		expect(fieldsFrom(plan, 'de/quiet.md')).toMatchObject({ lang: 'de', translationOf: 'en/quiet' });
	});

	test('settings that cannot be read are told', () => {
		const plan = planFor({ 'SUMMARY.md': '* [A](a.md)', 'a.md': '# A', 'book.json': '{', '.gitbook.yaml': 'root: [' });
		expect(plan.findings.problems.map(({ from, message }) => `${from} ${message.split(':')[0]}`)).toEqual(['a.md .gitbook.yaml cannot be read', 'a.md book.json cannot be read.']);
	});
});
