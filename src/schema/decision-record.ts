import { z } from 'zod';
import { partialDate } from './dates.js';
import { line, slug, webAddress } from './text.js';

/** A decision that made or changed an agreement. */
export const decisionRecord = z.strictObject({
	date: partialDate.optional().describe('When it was decided'),
	method: line.optional().describe('How it was decided'),
	url: webAddress.optional().describe('Where the decision can be read'),
	id: slug.optional().describe('The decision entry of this handbook'),
	note: line.optional().describe('What was decided'),
});

/** One entry of an agreement's decision trail. */
export type DecisionRecord = z.output<typeof decisionRecord>;
