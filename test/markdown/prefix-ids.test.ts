import fc from 'fast-check';
import type { Element, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { prefixIds } from '../../src/markdown/prefix-ids.js';
import { renderText } from '../../src/markdown/render.js';
import { en } from '../../src/strings/en.js';
import { miniResolver } from './mini-resolver.js';

const html = (markdown: string) => renderText(markdown, { labels: en.text, resolver: miniResolver, trust: 'own' }).html;

function elementsOf(text: string): Element[] {
	const found: Element[] = [];
	visit(
		unified()
			.use(rehypeRaw)
			.runSync({ type: 'root', children: [{ type: 'raw', value: text }] } as Root) as Root,
		'element',
		(node) => {
			found.push(node);
		},
	);
	return found;
}

/** The same HTML, with the prefix put in element by element. */
function prefixed(text: string, prefix: string): unknown[] {
	return elementsOf(text).map(({ tagName, properties }) => {
		const own = { ...properties };
		for (const name of ['id', 'name'] as const) if (typeof own[name] === 'string') own[name] = prefix + own[name];
		for (const name of ['ariaDescribedBy', 'ariaLabelledBy'] as const) {
			const [first, ...rest] = Array.isArray(own[name]) ? own[name] : [];
			if (first !== undefined) own[name] = [prefix + first, ...rest];
		}
		if (typeof own.href === 'string' && own.href.startsWith('#')) own.href = `#${prefix}${own.href.slice(1)}`;
		return [tagName, own];
	});
}

const plain = (text: string) => elementsOf(text).map(({ tagName, properties }) => [tagName, properties]);

describe('a prefix is put before ids and links to them', () => {
	test('and nowhere else', () => {
		expect(prefixIds('<h2 id="a"><a href="#a" class="anchor">A</a></h2><a name="b" href="/b/#c">id="d" href="#e"</a>', 'x-')).toBe(
			'<h2 id="x-a"><a href="#x-a" class="anchor">A</a></h2><a name="x-b" href="/b/#c">id="d" href="#e"</a>',
		);
	});

	test.each([
		['code that looks like HTML', '`<a id="x" href="#x">`\n\n```html\n<p id="x">\n```'],
		['a sign that opens no tag', '1 < 2, a <b and id="x" > c, <3'],
		['quotation marks in a title', '[a](b "an \\" id=\\"x\\" and > and <b")'],
		['a bracket in words for an image', '![a > b <c id="d">](here.svg)'],
		['footnotes', 'a[^1] b[^1] c[^ü]\n\n[^1]: d\n\n[^ü]: e'],
		['names and labels', '<a name="x"></a><p id="y" aria-describedby="x" title="id=&quot;z&quot;">a</p><a href="#y">b</a>'],
		['a table, tasks and an alert', '| a |\n| - |\n\n- [x] b\n\n> [!NOTE]\n> c\n\n## d'],
		['line ends within a tag', '<p\nid="x"\ntitle="a\n id=&quot;b&quot;">c</p>'],
	])('in %s', (_, markdown) => {
		const found = html(markdown);
		expect(plain(prefixIds(found, 'x-'))).toEqual(prefixed(found, 'x-'));
	});

	test('in anything that Markdown makes', () => {
		const scrap = fc.constantFrom(
			'# ',
			'\n\n',
			'[a](#x)',
			'[^1]',
			'[^1]: ',
			'`<a id="x">`',
			' id="x"',
			' href="#x"',
			'<p id="',
			'">',
			'<a name=x>',
			'</a>',
			'"',
			"'",
			'<',
			'>',
			'&lt;',
			'&quot;',
			'=',
			'<b title="',
			'x',
			' ',
			'\n',
			'```\n',
			'<!--',
			'-->',
			'![',
			'](here.svg "',
			'")',
		);
		fc.assert(
			fc.property(fc.array(scrap, { maxLength: 25 }), (scraps) => {
				const found = html(scraps.join(''));
				expect(plain(prefixIds(found, 'x-'))).toEqual(prefixed(found, 'x-'));
			}),
			{ numRuns: 300 },
		);
	});

	test('in no time, however odd the text', () => {
		const start = performance.now();
		for (const odd of ['<a '.repeat(20_000), `<a ${'x '.repeat(20_000)}`, `<a ${'x="'.repeat(20_000)}`, `<a${' '.repeat(20_000)}`, '<'.repeat(20_000)]) prefixIds(html(odd), 'x-');
		prefixIds(`<a ${'x '.repeat(20_000)}`, 'x-');
		prefixIds(`<a${' '.repeat(20_000)}`, 'x-');
		expect(performance.now() - start).toBeLessThan(5000);
	});
});
