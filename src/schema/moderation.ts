import { z } from 'zod';
import { partialDate } from './dates.js';
import { line, slug } from './text.js';

/** What a network hides, and why: `content/moderation.yml`. It is shown on the status page. */
export const moderationSchema = z.strictObject({
	hidden: z
		.array(
			z.strictObject({
				member: slug.describe('Id of the member'),
				entry: slug.optional().describe('Id of one of its texts. Without it, all of them'),
				reason: line.describe('Why, for everyone to read'),
				date: partialDate.optional().describe('Since when'),
			}),
		)
		.describe('Members and texts that are not shown'),
});

/** One line of the list. */
export type HiddenItem = z.output<typeof moderationSchema>['hidden'][number];
