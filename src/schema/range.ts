import { z } from 'zod';

const whole = z.int('should be a whole number').positive('should be more than zero');

/** A whole number, or `{ min, max }`. Always read as a range. */
export const range = z
	.union([whole, z.strictObject({ min: whole, max: whole })], 'should be a whole number, or { min: 10, max: 20 }')
	.transform((value) => (typeof value === 'number' ? { min: value, max: value } : value))
	.refine(({ min, max }) => min <= max, 'has a min that is larger than its max');

/** Whole numbers from `min` to `max`, both included. */
export type Range = z.output<typeof range>;
