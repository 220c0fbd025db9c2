import type { Range } from '../schema/range.js';

/** Lengths of time that readers choose from, by their longest minute. */
export const durationBuckets = { quick: [1, 15], short: [15, 30], medium: [30, 60], long: [60, 120], day: [121, Infinity] } as const;

/** Numbers of people that readers choose from. */
export const groupSizeBuckets = { pair: [1, 2], small: [3, 5], pod: [6, 12], circle: [13, 30], crowd: [31, Infinity] } as const;

/** The buckets that a range falls into: a practice of 20 to 40 minutes is found under both of its lengths. */
export function bucketsOf(range: Range | undefined, buckets: Record<string, readonly [number, number]>): string[] {
	if (!range) return [];
	const names = Object.entries(buckets)
		.filter(([, [from, to]]) => range.min <= to && range.max >= from)
		.map(([name, [from]]) => ({ name, from }));
	// A bucket that the range only touches at its upper edge says nothing new.
	const inner = names.filter(({ from }) => from < range.max || names.length === 1);
	return (inner.length > 0 ? inner : names.slice(0, 1)).map(({ name }) => name);
}
