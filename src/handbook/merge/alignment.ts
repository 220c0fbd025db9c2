import { diffIndices } from 'node-diff3';

/** A stretch in which two sequences differ: from where, and how many. */
export interface Mismatch {
	base: { start: number; length: number };
	side: { start: number; length: number };
}

/** Steps that finding what two sequences share may take: a second or less. */
const patience = 1e9;

/** Where two sequences differ, in order. All that stands between is alike, one for one. */
export function findMismatches(base: readonly string[], side: readonly string[]): Mismatch[] {
	if (!isAlignable(base, side)) return [{ base: { start: 0, length: base.length }, side: { start: 0, length: side.length } }];
	return diffIndices([...base], [...side]).map(({ buffer1, buffer2 }) => ({
		base: { start: buffer1[0], length: buffer1[1] },
		side: { start: buffer2[0], length: buffer2[1] },
	}));
}

/** False for two sequences that repeat themselves so much that comparing them would take far too long. */
export function isAlignable(first: readonly string[], second: readonly string[]): boolean {
	const counts = new Map<string, number>();
	for (const part of first) counts.set(part, (counts.get(part) ?? 0) + 1);
	let pairs = 0;
	for (const part of second) pairs += counts.get(part) ?? 0;
	return pairs * Math.min(first.length, second.length) <= patience;
}
