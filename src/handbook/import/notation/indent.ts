import type { Line } from '../lines.js';

/** The spaces that a line begins with; a tab counts as four. */
export function indentOf(text: string): number {
	let width = 0;
	for (const letter of text) {
		if (letter === ' ') width += 1;
		else if (letter === '\t') width += 4 - (width % 4);
		else break;
	}
	return width;
}

/** True for a line without words. */
export function isBlank({ text }: Pick<Line, 'text'>): boolean {
	return text.trim() === '';
}

/** Lines moved to the left by so many spaces, or as many as they have. */
export function moveLeft(lines: readonly Line[], width: number): Line[] {
	return lines.map(({ text, from }) => {
		const own = indentOf(text);
		return own === 0 || width === 0 ? { text, from } : { text: ' '.repeat(Math.max(0, own - width)) + text.trimStart(), from };
	});
}

/** Lines without the indentation that all of them have. */
export function dedent(lines: readonly Line[]): Line[] {
	const words = lines.filter((line) => !isBlank(line));
	return words.length === 0
		? [...lines]
		: moveLeft(
				lines,
				words.reduce((least, { text }) => Math.min(least, indentOf(text)), Number.POSITIVE_INFINITY),
			);
}

/** Lines moved to the right. */
export function indent(lines: readonly Line[], spaces: string): Line[] {
	return spaces === '' ? [...lines] : lines.map(({ text, from }) => ({ text: text.trim() === '' ? '' : spaces + text, from }));
}

/** Lines as a quotation. */
export function quote(lines: readonly Line[]): Line[] {
	return lines.map(({ text, from }) => ({ text: text.trim() === '' ? '>' : `> ${text}`, from }));
}

/** Lines without empty ones at their beginning and end. */
export function trimBlank(lines: readonly Line[]): Line[] {
	const first = lines.findIndex((line) => !isBlank(line));
	return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => !isBlank(line)) + 1);
}

/** Adds a block with an empty line on either side, where none is yet. */
export function addBlock(lines: Line[], block: readonly Line[]): void {
	if (block.length === 0) return;
	const last = lines.at(-1);
	if (last && !isBlank(last)) lines.push({ text: '', from: last.from });
	lines.push(...block);
}
