import { z } from 'zod';
import { line } from './text.js';

/** Dissent that travels with the text. */
export const objection = z.strictObject({
	text: line.describe('What was objected'),
	by: line.optional().describe('Role, circle or pseudonym that objected'),
	state: z.enum(['open', 'integrated', 'withdrawn', 'stoodAside']).optional().describe('Where it stands now'),
	response: line.optional().describe('How it was answered'),
});

/** One objection. */
export type Objection = z.output<typeof objection>;
