import { z } from 'zod';
import { entrySchema } from './entry.js';
import { slug } from './text.js';

/** Anything else: guides, history, glossary. */
export const pageSchema = entrySchema.extend({
	order: z.number().optional().describe('Place among the pages; small numbers come first'),
	parent: slug.optional().describe('Id of the page this one belongs under'),
});
