import { codeLines, type Line } from '../lines.js';
import { isBlank } from '../notation/indent.js';
import { inlineHtml } from '../notation/inline-html.js';

/** Lines of MDX as Markdown reads them: where the two differ on indentation, empty lines and tags. */
export function markdownLines(lines: readonly Line[]): Line[] {
	return withoutGaps(besideHtml(unindented(lines)));
}

/** In MDX, spaces never make code; in Markdown they would. */
function unindented(lines: readonly Line[]): Line[] {
	const code = codeLines(lines);
	const fenced = codeLines(lines, { indentation: false });
	return lines.map((line, index) => (code[index] && !fenced[index] ? { ...line, text: line.text.trimStart() } : line));
}

const blockTag = /^\s*(?:<\/?(?:details|div|section|article|aside|center|main|header|footer|figure)\b[^>]*>\s*)+(?:<summary>.*<\/summary>\s*)?$|^\s*<summary>.*<\/summary>\s*$/;

/** In MDX, what stands between tags is Markdown; in Markdown it needs empty lines for that. */
function besideHtml(lines: readonly Line[]): Line[] {
	const code = codeLines(lines, { indentation: false });
	const isTag = (index: number): boolean => !code[index] && blockTag.test(lines[index]?.text ?? '');
	const isWords = (index: number): boolean => index >= 0 && index < lines.length && (code[index] === true || !/^\s*(?:<|$)/.test(lines[index]?.text ?? '')) && !isTag(index);
	return lines.flatMap((line, index): Line[] => {
		if (!isTag(index)) return [line];
		const text = line.text.replace(/<summary>(.*)<\/summary>/, (_whole, words: string) => `<summary>${/[*_`[]/.test(words) ? inlineHtml(words) : words}</summary>`);
		const gap = { text: '', from: line.from };
		return [...(isWords(index - 1) ? [gap] : []), { ...line, text }, ...(isWords(index + 1) ? [gap] : [])];
	});
}

/** Lines without the empty ones that taken parts leave behind. */
function withoutGaps(lines: readonly Line[]): Line[] {
	const code = codeLines(lines, { indentation: false });
	const first = lines.findIndex((line) => !isBlank(line));
	return lines.filter((line, index) => index >= first && (code[index] === true || !isBlank(line) || index === first || !isBlank(lines[index - 1] ?? line)));
}
