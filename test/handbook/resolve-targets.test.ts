import { describe, expect, test } from 'vitest';
import { type MiniFiles, placed, readMini, smallImage } from '../mini-handbook.js';

const files: MiniFiles = {
	'practices/check-in.md': '---\ntitle: Check-in\nid: practices/round\naliases: [practices/old-round]\n---\n\n## How it *goes*\n\n<a name="why"></a>\n',
	'practices/Our Way.md': '# Our way\n',
	'practices/deep/er/here.md': '# Here\n',
	'practices/Grüße.md': '# Grüße\n\n## Über uns\n',
	'practices/100%.md': '# All\n',
	'practices/plan.pdf': 'PDF',
	'agreements/README.md': '# What we agreed\n',
	'pages/guide/index.md': '# Guide\n',
	'pages/notes.mdx': '# Notes\n',
	'README.md': '# Welcome\n',
	'shared/logo.svg': smallImage,
	'practices/Ein Bild ü.svg': smallImage,
	'practices/broken.png': 'no picture',
};

/** The HTML of a link or image in a text, and the problems it gives. */
function resolve(markdown: string, from = 'practices/from.md', base = '/') {
	const { value, problems } = readMini({ ...files, [from]: `---\ntitle: From\n---\n${markdown}\n` }, { base });
	const entry = value.entries.find(({ path }) => path === from);
	return { html: entry?.text.html.replace(/^<p>|<\/p>$/g, '') ?? '', problems, entry, value };
}

describe('a link leads to', () => {
	test.each([
		['a file beside it', 'check-in.md', '/practices/round/'],
		['a file beside it, with a dot', './check-in.md', '/practices/round/'],
		['a file of another folder', '../agreements/README.md', '/agreements/'],
		['a file in a folder', 'deep/er/here.md', '/practices/deep/er/here/'],
		['a file by its path from the root', '/practices/check-in.md', '/practices/round/'],
		['a file by its path from the root, without slash', 'practices/check-in.md', '/practices/round/'],
		['a file without its extension', 'check-in', '/practices/round/'],
		['a file as another generator writes it', 'check-in.html', '/practices/round/'],
		['a file of MDX', '../pages/notes.mdx', '/pages/notes/'],
		['a folder with a README', '../agreements', '/agreements/'],
		['a folder with a README and a slash', '../agreements/', '/agreements/'],
		['a folder with an index', '/pages/guide/', '/pages/guide/'],
		['a folder of a kind, without a README', '../roles/', '/roles/'],
		['the folder it is in', './', '/practices/'],
		['an id', '/practices/round', '/practices/round/'],
		['an id without slash', 'practices/round', '/practices/round/'],
		['a former id', '/practices/old-round/', '/practices/round/'],
		['the introduction of everything', '/', '/readme/'],
		['the group', '../group.md', '/'],
		['the search', '/search', '/search/'],
		['the whole book', '/book/', '/book/'],
		['a heading elsewhere', 'check-in.md#how-it-goes', '/practices/round/#how-it-goes'],
		['a place with a name elsewhere', 'check-in.md#why', '/practices/round/#why'],
		['the top of another text', 'check-in.md#top', '/practices/round/#top'],
		['a file, with a query', 'check-in.md?plain=1#why', '/practices/round/#why'],
		['a name with a space', '<Our Way.md>', '/practices/our-way/'],
		['a name with an escaped space', 'Our%20Way.md', '/practices/our-way/'],
		['a name with an umlaut', 'Grüße.md', '/practices/gruesse/'],
		['a name with an escaped umlaut', 'Gr%C3%BC%C3%9Fe.md', '/practices/gruesse/'],
		['a name stored in another way', 'Grüße.md'.normalize('NFD'), '/practices/gruesse/'],
		['a heading with an umlaut', 'Grüße.md#über-uns', '/practices/gruesse/#über-uns'],
		['a heading with an escaped umlaut', 'Grüße.md#%C3%BCber-uns', '/practices/gruesse/#über-uns'],
		['a name with a percent sign', '100%.md', '/practices/100/'],
		['a name with an escaped percent sign', '100%25.md', '/practices/100/'],
		['another site', 'https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
		['another site, in the protocol of this one', '//example.org/a', 'https://example.org/a'],
		['an address of mail', 'mailto:us@example.org', 'mailto:us@example.org'],
		['a telephone', 'tel:+4912345', 'tel:+4912345'],
	])('%s', (_, address, href) => {
		const { html, problems } = resolve(`[words](${address})`);
		expect(html).toBe(`<a href="${href}">words</a>`);
		expect(problems).toEqual([]);
	});

	test('a file beside it, which is then published under a name that changes with it', () => {
		const { html, value } = resolve('[plan](plan.pdf)');
		expect(html).toMatch(/^<a href="\/media\/plan-[0-9a-f]{8}\.pdf">plan<\/a>$/);
		expect(value.assets.map(({ path, name }) => [path, `/media/${name}`])).toEqual([['practices/plan.pdf', /"(.*?)"/.exec(html)?.[1]]]);
	});

	test('a heading of its own text', () => {
		const { html, problems } = resolve('[a](#über-uns) [b](#%C3%BCber-uns) [c](#top) [d](#)\n\n## Über uns');
		expect(html).toContain('<a href="#%C3%BCber-uns">a</a> <a href="#%C3%BCber-uns">b</a> <a href="#top">c</a> <a href="#">d</a>');
		expect(problems).toEqual([]);
	});

	test('the same places when the site is in a folder', () => {
		const { html, problems } = resolve('[a](check-in.md#why) [b](/) [c](/search) [d](plan.pdf) ![e](/shared/logo.svg) [f](#top) [g](https://example.org)', 'practices/from.md', '/our/handbook/');
		expect(html.replaceAll(/-[0-9a-f]{8}\./g, '.')).toBe(
			'<a href="/our/handbook/practices/round/#why">a</a> <a href="/our/handbook/readme/">b</a> <a href="/our/handbook/search/">c</a> <a href="/our/handbook/media/plan.pdf">d</a> <img src="/our/handbook/media/logo.svg" alt="e" width="2" height="3" loading="lazy" decoding="async"> <a href="#top">f</a> <a href="https://example.org">g</a>',
		);
		expect(problems).toEqual([]);
	});

	test('the home page, when no README is there', () => {
		const { value } = readMini({ 'pages/a.md': '---\ntitle: A\n---\n[home](/) [home](../)\n' }, { base: '/x/' });
		expect(value.entries[0]?.text.html).toBe('<p><a href="/x/">home</a> <a href="/x/">home</a></p>');
	});
});

describe('a link that leads nowhere is taken off and reported', () => {
	test.each([
		['check-inn.md', 'Did you mean practices/check-in.md?'],
		['../elsewhere/check-in.md', 'Did you mean practices/check-in.md?'],
		['/practices/rownd', 'Did you mean practices/round?'],
		['../../../etc/passwd', undefined],
		['../..', undefined],
		['%2e%2e/%2e%2e/package.json', undefined],
		['Chek-In.md', 'Did you mean practices/check-in.md?'],
		['nothing-like-it-anywhere.md', undefined],
		['%lQ.md', undefined],
		['///example.org', undefined],
		['', undefined],
	])('“%s”', (address, hint) => {
		const { html, problems } = resolve(`Some [*words*](${address}) more`);
		expect(html).toBe('Some <span class="missing"><em>words</em></span> more');
		expect(problems.map(placed)).toEqual(['content/practices/from.md:4:6 link-broken']);
		if (hint) expect(problems[0]?.hint).toBe(hint);
		else expect(problems[0]?.hint).not.toContain('Did you mean');
	});

	test.each(['%lQ', '%', '%C3', 'a%00b', '%E0%A4%A', '#%lQ', '\u0000'])('in raw HTML, with impossible escapes: “%s”', (address) => {
		const { html, problems } = resolve(`<a href="${address}">words</a>`);
		expect(html).toBe('<span class="missing">words</span>');
		expect(problems.map(({ code }) => code)).toEqual(['link-broken']);
	});

	test('when a heading is not there', () => {
		const { html, problems } = resolve('[a](#hwo) [b](check-in.md#how-it-gose) [c](Grüße.md#nothing-like-it)\n\n## How');
		expect(html).toContain('<span class="missing">a</span> <a href="/practices/round/#how-it-gose">b</a>');
		expect(problems.map((each) => `${placed(each)} ${each.message} ${each.hint}`)).toMatchInlineSnapshot(`
			[
			  "content/practices/from.md:4:1 link-broken There is no heading “#hwo” in this text. Did you mean “#how”?",
			  "content/practices/from.md:4:11 link-broken There is no heading “#how-it-gose” in content/practices/check-in.md. Did you mean “#how-it-goes”?",
			  "content/practices/from.md:4:40 link-broken There is no heading “#nothing-like-it” in content/practices/Grüße.md. Correct the link. If the text was hidden on purpose, take the link out.",
			]
		`);
	});

	test('in the words of the author, without percent signs', () => {
		expect(resolve('[a](Grüsse.md) ![b](<Ein Bild u.svg>)').problems.map(({ message, hint }) => `${message} ${hint}`)).toMatchInlineSnapshot(`
			[
			  "There is nothing at “Grüsse.md”. Did you mean practices/Grüße.md?",
			  "There is no image at “Ein Bild u.svg”. Did you mean practices/Ein Bild ü.svg?",
			]
		`);
	});

	test.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'vbscript:x', 'data:text/html,x', 'file:///etc/passwd', 'blob:x', 'about:blank', 'view-source:https://x', 'intent://x'])(
		'when it is no address that may be followed: “%s”',
		(address) => {
			expect(resolve(`[words](${address})`).html).not.toContain('href');
			expect(resolve(`<a href="${address}">words</a>`).html).not.toContain('href');
			expect(resolve(`<a href=" &#9;${address.replace(':', '&#10;:')}">words</a>`).html).not.toContain('href');
		},
	);
});

describe('an image', () => {
	const sized = 'width="2" height="3" loading="lazy" decoding="async"';

	test.each([
		['from the root', '/shared/logo.svg', 'logo'],
		['from another folder', '../shared/logo.svg', 'logo'],
		['with a space and an umlaut', '<Ein Bild ü.svg>', 'ein-bild-ue'],
		['with escapes', 'Ein%20Bild%20%C3%BC.svg', 'ein-bild-ue'],
	])('has its size and is loaded when it is seen: %s', (_, address, name) => {
		const { html, problems } = resolve(`![A *picture*](${address})`);
		expect(html.replace(/-[0-9a-f]{8}/, '')).toBe(`<img src="/media/${name}.svg" alt="A picture" ${sized}>`);
		expect(problems).toEqual([]);
	});

	test('may have a title, and be a link', () => {
		expect(resolve('[![a](/shared/logo.svg "T")](check-in.md)').html.replace(/-[0-9a-f]{8}/, '')).toBe(`<a href="/practices/round/"><img src="/media/logo.svg" alt="a" ${sized} title="T"></a>`);
	});

	test('in raw HTML keeps nothing but what it needs', () => {
		expect(resolve('<img src="/shared/logo.svg" alt="a" srcset="https://example.org/x.png 2x" style="x" onload="x" width="9" class="x">').html.replace(/-[0-9a-f]{8}/, '')).toBe(
			`<img src="/media/logo.svg" alt="a" ${sized}>`,
		);
	});

	test.each([
		['that is not there', '![words](gone.png)', '<span class="missing">words</span>', 'image-missing'],
		['that is a text', '![words](check-in.md)', '<span class="missing">words</span>', 'image-missing'],
		['without an address', '![words]()', '<span class="missing">words</span>', 'image-missing'],
		['that is damaged', '![words](broken.png)', '<span class="missing">words</span>', 'image-unreadable'],
		['on another site', '![words](https://example.org/a.png)', '<a href="https://example.org/a.png" class="embed">words</a>', 'media-remote'],
		['on another site, without words', '![](//example.org/a.png?x)', '<a href="https://example.org/a.png?x" class="embed">example.org/a.png</a>', 'media-remote'],
		['on another site, within a link', '[![words](https://example.org/a.png)](check-in.md)', '<a href="/practices/round/">words</a>', 'media-remote'],
	])('is replaced by its words: %s', (_, markdown, html, code) => {
		const { problems, ...found } = resolve(markdown);
		expect(found.html).toBe(html);
		expect(problems.map(({ code: each }) => each)).toEqual([code]);
	});

	test('that is stored in the text itself is replaced by its words too', () => {
		const { html, problems } = resolve('![words](data:image/png;base64,iVBORw0KGgo=)');
		expect(html).toBe('<span class="missing">words</span>');
		expect(problems.map(({ code }) => code)).toEqual(['image-missing']);
	});
});

test('a text knows which texts lead to it', () => {
	const { value } = readMini({ 'pages/a.md': '# A\n\n[b](b.md) [b](b.md#x) [self](a.md)\n', 'pages/b.md': '# B\n\n## X\n\n[a](/pages/a)\n', 'pages/c.md': '# C\n\n[b](b.md)\n' });
	expect(value.entries.map(({ id, backlinks }) => [id, backlinks])).toEqual([
		['pages/a', ['pages/b']],
		['pages/b', ['pages/a', 'pages/c']],
		['pages/c', []],
	]);
});
