import type { Block } from './split-blocks.js';

/** The words of a block, for comparing it with others. */
export interface WordCounts {
	kind: Block['kind'];
	total: number;
	counts: ReadonlyMap<string, number>;
}

/** Counts the words of a block. */
export function countWords({ kind, text }: Block): WordCounts {
	const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
	const counts = new Map<string, number>();
	for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
	return { kind, total: words.length, counts };
}

/** Share of the words that two blocks have in common, from 0 to 1. Blocks of different kinds have nothing in common. */
export function likenessOf(first: WordCounts, second: WordCounts): number {
	if (first.kind !== second.kind || first.total + second.total === 0) return 0;
	let shared = 0;
	for (const [word, count] of first.counts) shared += Math.min(count, second.counts.get(word) ?? 0);
	return (2 * shared) / (first.total + second.total);
}
