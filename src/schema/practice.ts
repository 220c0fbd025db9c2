import { z } from 'zod';
import { partialDate } from './dates.js';
import { entrySchema } from './entry.js';
import { range } from './range.js';
import { review } from './review.js';
import { line, lines } from './text.js';

/** How often a practice is done. */
const frequencies = ['once', 'asNeeded', 'daily', 'weekly', 'fortnightly', 'monthly', 'quarterly', 'yearly'] as const;

/** Where a practice is done. */
const settings = ['inPerson', 'online', 'hybrid', 'async'] as const;

/** Something the group does again and again. Terms after the Open Practice Library and SessionLab. */
export const practiceSchema = entrySchema.extend({
	purpose: line.optional().describe('What it is for'),
	whenToUse: lines.optional().describe('Signs that it is time for it'),
	duration: range.optional().describe('Minutes: a number, or { min, max }'),
	groupSize: range.optional().describe('People: a number, or { min, max }'),
	frequency: z.enum(frequencies).optional().describe('How often'),
	setting: z.array(z.enum(settings)).optional().describe('Where it works'),
	difficulty: z.enum(['easy', 'moderate', 'hard']).optional().describe('How hard it is to hold'),
	materials: lines.optional().describe('What you need'),
	participants: lines.optional().describe('Who takes part'),
	variations: lines.optional().describe('Other ways to do it'),
	risks: lines.optional().describe('What can go wrong'),
	origin: line.optional().describe('The tradition it comes from'),
	inUseSince: partialDate.optional().describe('Since when the group does it'),
	reviews: z.array(review).optional().describe('The times it was looked at again'),
	retiredReason: line.optional().describe('Why it was given up'),
});
