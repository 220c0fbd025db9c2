import { z } from 'zod';
import { partialDate } from './dates.js';
import { entrySchema } from './entry.js';
import { idOrAddress, line, webAddress } from './text.js';

/** How it went. */
const outcomes = ['worked', 'mixed', 'failed', 'stopped'] as const;

/** What happened when a group tried something. Failures are as welcome as successes. */
export const storySchema = entrySchema.extend({
	about: z.array(idOrAddress).optional().describe('What it tells of: ids or web addresses'),
	started: partialDate.optional().describe('When it began'),
	ended: partialDate.optional().describe('When it ended'),
	outcome: z.enum(outcomes).optional().describe('How it went'),
	whyItWorked: line.optional().describe('Why it worked'),
	whyItFailed: line.optional().describe('Why it did not work'),
	evidence: z.array(webAddress).optional().describe('Web addresses that show it'),
});
