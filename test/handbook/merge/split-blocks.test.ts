import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitBlocks } from '../../../src/handbook/merge/split-blocks.js';
import { messyText } from './messy-text.js';

function blocksOf(lines: readonly string[]): string[] {
	return splitBlocks(lines.join('\n')).blocks.map(({ kind, text }) => `${kind}: ${text}`);
}

describe('a text is split', () => {
	test('at blank lines, and where a heading ends', () => {
		expect(blocksOf(['# Title', 'One', 'and on', '', 'Two', ''])).toEqual(['heading: # Title', 'paragraph: One\nand on', 'paragraph: Two']);
	});

	test('not within code, HTML or a table', () => {
		expect(blocksOf(['```', 'one', '', 'two', '```', '| a | b |', '| - | - |', '| c | d |', '', '<!-- one', '', 'two -->'])).toEqual([
			'code: ```\none\n\ntwo\n```',
			'table: | a | b |\n| - | - |\n| c | d |',
			'html: <!-- one\n\ntwo -->',
		]);
	});

	test('not between two lines that the parser cannot tell apart', () => {
		expect(blocksOf(['[a]: https://example.org', 'Title', '---'])).toEqual(['definition: [a]: https://example.org\nTitle\n---']);
	});

	test('into the items of a list, each with all that is in it', () => {
		expect(blocksOf(['1. One', '', '   more of it', '', '   ```', '   code', '   ```', '2. Two', '   - within'])).toEqual([
			'listItem: 1. One\n\n   more of it\n\n   ```\n   code\n   ```',
			'listItem: 2. Two\n   - within',
		]);
	});
});

test('a byte order mark moves nothing', () => {
	expect(blocksOf(['\uFEFF# A', 'B', '', 'C'])).toEqual(['heading: \uFEFF# A', 'paragraph: B', 'paragraph: C']);
});

test('the parts of a text are the text, to the byte, with only white space between the blocks', () => {
	fc.assert(
		fc.property(messyText(), (text) => {
			const { lead, blocks, gaps, tail } = splitBlocks(text);
			expect(lead + blocks.map((block, index) => block.text + (gaps[index] ?? '')).join('') + tail).toBe(text);
			expect([lead, ...gaps, tail].join('').trim()).toBe('');
			expect(gaps.filter((gap) => !gap.startsWith('\n'))).toEqual([]);
		}),
		{ numRuns: 300 },
	);
});
