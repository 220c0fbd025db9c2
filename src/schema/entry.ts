import { z } from 'zod';
import { partialDate } from './dates.js';
import { lineage } from './lineage.js';
import { formerAddress, language, licence, line, lines, slug } from './text.js';

/** The five jobs of a small group's handbook (Richard D. Bartlett, 2017). */
const reasons = ['habits', 'tolerance', 'care', 'proof', 'resilience'] as const;

/** The fields that every entry may have. Only `title` is expected; the reader finds one where it is missing. */
export const entrySchema = z.strictObject({
	title: line.max(200, 'should be at most 200 characters').optional().describe('The name of the entry. Required'),
	id: slug.optional().describe('Address within the handbook; never changes once published. Default: the path of the file'),
	aliases: z.array(formerAddress).optional().describe('Former ids and paths of former pages, which lead here'),
	summary: line.max(160, 'should be at most 160 characters').optional().describe('One sentence for lists and search, at most 160 characters'),
	lang: language.optional().describe("Language of the text, such as en or es. Default: the group's first language"),
	translationOf: slug.optional().describe('Id of the entry that this one translates'),
	tags: lines.optional().describe('Topics'),
	reasons: z.array(z.enum(reasons)).optional().describe('Which of the five jobs of a handbook it serves'),
	licence: licence.optional().describe("SPDX licence. Default: the group's"),
	stewards: lines.optional().describe('Roles, circles or pseudonyms that look after it'),
	authors: lines.optional().describe('Who wrote it, for credit'),
	basedOn: z.array(lineage).optional().describe('Where it comes from'),
	related: z.array(slug).optional().describe('Ids of entries to see also'),
	updated: partialDate.optional().describe('When it was last changed. Default: from git'),
	draft: z.boolean().optional().describe('true hides the entry'),
	private: z.boolean().optional().describe('true hides the entry'),
	published: z.boolean().optional().describe('false hides the entry'),
});
