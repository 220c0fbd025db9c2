import { z } from 'zod';
import { isoDuration, partialDate } from './dates.js';
import { decisionRecord } from './decision-record.js';
import { entrySchema } from './entry.js';
import { objection } from './objection.js';
import { review } from './review.js';
import { idOrAddress, line, lines } from './text.js';

/** Where an agreement stands. */
export const agreementStatuses = ['draft', 'proposed', 'trial', 'adopted', 'paused', 'superseded', 'retired'] as const;

/** Something the group has agreed. Terms after Sociocracy 3.0's agreement checklist. */
export const agreementSchema = entrySchema.extend({
	status: z.enum(agreementStatuses).optional().describe('Where it stands'),
	context: line.optional().describe('The driver: what happened, and why it matters'),
	appliesTo: line.optional().describe('Who it holds for'),
	adoptedOn: partialDate.optional().describe('When it was agreed'),
	effectiveOn: partialDate.optional().describe('From when it holds'),
	expiresOn: partialDate.optional().describe('Until when it holds'),
	inUseSince: partialDate.optional().describe('Since when the group lives by it'),
	decisions: z.array(decisionRecord).optional().describe('The decisions that made and changed it'),
	reviewOn: partialDate.optional().describe('When to look at it again'),
	reviewEvery: isoDuration.optional().describe('How often to look at it again, such as P1Y'),
	reviewedBy: line.optional().describe('Role that sees to the review'),
	reviews: z.array(review).optional().describe('The times it was looked at again'),
	evaluation: lines.optional().describe('How we will know that it works'),
	objections: z.array(objection).optional().describe('What was objected, and how it was answered'),
	concerns: lines.optional().describe('Worries that did not stand in the way'),
	supersedes: z.array(idOrAddress).optional().describe('What it replaces'),
	overrides: z.array(idOrAddress).optional().describe('Inherited agreements that it takes the place of'),
	retiredReason: line.optional().describe('Why it was given up'),
});
