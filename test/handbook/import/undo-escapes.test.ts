import { expect, test } from 'vitest';
import { applyEdits } from '../../../src/handbook/import/edits.js';
import { parseMarkdown } from '../../../src/handbook/import/parse-markdown.js';
import { undoEscapes } from '../../../src/handbook/import/undo-escapes.js';

test.each([
	['a \\(b\\) \\& c\\-d \\+ e\\_f', 'a (b) & c-d + e_f'],
	['\\- no list', '\\- no list'],
	['one \\(1\\)\n\\+ no list \\(2\\)\nthree \\(3\\)', 'one (1)\n\\+ no list \\(2\\)\nthree (3)'],
	['\\_no emphasis\\_', '\\_no emphasis\\_'],
	['[a]\\(b\\)', '[a]\\(b\\)'],
	['\\&amp; and \\& so', '\\&amp; and \\& so'],
	['`\\(` and ``\\_``', '`\\(` and ``\\_``'],
	['```\n\\(\n```', '```\n\\(\n```'],
	['\\\\(a) \\[b\\] \\#', '\\\\(a) \\[b\\] \\#'],
	['[foo\\_bar]\n\n[foo_bar]: /x', '[foo\\_bar]\n\n[foo_bar]: /x'],
	['Title\n\\---', 'Title\n\\---'],
	['[a\\(b](x\\_y.md)', '[a(b](x\\_y.md)'],
])('%j', (source, result) => {
	expect(applyEdits(source, undoEscapes(parseMarkdown(source), source))).toBe(result);
});
