import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RenderOptions, renderText } from '../../src/markdown/render.js';
import { stringsFor } from '../../src/strings/index.js';
import { miniResolver } from './mini-resolver.js';

function render(markdown: string, options: Partial<RenderOptions> = {}) {
	return renderText(markdown, { title: 'The title', labels: stringsFor('en').text, resolver: miniResolver, trust: 'own', ...options });
}

const html = (markdown: string, options?: Partial<RenderOptions>) => render(markdown, options).html;

describe('the Markdown of GitHub', () => {
	test('has tables, which scroll, by keyboard too', () => {
		expect(html('| a | b |\n| :-: | --: |\n| `c` | d |')).toBe(
			'<div class="table-scroll" role="group" aria-label="Table" tabindex="0"><table>\n<thead>\n<tr>\n<th align="center">a</th>\n<th align="right">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td align="center"><code>c</code></td>\n<td align="right">d</td>\n</tr>\n</tbody>\n</table></div>',
		);
		expect(html('| a |\n| - |', { labels: stringsFor('ar').text })).toContain('aria-label="جدول"');
	});

	test('has words struck through, tasks and bare addresses', () => {
		expect(html('~~no~~')).toBe('<p><del>no</del></p>');
		expect(html('- [ ] a\n- [x] b')).toBe(
			'<ul class="contains-task-list">\n<li class="task-list-item"><input type="checkbox" disabled aria-label="To do"> a</li>\n<li class="task-list-item"><input type="checkbox" checked disabled aria-label="Done"> b</li>\n</ul>',
		);
		expect(html('https://example.org/a')).toBe('<p><a href="https://example.org/a">https://example.org/a</a></p>');
	});

	test.each(['1', 'note', 'größe', '注', 'a.b', 'a"b', '%41'])('has footnotes that lead there and back: [^%s]', (label) => {
		const { html: found, faults } = render(`A[^${label}] and again[^${label}].\n\n[^${label}]: The note.`);
		const ids = [...found.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
		const targets = [...found.matchAll(/ href="#([^"]*)"/g)].map(([, target]) => target);
		expect(faults).toEqual([]);
		expect(new Set(ids).size).toBe(ids.length);
		expect(targets).toHaveLength(4);
		expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
		expect(found).not.toContain('missing');
	});

	test('says in the language of the text what footnotes are', () => {
		const found = html('A[^1]\n\n[^1]: B', { labels: stringsFor('es').text });
		expect(found).toContain(stringsFor('es').text.footnotes);
		expect(found).toContain(`aria-label="${stringsFor('es').text.backToText} 1"`);
		expect(found).toContain('class="sr-only"');
		expect(found).toContain('aria-describedby="footnote-label"');
	});

	describe.each(['en', 'es', 'ar'])('has five alerts, in %s', (lang) => {
		const { text } = stringsFor(lang);
		test.each(['note', 'tip', 'important', 'warning', 'caution'] as const)('%s', (kind) => {
			expect(html(`> [!${kind.toUpperCase()}]\n> Some *words*.\n>\n> More.`, { labels: text })).toBe(
				`<aside class="alert alert-${kind}">\n<p class="alert-title">${text.alerts[kind]}</p>\n<p>Some <em>words</em>.</p>\n<p>More.</p>\n</aside>`,
			);
		});
	});

	test.each([
		['with words in lower case', '> [!note]\n> x', 'aside'],
		['alone', '> [!NOTE]', 'aside'],
		['with a break after it', '> [!NOTE]  \n> x', 'aside'],
		['with a list after it', '> [!NOTE]\n> - x', 'aside'],
		['of a kind that there is not', '> [!DANGER]\n> x', 'blockquote'],
		['with words on its line', '> [!NOTE] x', 'blockquote'],
		['further down', '> x\n> [!NOTE]', 'blockquote'],
	])('knows an alert %s', (_, markdown, element) => {
		expect(html(markdown)).toMatch(new RegExp(`^<${element}`));
		if (element === 'aside') expect(html(markdown)).not.toContain('[!');
	});

	test('has code in colours by class, without styles', () => {
		expect(html('```js\nconst a = "<b>";\n```')).toBe(
			'<pre tabindex="0"><code class="hljs language-js"><span class="hljs-keyword">const</span> a = <span class="hljs-string">"&#x3C;b>"</span>;\n</code></pre>',
		);
		expect(html('```nothing-known\n<b>\n```')).toBe('<pre tabindex="0"><code class="hljs language-nothing-known">&#x3C;b>\n</code></pre>');
		expect(html('    indented <b>')).toBe('<pre tabindex="0"><code>indented &#x3C;b>\n</code></pre>');
	});
});

describe('headings', () => {
	test('are links to themselves, each with an id of its own', () => {
		const { html: found, headings, ids } = render('## How *it* goes\n\n### How it goes\n\n## Über uns\n\n## 会議');
		expect(found).toContain('<h2 id="how-it-goes"><a href="#how-it-goes" class="anchor">How <em>it</em> goes</a></h2>');
		expect(headings).toEqual([
			{ depth: 2, id: 'how-it-goes', text: 'How it goes' },
			{ depth: 3, id: 'how-it-goes-1', text: 'How it goes' },
			{ depth: 2, id: 'über-uns', text: 'Über uns' },
			{ depth: 2, id: '会議', text: '会議' },
		]);
		expect([...ids]).toEqual(headings.map(({ id }) => id));
	});

	test('with a link in them are left as they are', () => {
		expect(html('## See [this](x)')).toBe('<h2 id="see-this">See <a href="/somewhere/">this</a></h2>');
	});

	test('move down a level when the text uses the first one', () => {
		expect(render('# A\n\n## B\n\n###### C').headings.map(({ depth }) => depth)).toEqual([2, 3, 6]);
		expect(render('## B\n\n### C').headings.map(({ depth }) => depth)).toEqual([2, 3]);
		expect(html('<h1>A</h1>\n\n## B')).toMatch(/<h2[\s\S]*<h3/);
	});

	test.each([
		['that is the title', '# The title\n\nText'],
		['that is the title in other capitals and spaces', '#  THE   title #\n\nText'],
		['that is the title, underlined', 'The title\n=====\n\nText'],
	])('give way to the page’s own title: one %s', (_, markdown) => {
		expect(render(markdown)).toMatchObject({ html: '<p>Text</p>', headings: [] });
	});

	test('stay when they say something else or stand further down', () => {
		expect(render('# Another\n\nText').headings).toHaveLength(1);
		expect(render('Text\n\n# The title').headings).toHaveLength(1);
		expect(render('## The title\n\nText').headings).toHaveLength(1);
	});

	test('in quotations are not in the table of contents', () => {
		expect(render('> ## A\n\n## B').headings.map(({ text }) => text)).toEqual(['B']);
	});
});

describe('raw HTML in the group’s own text', () => {
	test.each([
		'<details open><summary>More</summary><p>Words</p></details>',
		'<figure><p>x</p><figcaption>Words</figcaption></figure>',
		'<p><kbd>Ctrl</kbd>, H<sub>2</sub>O, x<sup>2</sup>, <abbr title="Community Land Trust">CLT</abbr>, <mark>this</mark>, <small>that</small>, <u>it</u>, <cite>Book</cite></p>',
		'<p><time datetime="2024-05-17">May</time>, <ruby>漢<rt>kan</rt></ruby>, <bdi>x</bdi>, a<wbr>b</p>',
		'<p lang="ar" dir="rtl">كلمات</p>',
		'<dl><dt>Term</dt><dd>Words</dd></dl>',
		'<address>Moss Lane</address>',
		'<ol start="3" reversed><li>x</li></ol>',
		'<p align="center">x</p>',
	])('stays: %s', (markdown) => {
		expect(html(markdown)).toBe(markdown.replace(' reversed', ''));
	});

	test('has Markdown within it', () => {
		expect(html('<details>\n<summary>*a* `b`</summary>\n\n*c*\n\n</details>')).toBe('<details>\n<summary>*a* `b`</summary>\n<p><em>c</em></p>\n</details>');
	});

	test.each([
		['<script>x</script>words', 'words'],
		['<style>p { color: red }</style>words', 'words'],
		['<p style="color: red" onclick="x" class="x" data-x="y">words</p>', '<p class="">words</p>'],
		[
			'<form action="https://example.org"><button formaction="x">words</button><input name="a"><textarea>b</textarea><select><option>c</option></select></form>',
			'words<input name="a" disabled type="checkbox" aria-label="To do">bc',
		],
		['<a href="x" target="_blank" ping="https://example.org" download>words</a>', '<p><a href="/somewhere/">words</a></p>'],
		['<svg onload="x"><circle r="1"/><text>words</text></svg>', '<p>words</p>'],
		['<font color="red" face="x">words</font>', '<p>words</p>'],
		['<noscript>no</noscript><template>no</template>words', '<p>words</p>'],
		[
			'<picture><source srcset="https://example.org/a.png"><img src="here.svg" alt="words"></picture>',
			'<p><img src="/media/here.svg" alt="words" width="2" height="3" loading="lazy" decoding="async"></p>',
		],
		['<div action="https://example.org" background="https://example.org" usemap="https://example.org">words</div>', '<div>words</div>'],
		['words<!-- a comment -->', '<p>words</p>'],
	])('goes: %s', (markdown, expected) => {
		expect(html(markdown)).toBe(expected);
	});

	test.each([
		['a frame', '<iframe src="https://example.org/v?x" title="A talk"></iframe>', 'https://example.org/v?x', 'A talk'],
		['a frame without a title', '<iframe src="//example.org/v?x"></iframe>', 'https://example.org/v?x', 'example.org/v'],
		['a video', '<video src="https://example.org/v.mp4" poster="https://example.org/p.png" autoplay></video>', 'https://example.org/v.mp4', 'example.org/v.mp4'],
		['a video with sources', '<video><source src="https://example.org/v.webm"><source src="https://example.org/v.mp4">No video.</video>', 'https://example.org/v.webm', 'example.org/v.webm'],
		['sound', '<audio src="https://example.org/a.mp3"></audio>', 'https://example.org/a.mp3', 'example.org/a.mp3'],
		['an object', '<object data="https://example.org/o.swf"><param name="x"></object>', 'https://example.org/o.swf', 'example.org/o.swf'],
		['an embed', '<embed src="https://example.org/e">', 'https://example.org/e', 'example.org/e'],
	])('becomes a link: %s', (_, markdown, href, words) => {
		const { html: found, faults, externalLinks } = render(`Words\n\n${markdown}`);
		expect(found).toContain(`<a href="${href}" class="embed">${words}</a>`);
		expect(found.match(/https:/g)).toHaveLength(1);
		expect(faults).toMatchObject([{ code: 'media-remote', line: 3, column: 1 }]);
		expect(externalLinks).toEqual([href]);
	});

	test('becomes a link without a word of warning when the film is in the handbook', () => {
		expect(render('<video src="tour.mp4"></video>')).toMatchObject({ html: expect.stringContaining('<a href="/somewhere/" class="embed">tour.mp4</a>'), faults: [] });
	});

	test.each(['<iframe src="javascript:alert(1)"></iframe>', '<embed src="data:text/html,x">', '<video src="javascript:x"></video>', '<iframe srcdoc="<script>x</script>"></iframe>'])(
		'goes without a trace when it is a program: %s',
		(markdown) => {
			expect(render(markdown)).toMatchObject({ html: expect.not.stringMatching(/<[^p/]|javascript|data:|script/), faults: [] });
		},
	);
});

describe('a text of MDX', () => {
	test('is read without its components, imports and expressions', () => {
		const { html: found, text } = render('import X from "./x"\n\nexport const a = 1\n\n# The title\n\n<X a={b}>\n\nSome *words* {a}.\n\n</X>', { syntax: 'mdx' });
		expect(found).toBe('<p>Some <em>words</em> .</p>');
		expect(text).toBe('Some words .');
	});
});

describe('the words alone', () => {
	test('are what is searched, without what only programs read', () => {
		const { text } = render('## A & B\n\nOne **two** `three <b>`.\n\n- four\n- five[^1]\n\n| six | seven |\n| - | - |\n\n<script>canary</script>\n\n[^1]: eight');
		expect(text).toMatch(/^A & B\n+One two three <b>\.\n+four\nfive/);
		for (const word of ['six', 'seven', 'eight']) expect(text).toContain(word);
		expect(text).not.toMatch(/canary|href|class/);
	});
});

describe('the text of another group', () => {
	const foreign = (markdown: string) => render(markdown, { trust: 'foreign' });

	test('has no raw HTML', () => {
		expect(foreign('a <b onclick="x">b</b>\n\n<details>c</details>\n\n<!-- d -->').html).not.toMatch(/<b|details|onclick|!--/);
	});

	test('has a prefix before every id, and links to them that work', () => {
		const { html: found, faults } = foreign('## Here\n\n[a](#here) B[^1] [c](#gone)\n\n[^1]: D');
		const ids = [...found.matchAll(/ (?:id|aria-describedby)="([^"]*)"/g)].map(([, id]) => id);
		const targets = [...found.matchAll(/ href="#([^"]*)"/g)].map(([, target]) => target ?? '');
		expect(ids.length).toBeGreaterThan(3);
		expect([...ids, ...targets].filter((id) => !id?.startsWith('text-'))).toEqual([]);
		expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
		expect(faults.map(({ message }) => message)).toEqual(['There is no heading “#gone” in this text.']);
	});

	test('has links to https and mailto only, which vouch for nothing', () => {
		const { html: found } = foreign('[a](https://example.org) [b](mailto:us@example.org) [c](http://example.org) [d](tel:1) [e](matrix:x) <https://example.org/f> [g](//example.org/g)');
		const rel = 'rel="nofollow ugc noreferrer"';
		expect(found).toBe(
			`<p><a href="https://example.org" ${rel}>a</a> <a href="mailto:us@example.org" ${rel}>b</a> <a>c</a> <a>d</a> <a>e</a> <a href="https://example.org/f" ${rel}>https://example.org/f</a> <a href="https://example.org/g" ${rel}>g</a></p>`,
		);
	});

	test('has links instead of images', () => {
		const { html: found, faults } = foreign(
			'![words](https://example.org/a.png) ![](https://example.org/b.png) ![c](here.svg) ![d](data:image/png;base64,x) [![e](https://example.org/e.png)](https://example.org)',
		);
		expect(found).not.toContain('<img');
		expect(found).toContain(
			'<a href="https://example.org/a.png" class="embed" rel="nofollow ugc noreferrer">words</a> <a href="https://example.org/b.png" class="embed" rel="nofollow ugc noreferrer">example.org/b.png</a>',
		);
		expect(found).toContain(' d <a href="https://example.org" rel="nofollow ugc noreferrer">e</a>');
		expect(faults.every(({ code }) => code === 'media-remote')).toBe(true);
	});

	test('keeps what Markdown itself makes', () => {
		const found = foreign('> [!TIP]\n> x\n\n- [x] a\n\n| b |\n| :-: |\n\n```js\nlet c\n```\n\n1. d\n\n---\n\n~~e~~ **f** `g`').html;
		for (const part of ['alert-tip', 'alert-title', 'checked disabled', 'align="center"', 'hljs-keyword', '<ol>', '<hr>', '<del>', '<strong>', '<code>', 'table-scroll']) expect(found).toContain(part);
	});
});

describe('no text brings the chain down', () => {
	test('whatever it is made of', () => {
		const scrap = fc.constantFrom(
			'# ',
			'\n',
			'\n\n',
			'> ',
			'- ',
			'[x](',
			'[x]: ',
			')',
			'![',
			'](',
			'`',
			'```\n',
			'|',
			'| - |\n',
			'<b ',
			'<div>',
			'</p>',
			'<!--',
			'-->',
			'[^1]',
			'[^1]: ',
			'[!NOTE]',
			'&#0;',
			'*',
			'_',
			'~',
			'\t',
			'  \n',
			'%lQ',
			'\u0000',
			'𝒳',
			'https://x.y',
			'<svg>',
			'<math>',
			'<table>',
			'<td>',
			'<a name=x>',
			'<template>',
			'="',
			"'",
			'>',
			'\\',
		);
		fc.assert(
			fc.property(fc.array(scrap, { maxLength: 40 }), fc.constantFrom('own' as const, 'foreign' as const), (scraps, trust) => {
				expect(render(scraps.join(''), { trust }).html).toBeTypeOf('string');
			}),
			{ numRuns: 400 },
		);
	});
});
