import { codeLines, linesOf, outsideCode } from '../../lines.js';

/** Tags within a text, by Obsidian's rule: `#` before letters, digits, `_`, `-` and `/`, and not digits alone. */
const tag = /(?<![^\s([{>,;])#([\p{L}\p{N}\p{M}_/-]+)/gu;

/** Every tag in the words of a text, each once. */
export function tagsInText(text: string): string[] {
	if (!text.includes('#')) return [];
	const lines = linesOf(text);
	const inCode = codeLines(lines);
	const found = new Set<string>();
	lines.forEach((line, index) => {
		if (inCode[index]) return;
		outsideCode(line.text, (words) => {
			for (const [, name = ''] of words.replace(/%%[^%]*%%|<!--.*?-->|\[\[[^[\]]*\]\]|\]\([^()]*\)/g, ' ').matchAll(tag)) if (/[^\p{N}/_-]/u.test(name)) found.add(name.replace(/^\/+|\/+$/g, ''));
			return words;
		});
	});
	return [...found];
}
