import { isoDuration, partialDate } from './dates.js';
import { entrySchema } from './entry.js';
import { line, lines } from './text.js';

/** A part that somebody takes on for the group. */
export const roleSchema = entrySchema.extend({
	purpose: line.optional().describe('What the role is for'),
	responsibilities: lines.optional().describe('What it sees to'),
	authority: lines.optional().describe('What it may decide'),
	limits: lines.optional().describe('What it may not do alone'),
	delegator: line.optional().describe('Who gave it its task: an id or a name'),
	holders: lines.optional().describe('Who holds it now: pseudonyms or circles'),
	selectedBy: line.optional().describe('How holders are chosen'),
	term: isoDuration.optional().describe('How long somebody holds it, such as P1Y'),
	since: partialDate.optional().describe('Since when it is held by those who hold it now'),
	reviewOn: partialDate.optional().describe('When to look at it again'),
});
