/** A line of a text, and the line of the source's text that it comes from, from 1. */
export interface Line {
	text: string;
	from: number;
}

/** The lines of a text, without their ends. */
export function linesOf(text: string): Line[] {
	return text.split(/\r?\n/).map((line, index) => ({ text: line, from: index + 1 }));
}

/** The text again, with the line ends of the source. The very source when nothing was changed. */
export function textOfLines(lines: readonly Line[], source: string): string {
	const before = source.split(/\r?\n/);
	if (lines.length === before.length && lines.every(({ text }, index) => text === before[index])) return source;
	return lines.map(({ text }) => text).join(source.includes('\r\n') ? '\r\n' : '\n');
}

/**
 * For each line whether it stands in code: a fence, what is between fences, or four spaces after an empty line.
 * In a list, four spaces continue an item, so that they count only where no list came before.
 * `indentation: false` is for notations in which spaces never make code.
 */
export function codeLines(lines: readonly Line[], { indentation = true } = {}): boolean[] {
	let fence: string | undefined;
	let indented = false;
	let inList = false;
	let blank = true;
	return lines.map(({ text }) => {
		const opening = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}(?=[^`]*$)|~{3,})/.exec(text)?.[1];
		if (fence !== undefined) {
			const closing = /^[\s>]*(`{3,}|~{3,})\s*$/.exec(text)?.[1];
			if (closing?.startsWith(fence)) fence = undefined;
			return true;
		}
		if (opening !== undefined) {
			fence = opening;
			return true;
		}
		if (text.trim() === '') {
			blank = true;
			return indented;
		}
		if (/^\s{0,3}(?:[-*+]|\d+[.)])\s/.test(text)) inList = true;
		else if (/^\S/.test(text) && blank) inList = false;
		indented = indentation && !inList && /^(?: {4}|\t)/.test(text) && (indented || blank);
		blank = false;
		return indented;
	});
}

/** Changes the words of a line, but not what stands in backticks. */
export function outsideCode(text: string, change: (words: string) => string): string {
	return text
		.split(/(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)/)
		.map((part, index, parts) => {
			if (index % 3 === 0) return change(part);
			return index % 3 === 1 ? `${part}${parts[index + 1] ?? ''}${part}` : '';
		})
		.join('');
}
