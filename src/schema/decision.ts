import { z } from 'zod';
import { partialDate } from './dates.js';
import { entrySchema } from './entry.js';
import { objection } from './objection.js';
import { idOrAddress, line, lines, slug, webAddress } from './text.js';

/** Where a decision stands. */
const decisionStatuses = ['open', 'passed', 'notPassed', 'withdrawn', 'superseded'] as const;

const count = z.int('should be a whole number').nonnegative('should not be less than zero');

/** Something the group decided, or is deciding. Terms after MADR and Loomio. */
export const decisionSchema = entrySchema.extend({
	status: z.enum(decisionStatuses).optional().describe('Where it stands'),
	date: partialDate.optional().describe('When it was decided'),
	method: z.enum(['consent', 'consensus', 'majority', 'advice', 'delegated', 'other']).optional().describe('How it was decided'),
	passingCriteria: line.optional().describe('What it took to pass'),
	decisionMakers: lines.optional().describe('Who decided'),
	consulted: lines.optional().describe('Who was asked for advice'),
	informed: lines.optional().describe('Who was told'),
	tally: z
		.strictObject({
			agree: count.optional().describe('For it'),
			abstain: count.optional().describe('Neither for nor against'),
			disagree: count.optional().describe('Against it'),
			block: count.optional().describe('Standing in its way'),
		})
		.optional()
		.describe('How many stood where'),
	objections: z.array(objection).optional().describe('What was objected, and how it was answered'),
	concerns: lines.optional().describe('Worries that did not stand in the way'),
	reviewOn: partialDate.optional().describe('When to look at it again'),
	resultsIn: z.array(slug).optional().describe('Ids of entries that it made or changed'),
	supersedes: z.array(idOrAddress).optional().describe('Decisions that it takes the place of: ids or web addresses'),
	sourceUrl: webAddress.optional().describe('Where the discussion can be read'),
});
