import { findMismatches } from './alignment.js';
import { countWords, likenessOf } from './likeness.js';
import type { Block } from './split-blocks.js';

/** How much of its words a changed block has to keep to be taken for the same one, from 0 to 1. */
const sameEnough = 0.5;

/** Pairs of changed blocks that are compared at most, so that no two texts take long. */
const patience = 40_000;

/** For each block of the base, the index of the block that it has become, if there is one. */
export type Matches = readonly (number | undefined)[];

/**
 * Finds what became of each block of the base. A block is the same if it says the same, or if it stands between the same
 * neighbours, is of the same kind and has at least half of its words in common. The order is kept: a block that moved was taken
 * out in one place and put in at another.
 */
export function matchBlocks(base: readonly Block[], side: readonly Block[]): Matches {
	const matches: (number | undefined)[] = [];
	let next = 0;
	const mismatches = findMismatches(
		base.map(({ key }) => key),
		side.map(({ key }) => key),
	);
	for (const { base: old, side: now } of mismatches) {
		while (matches.length < old.start) matches.push(next++);
		const changed = matchChanged(base.slice(old.start, old.start + old.length), side.slice(now.start, now.start + now.length));
		matches.push(...changed.map((index) => (index === undefined ? undefined : now.start + index)));
		next = now.start + now.length;
	}
	while (matches.length < base.length) matches.push(next++);
	return matches;
}

/** The pairs, in order, that are the most alike taken together. */
function matchChanged(base: readonly Block[], side: readonly Block[]): Matches {
	const matches: (number | undefined)[] = base.map(() => undefined);
	if (base.length * side.length > patience) return matches;
	const best = bestLikeness(base, side);
	const bestAt = (row: number, column: number): number => best[row]?.[column] ?? 0;
	let column = 0;
	for (let row = 0; row < base.length; row += 1) {
		if (bestAt(row, column) === bestAt(row + 1, column)) continue;
		while (bestAt(row, column) === bestAt(row, column + 1)) column += 1;
		matches[row] = column++;
	}
	return matches;
}

/** How alike all pairs can be that begin at the given blocks or below, at each row for the base and column for the side. */
function bestLikeness(base: readonly Block[], side: readonly Block[]): number[][] {
	const sideWords = side.map(countWords);
	let below: number[] = side.map(() => 0);
	const best = [below];
	for (const words of base.map(countWords).reverse()) {
		const row: number[] = [];
		for (let column = side.length - 1; column >= 0; column -= 1) {
			const other = sideWords[column];
			const alike = other ? likenessOf(words, other) : 0;
			const paired = alike < sameEnough ? 0 : alike + (below[column + 1] ?? 0);
			row[column] = Math.max(below[column] ?? 0, row[column + 1] ?? 0, paired);
		}
		best.unshift(row);
		below = row;
	}
	return best;
}
