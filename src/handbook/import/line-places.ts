import type { Line } from './lines.js';

/** Where the lines of a text begin, when they are put together with one sign between them; in characters, from 0. */
export function lineStarts(lines: readonly Line[]): number[] {
	let offset = 0;
	return lines.map(({ text }) => {
		const start = offset;
		offset += text.length + 1;
		return start;
	});
}

/** The number of the line that holds a character, from 0. */
export function lineAt(starts: readonly number[], offset: number): number {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return low;
}
