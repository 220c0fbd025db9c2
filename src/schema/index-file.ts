import { z } from 'zod';
import { partialDate } from './dates.js';
import { lineage } from './lineage.js';
import { line, webAddress } from './text.js';

/** A text that an index shows, as far as it says who uses what. */
export const usingText = z.object({
	title: line,
	/** Where an agreement or a decision stands. */
	status: z.string().optional(),
	retiredReason: line.optional(),
	inUseSince: partialDate.optional(),
	adoptedOn: partialDate.optional(),
	basedOn: z.array(lineage.partial().loose()),
	mirrorOf: z.object({ url: webAddress, handbook: webAddress, group: line }),
});

/** One of these texts, as read. */
export type UsingText = z.output<typeof usingText>;

/** An index's `network.json`, or the part of it that concerns one handbook: `content/.network.json`. */
export const indexFileSchema = z.object({
	sporeprint: z.literal(1),
	url: webAddress,
	generatedAt: z.iso.datetime().optional(),
	group: z.object({ name: line }),
	entries: z.array(z.unknown()),
});
