import { z } from 'zod';
import { partialDate } from './dates.js';
import { licence, line, webAddress } from './text.js';

/** Where a text comes from. It carries enough to give credit when the parent is gone. */
export const lineage = z.strictObject({
	url: webAddress.optional().describe('Address of the text this one is based on'),
	title: line.optional().describe('Title of that text'),
	group: line.optional().describe('Group that wrote it'),
	licence: licence.optional().describe('Licence it was taken under'),
	relation: z.enum(['copied', 'adapted', 'translated', 'inspired']).optional().describe('How this text relates to it'),
	sha256: z
		.string()
		.regex(/^[0-9a-f]{64}$/, 'should be 64 digits and letters a to f')
		.optional()
		.describe('Fingerprint of the text when it was taken'),
	retrieved: partialDate.optional().describe('When it was taken'),
	changes: line.optional().describe('What was changed, and why'),
});

/** One parent of a text. */
export type Lineage = z.output<typeof lineage>;
