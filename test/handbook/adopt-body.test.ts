import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finishBody } from '../../src/handbook/adopt/finish-body.js';
import { isInert } from '../../src/handbook/adopt/is-inert.js';
import { prepareBody } from '../../src/handbook/adopt/prepare-body.js';
import { renderText } from '../../src/markdown/render.js';
import { stringsFor } from '../../src/strings/index.js';

/** The compiler of MDX, which comes with Astro's and is not ours to name. */
const compiler = '@mdx-js/mdx';
const { compile } = (await import(compiler)) as { compile(text: string, options: { jsx: boolean }): Promise<{ toString(): string }> };

const page = 'https://moss.example/practices/check-in/';

/** A body as it comes out; undefined when it is refused. */
function inert(text: string, images: (string | undefined)[] = []): string | undefined {
	const prepared = prepareBody(text);
	return prepared && finishBody(prepared, { link: () => 'https://moss.example/there/', images, page })?.body;
}

const canary = [
	'import { exec } from "node:child_process"',
	'',
	'export const x = exec("touch canary")',
	'',
	'# Hello {process.exit()}',
	'',
	'<script>alert(1)</script>',
	'',
	'<Component onClick={() => process.exit()} />',
	'',
	'A [link](javascript:alert(1)), [one](JaVaScRiPt&colon;alert(1)), [two](java&Tab;script:alert(1)), [three](&#x6A;avascript:alert(1)),',
	'[four][bad], ![five](javascript:alert(1) "t"), ![six][bad], <javascript:alert(1)>, [seven](vbscript:x), [eight](data:text/html;base64,PHNjcmlwdD4=), [nine](<javascript:alert(1)>).',
	'',
	'[bad]: javascript:alert(1) "{title}"',
	'',
	'    indented {process.exit()} <b>',
	'    export default 1',
	'',
	'- item {1}',
	'',
	'      deep {2}',
	'',
	'> quoted <img src=x onerror=alert(1)>',
	'',
	'<div>',
	'',
	'*words* <https://fine.example/{a}> and a@b.example',
	'</div>',
	'',
	'| a | b |',
	'|---|---|',
	'| {x} | <b>c</b> |',
	'',
	'`{code}` and ``<code>``',
	'',
	'```js {1,2}',
	'import x from "y"; {stays}',
	'```',
	'',
	'https://fine.example/{literal} www.fine.example <!-- a hidden note -->',
].join('\n');

describe('a text full of code', () => {
	const body = inert(canary) ?? '';

	test('comes out', () => {
		expect(body).toContain('Hello \\{process.exit()\\}');
		expect(body).toContain('`{code}`');
		expect(body).toContain('import x from "y"; {stays}');
		expect(body).not.toContain('hidden note');
	});

	test.each(['md', 'mdx'] as const)('is words alone on a page, read as %s', (syntax) => {
		const resolver = { link: (href: string) => ({ type: 'external' as const, href }), image: (href: string) => ({ type: 'external' as const, href }) };
		const { html, text } = renderText(body, { labels: stringsFor('en').text, resolver, trust: 'own', syntax });
		expect(html).not.toMatch(/<script|<div>|<img|<component|href="(?!https?:|mailto:|#)/i);
		expect(text).toContain('{process.exit()}');
		expect(text).toContain('<script>alert(1)</script>');
	});

	test('has no expression, import or component when it is compiled as MDX', async () => {
		// Texts stand between quotation marks in what is compiled; whatever is left runs.
		const code = String(await compile(body, { jsx: true })).replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
		expect(code).toContain('_createMdxContent');
		expect(code).not.toMatch(/^import|export const|process|exec|<Component|<script|deep/m);
	});

	test('the same test sees what runs when nothing is done', async () => {
		const code = String(await compile('import x from "y"\n\n{process.exit()} <Component />', { jsx: true })).replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
		expect(code).toMatch(/^import/m);
		expect(code).toMatch(/process.*<Component/s);
	});

	test('stays as it is when it is made inert again', () => {
		expect(inert(body)).toBe(body);
	});
});

test('plain text is not touched', () => {
	const plain = '# Check-in\n\nOne *after* the other: a < b, 3 > 2. It is **important**.\n\n1. See [this](https://a.example/x_(y)).\n2. Wait \\{here\\}.\n\n```\n<b>{x}</b>\n```\n';
	expect(inert(plain)).toBe(plain);
});

test('links beside the text lead to its home, and words stay', () => {
	expect(inert('[a](../b.md#c) [d][e] [f](#g) ![h](i.png)\n\n[e]: ./x.md\n')).toBe(`[a](https://moss.example/there/) [d][e] [f](#g) [h](${page})\n\n[e]: https://moss.example/there/\n`);
});

test('an image that was brought along stands where it stood', () => {
	expect(inert('![one](a.png "t") ![two](b.png) ![three](https://x.example/c.png)\n', ['check-in-1.png', undefined])).toBe(`![one](check-in-1.png) [two](${page}) [three](https://x.example/c.png)\n`);
});

test.each([
	['thousands of open brackets', '[ (]('.repeat(8000)],
	['a very wide table', `${'|a'.repeat(20_000)}|\n${'|-'.repeat(20_000)}|\n`],
	['a table that is both wide and long', `${'|a'.repeat(280)}|\n${'|-'.repeat(280)}|\n${'a\n'.repeat(50_000)}`],
	['deep quotations', '>'.repeat(20_000)],
	['deep emphasis', `${'*a '.repeat(30_000)}`],
])('%s: refused or inert, and soon', (_, text) => {
	const body = inert(text);
	expect(body === undefined || isInert(body, new Set())).toBe(true);
});

const pieces = fc.constantFrom(
	...[
		'<script>',
		'</script>',
		'<b',
		'>',
		'{',
		'}',
		'\\',
		'`',
		'``',
		'```\n',
		'\n',
		'\n\n',
		'    ',
		'\t',
		'- ',
		'> ',
		'1. ',
		'import x ',
		'export y',
		'[a]',
		'(javascript:x)',
		'(./b)',
		'![',
		']',
		'<!--',
		'-->',
		'<https://a.b>',
		'[a]: javascript:z\n',
		'word',
		'|',
		'|-|\n',
		'&lt;',
		'"',
		'~~~',
		'# ',
		'===\n',
		'<?',
		'<![CDATA[',
		'*',
		'_',
		'[^1]',
		'[^1]: ',
		'www.a.b/{',
		'<div>\n',
	],
);

test('whatever is written, what comes out is inert', () => {
	fc.assert(
		fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
			const body = inert(parts.join(''));
			if (body !== undefined) expect(isInert(body, new Set())).toBe(true);
		}),
		{ numRuns: 500 },
	);
});

test('nearly everything comes out', () => {
	const samples = fc.sample(fc.array(pieces, { maxLength: 25 }), { numRuns: 300, seed: 7 });
	const refused = samples.filter((parts) => inert(parts.join('')) === undefined);
	expect(refused.length).toBeLessThan(15);
});
