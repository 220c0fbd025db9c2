import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { gfmWithoutAddresses, mayHoldAddresses } from '../../src/markdown/plugins/gfm-without-addresses.js';
import { packageRoot } from '../mini-handbook.js';

const whole = (markdown: string): Root => unified().use(remarkParse).use(remarkGfm).parse(markdown);
const without = (markdown: string): Root => unified().use(remarkParse).use(gfmWithoutAddresses).parse(markdown);

test.each([
	'See https://example.org/a.',
	'HTTP://EXAMPLE.ORG',
	'www.example.org',
	'WWW.example.org',
	'a@example.org',
	'mailto:a@example.org',
	'xmpp:a@example.org/b',
	'a&commat;example.org',
	'www&#46;example.org',
	'www\\.example.org',
	'http:\\//example.org',
])('what may become a link is read in whole: %s', (markdown) => {
	expect(mayHoldAddresses(markdown)).toBe(true);
});

test.each(['', 'A text.', '[a](b.md)', 'http: // and www', '| a | b |\n| - | - |\n| c | ~~d~~ |\n\n- [x] e[^1]\n\n[^1]: f'])('what cannot is read without, with the same outcome: %s', (markdown) => {
	expect(mayHoldAddresses(markdown)).toBe(false);
	expect(without(markdown)).toEqual(whole(markdown));
});

test('a text that is read without has the same outcome, whatever it is made of', () => {
	const parts = [
		'http',
		'https',
		':',
		'/',
		'//',
		'www',
		'.',
		'@',
		'&',
		'#64;',
		'amp;',
		'\\',
		'mailto:',
		'a',
		'b-c',
		'org',
		' ',
		'\n',
		'*',
		'_',
		'~~',
		'`',
		'<',
		'>',
		'[',
		']',
		'(',
		')',
		'|',
		'- ',
		'!',
		'<!-- -->',
		'\u0000',
	];
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 24 }), (chosen) => {
			const markdown = chosen.join('');
			if (!mayHoldAddresses(markdown)) expect(without(markdown)).toEqual(whole(markdown));
		}),
		{ numRuns: 5_000 },
	);
});

test('this project’s own texts, with their addresses taken out', () => {
	const content = join(packageRoot, 'content');
	for (const file of readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))) {
		const markdown = readFileSync(join(content, file), 'utf8').replace(/@|www\.|:\/\/|&/gi, '-');
		expect(mayHoldAddresses(markdown)).toBe(false);
		expect(without(markdown)).toEqual(whole(markdown));
	}
});
