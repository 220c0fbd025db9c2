import type { Block } from './split-blocks.js';

/** What makes a block an item of a list or a heading, with the white space behind it: `2. `, `- `, `## `. Elsewhere empty. */
export function markerOf({ text, kind }: Block): string {
	const pattern = kind === 'listItem' ? /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]*/ : kind === 'heading' ? /^[ \t]*#{1,6}[ \t]+/ : undefined;
	return pattern?.exec(text)?.[0] ?? '';
}

/** True for the number of an item. It follows from the item's place, whatever is written there. */
export function isNumber(marker: string): boolean {
	return /^[ \t]*\d/.test(marker);
}
