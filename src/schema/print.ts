import { z } from 'zod';
import { agreementSchema } from './agreement.js';
import { partialDate } from './dates.js';
import { decisionSchema } from './decision.js';
import { entrySchema } from './entry.js';
import { groupSchema } from './group.js';
import { pageSchema } from './page.js';
import { practiceSchema } from './practice.js';
import { roleSchema } from './role.js';
import { storySchema } from './story.js';
import { language, licence, line, slug } from './text.js';

/** Version of the print's format. */
export const printVersion = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The fields of each kind by which readers of a print filter. */
export const printedFields = {
	agreement: agreementSchema.pick({ status: true, appliesTo: true, adoptedOn: true, effectiveOn: true, expiresOn: true, inUseSince: true, reviewOn: true, reviewEvery: true, retiredReason: true }),
	practice: practiceSchema.pick({ purpose: true, duration: true, groupSize: true, frequency: true, setting: true, difficulty: true, inUseSince: true, retiredReason: true }),
	role: roleSchema.pick({ purpose: true, term: true, since: true, reviewOn: true }),
	decision: decisionSchema.pick({ status: true, date: true, method: true, reviewOn: true, resultsIn: true }),
	story: storySchema.pick({ about: true, started: true, ended: true, outcome: true }),
	page: pageSchema.pick({ order: true, parent: true }),
} as const;

const printedEntryBase = z.object({
	id: slug,
	title: line,
	summary: entrySchema.shape.summary,
	lang: language,
	translationOf: entrySchema.shape.translationOf,
	url: z.url().describe('Page of the entry'),
	sourceUrl: z.url().describe('Its Markdown source'),
	updated: partialDate.optional(),
	tags: z.array(line).optional(),
	reasons: entrySchema.shape.reasons,
	licence,
	stewards: z.array(line).optional(),
	authors: z.array(line).optional(),
	sha256: sha256.describe('Of the whole source, normalized'),
	bodySha256: sha256.describe('Of the text below the front matter, normalized'),
	basedOn: entrySchema.shape.basedOn,
	related: entrySchema.shape.related,
	aliases: z.array(slug).optional(),
	mirrorOf: z.object({ url: z.url(), sourceUrl: z.url(), handbook: z.url(), group: line, member: slug }).optional().describe('Where the text is at home, in the print of an index'),
});

const printedEntry = z.discriminatedUnion('kind', [
	printedEntryBase.extend({ kind: z.literal('agreement'), ...printedFields.agreement.shape }),
	printedEntryBase.extend({ kind: z.literal('practice'), ...printedFields.practice.shape }),
	printedEntryBase.extend({ kind: z.literal('role'), ...printedFields.role.shape }),
	printedEntryBase.extend({ kind: z.literal('decision'), ...printedFields.decision.shape }),
	printedEntryBase.extend({ kind: z.literal('story'), ...printedFields.story.shape }),
	printedEntryBase.extend({ kind: z.literal('page'), ...printedFields.page.shape }),
]);

/** The print: `handbook.json`. Unknown fields are ignored, so that later versions can be read. */
export const printSchema = z.object({
	sporeprint: z.literal(printVersion).describe('Version of this format'),
	generator: line.describe('Name and version of the program that wrote it'),
	generatedAt: z.iso.datetime().optional().describe('When the commit it was made from was made. Absent without git'),
	url: z.url().describe('Address of the handbook'),
	repo: z.object({ url: z.url().optional(), commit: z.string().optional() }).describe('Where its sources are'),
	aliases: z.array(z.object({ from: slug, to: slug })).describe('Former ids and the ids they lead to'),
	group: groupSchema.omit({ nav: true }).loose().describe('Who the group is'),
	bundle: z.object({ url: z.url(), sha256, bytes: z.int().nonnegative() }).describe('All sources in one file, one JSON object a line'),
	entries: z.array(printedEntry),
	tombstones: z.array(z.object({ id: slug, date: partialDate, reason: line.optional(), successor: line.optional() })).describe('Entries that were withdrawn'),
});

/** A print, as read. */
export type Print = z.output<typeof printSchema>;

/** One line of the bundle, `handbook.ndjson`. */
export const bundleLineSchema = z.object({
	id: slug,
	kind: z.enum(['agreement', 'practice', 'role', 'decision', 'story', 'page']),
	fields: z.record(z.string(), z.unknown()).describe('The whole front matter'),
	head: z.string().describe('What stands above the text in its source, as it is written'),
	body: z.string().describe('The text below the front matter. Head and body together are the whole source, which the hashes are of'),
});

/** One entry in full. */
export type BundleLine = z.output<typeof bundleLineSchema>;
