import { describe, expect, test } from 'vitest';
import { bodyFrom, planFor } from './source-folder.js';

/** What becomes of a text at notes/x.md, beside some files that moved. */
function rewritten(text: string): string {
	const plan = planFor({ 'notes/x.md': text, 'notes/My File.md': '# My file\n\n## Part', 'policies/y.md': 'y', 'policies/README.md': 'p', 'notes/a b.png': 'png', 'README.md': 'r' });
	return bodyFrom(plan, 'notes/x.md');
}

describe('only the characters of the address change', () => {
	test.each([
		['[a](<My File.md>)', '[a](<my-file.md>)'],
		['[a](My%20File.md#part "Title")', '[a](my-file.md#part "Title")'],
		['[a]( ../policies/y.md )', '[a]( ../agreements/policies/y.md )'],
		['[**a**](../policies/y.html?q=1#z)', '[**a**](../agreements/policies/y.md?q=1#z)'],
		['[a](/policies)', '[a](../agreements/policies/README.md)'],
		['[a](../policies/)', '[a](../agreements/policies/README.md)'],
		['![a](a%20b.png)', '![a](a%20b.png)'],
		['[![a](a%20b.png)](../README.md)', '[![a](a%20b.png)](../pages/introduction.md)'],
		['[a]\n\n[a]: ../policies/y.md\n', '[a]\n\n[a]: ../agreements/policies/y.md\n'],
		['- > <a\n  > href="My File.md">a</a>', '- > <a\n  > href="my-file.md">a</a>'],
		["<div><A class='x' HREF='../policies/y.md'>a</A></div>", "<div><A class='x' HREF='../agreements/policies/y.md'>a</A></div>"],
		['<a href=My%20File.md>a</a>', '<a href=my-file.md>a</a>'],
		['<a href="My%20File.md#my-file">a</a>', '<a href="my-file.md#my-file">a</a>'],
	])('%j', (source, result) => {
		expect(rewritten(source)).toBe(result);
	});
});

describe('these are no links, or not ours, or broken: they stay', () => {
	test.each([
		'`[a](<My File.md>)`',
		'    [a](<My File.md>)',
		'<!-- <a href="My File.md">a</a> -->',
		'[a](https://example.org/policies/y.md)',
		'[a](//example.org/policies/y.md)',
		'mailto:a@example.org',
		'[a](gone.md)',
		'[a](../../README.md)',
		'[a](%E0%A4%A.md)',
		'[a]()',
		'\\[a](<My File.md>)',
		'<script src="../policies/y.md"></script>',
	])('%j', (source) => {
		expect(rewritten(source)).toBe(source);
	});
});

test('a name with a quotation mark or brackets is safe in every syntax', () => {
	const plan = planFor({ 'x.md': '<img src=".gitbook/assets/a\'b (1).png"> ![](<.gitbook/assets/a\'b (1).png>)', ".gitbook/assets/a'b (1).png": 'png' });
	expect(bodyFrom(plan, 'x.md')).toBe('<img src="images/a%27b%20%281%29.png"> ![](<images/a%27b%20%281%29.png>)');
});
