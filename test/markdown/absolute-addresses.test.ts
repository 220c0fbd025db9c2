import { expect, test } from 'vitest';
import { absoluteAddresses } from '../../src/markdown/absolute-addresses.js';

const page = 'https://moss.example/book/a/b/';

test.each([
	['<a href="/book/c/">c</a>', '<a href="https://moss.example/book/c/">c</a>'],
	['<a href="#end">c</a>', '<a href="https://moss.example/book/a/b/#end">c</a>'],
	['<a href="https://a.example/?x=1&#x26;y=2">c</a>', '<a href="https://a.example/?x=1&#x26;y=2">c</a>'],
	['<a href="mailto:a@b.example">c</a>', '<a href="mailto:a@b.example">c</a>'],
	['<img srcset="/m/a.png 1x, /m/b.png 2x" src="/m/a.png" alt="x">', '<img srcset="https://moss.example/m/a.png 1x, https://moss.example/m/b.png 2x" src="https://moss.example/m/a.png" alt="x">'],
	['<p>href="/x" and src="/y"</p>', '<p>href="/x" and src="/y"</p>'],
	['<a href="http://[">c</a>', '<a href="http://[">c</a>'],
])('%s', (html, expected) => {
	expect(absoluteAddresses(html, page)).toBe(expected);
});
