import type { Range } from '../schema/range.js';

/** Lengths of time that readers choose from, in whole minutes. */
export const durationBuckets = { quick: [1, 15], short: [16, 30], medium: [31, 60], long: [61, 120], day: [121, Infinity] } as const;

/** Numbers of people that readers choose from. */
export const groupSizeBuckets = { pair: [1, 2], small: [3, 5], pod: [6, 12], circle: [13, 30], crowd: [31, Infinity] } as const;

/** The buckets that a range falls into: a practice of 20 to 40 minutes is found under both of its lengths. */
export function bucketsOf(range: Range | undefined, buckets: Record<string, readonly [number, number]>): string[] {
	if (!range) return [];
	return Object.entries(buckets)
		.filter(([, [from, to]]) => range.min <= to && range.max >= from)
		.map(([name]) => name);
}
