import { z } from 'zod';
import { partialDate } from './dates.js';
import { line } from './text.js';

/** What can come of a review. */
export const reviewOutcomes = ['kept', 'changed', 'retired'] as const;

/** A time the group looked at a text again. */
export const review = z.strictObject({
	date: partialDate.describe('When it was looked at'),
	outcome: z.enum(reviewOutcomes).describe('What came of it'),
	note: line.optional().describe('What was said'),
});

/** One review. */
export type Review = z.output<typeof review>;
