import { z } from 'zod';
import { partialDate } from './dates.js';
import { idOrAddress, line, slug } from './text.js';

/** What is left of a text that was withdrawn. */
export const tombstoneSchema = z.strictObject({
	id: slug.describe('Id of the text'),
	date: partialDate.describe('When it was withdrawn'),
	reason: line.describe('Why, for everyone to read'),
	successor: idOrAddress.optional().describe('What stands in its place: an id or a web address'),
});

/** What a group has withdrawn, and why: `content/withdrawn.yml`. Each leaves a word at its old address. */
export const withdrawnSchema = z.strictObject({
	withdrawn: z.array(tombstoneSchema).describe('Texts that were published and are no more'),
});

/** What is left of one of them. */
export type Tombstone = z.output<typeof tombstoneSchema>;
