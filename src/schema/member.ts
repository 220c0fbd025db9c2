import { z } from 'zod';
import { partialDate } from './dates.js';
import { line, webAddress } from './text.js';

/** One member of a network: `content/members/<id>.yml`. */
export const memberSchema = z.strictObject({
	url: webAddress.describe('Address of the handbook, or of another index. Required'),
	since: partialDate.optional().describe('When it joined'),
	note: line.optional().describe('A word about it, shown on its page'),
	status: z.enum(['active', 'paused', 'archived']).optional().describe('paused: is not asked for now, and stays as it is. archived: is over, and its texts are kept. Default: active'),
});

/** A member's fields, as read. */
export type MemberFields = z.output<typeof memberSchema>;
