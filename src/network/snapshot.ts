import { z } from 'zod';
import { partialDate } from '../schema/dates.js';
import { groupSchema } from '../schema/group.js';
import { kinds } from '../schema/kinds.js';
import { memberStates } from '../schema/member-state.js';
import { printSchema } from '../schema/print.js';
import { language, licence, line, slug, webAddress } from '../schema/text.js';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What a text's line in a snapshot holds; everything else is read from its source. */
const snapshotEntry = z.object({
	id: slug,
	kind: z.enum(kinds),
	title: line,
	lang: language,
	licence,
	url: webAddress,
	sourceUrl: webAddress,
	updated: partialDate.optional(),
	/** Of the whole source and of the body, normalized: as the print says, and checked. */
	sha256,
	bodySha256: sha256,
	/** Of the bytes of `texts/<text>.md`, which is the source as it came. Absent when `onGone` took it away and left the title. */
	text: sha256.optional(),
	/** Day on which it was first gathered. */
	firstSeen: partialDate,
	/** Day on which it last came out different. */
	changed: partialDate,
});

/**
 * `snapshots/<member>/snapshot.json`: what a member last published in good order. It is written last, after its texts, and
 * changes only when the member's handbook does.
 */
export const snapshotSchema = z.object({
	format: z.literal(1),
	type: z.enum(['handbook', 'index']),
	/** Address of the handbook: its identity. */
	url: webAddress,
	/** Address of the print. */
	printUrl: webAddress,
	/** Day on which this state was gathered. */
	changed: partialDate,
	/** As the print says. */
	generatedAt: z.iso.datetime().optional(),
	repo: printSchema.shape.repo,
	group: groupSchema.omit({ nav: true }).strip(),
	aliases: printSchema.shape.aliases,
	/** In reading order. */
	entries: z.array(snapshotEntry),
	/** Texts that were withdrawn: the words are erased, this much is kept. */
	gone: z.array(z.object({ id: slug, sha256: sha256.optional(), date: partialDate, reason: line.optional(), successor: line.optional() })),
	/** The handbooks of an index. `id` is ours: the index's own id and a hash of the address. */
	members: z.array(z.object({ id: slug, url: webAddress })),
});

/** The last good state of a member. */
export type Snapshot = z.output<typeof snapshotSchema>;

/** One text of a snapshot. */
export type SnapshotEntry = Snapshot['entries'][number];

/**
 * `snapshots/<member>/state.json`: how the last asking went. Days and not hours, so that a second crawl on a day writes nothing.
 */
export const stateSchema = z.object({
	state: z.enum(memberStates),
	/** Last day on which the member was asked. */
	asked: partialDate.optional(),
	/** Last day on which everything was in order. */
	lastGood: partialDate.optional(),
	failingSince: partialDate.optional(),
	problem: z.object({ code: z.string(), message: z.string(), hint: z.string() }).optional(),
	/** The member asked to be left alone until then (Retry-After). */
	notBefore: z.iso.datetime().optional(),
	/** For conditional requests (RFC 9110, 13.1). */
	etag: z.string().optional(),
	lastModified: z.string().optional(),
	/** SHA-256 of the print's bytes, decoded: for servers that know neither. */
	printSha256: sha256.optional(),
	/** Last day on which robots.txt allowed us to ask (RFC 9309: kept for a day). */
	robotsAllowed: partialDate.optional(),
});

/** How the last asking of a member went. */
export type MemberRecord = z.output<typeof stateSchema>;
