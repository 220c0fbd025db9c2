import fc from 'fast-check';

/** Beginnings of lines that mean something in Markdown or HTML, whether or not they do where they stand. */
const signs = ['- ', '1. ', '> ', '    ', '\t', ' ', '```\n', '~~~', '| ', '|---|---|\n', '# ', '---\n', '===\n', '***\n', '[^1]: ', '[a]: ', '<div>', '</div>', '<pre>', '</pre>', '<!--', '-->'];
const inline = ['\\', '`', '*', '**', '[', '](x)', '\n', '\n\n', '\u00A0', '\uFEFF'];

/** What stands before a word in a text in any state. */
export const messySigns: fc.Arbitrary<string> = fc.array(fc.constantFrom(...signs, ...inline), { maxLength: 4 }).map((parts) => parts.join(''));

/** A text in any state. */
export function messyText(): fc.Arbitrary<string> {
	const line = fc.tuple(messySigns, fc.constantFrom('', 'a', 'b c')).map((parts) => parts.join(''));
	return fc.array(line, { maxLength: 14 }).map((lines) => lines.join('\n'));
}
