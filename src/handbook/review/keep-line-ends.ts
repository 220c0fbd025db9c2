import { cleanSource } from '../../markdown/front-matter.js';

/** An edited clean source with the byte order mark and the line ends that the file has; lines that are new end as the one before them does. */
export function keepLineEnds(file: string, edited: string): string {
	const mark = file.startsWith('\uFEFF') ? '\uFEFF' : '';
	const before = linesOf(file.slice(mark.length));
	const after = linesOf(edited);
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && isSameLine(before[start], after[start])) start += 1;
	let tail = 0;
	while (tail < shorter - start && isSameLine(before.at(-1 - tail), after.at(-1 - tail))) tail += 1;
	const end = /[\r\n]+$/.exec(before[start - 1] ?? before[0] ?? '')?.[0] ?? '\n';
	const changed = after.slice(start, after.length - tail).map((line) => line.replace(/\n$/, end));
	return mark + [...before.slice(0, start), ...changed, ...before.slice(before.length - tail)].join('');
}

function linesOf(text: string): string[] {
	return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

function isSameLine(line: string | undefined, clean: string | undefined): boolean {
	return line !== undefined && cleanSource(line) === clean;
}
