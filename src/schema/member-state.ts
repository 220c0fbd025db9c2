import { z } from 'zod';
import { partialDate } from './dates.js';
import { line, slug, webAddress } from './text.js';

/**
 * How a member stands.
 * `waiting`: not asked yet. `fresh`: answered and in order. `failing`: did not answer or was not in order, the last good state is shown.
 * `unreachable`: failing for 14 days. `dormant`: failing for 90 days, `onGone` holds. `frozen`: came back as somebody else or withdrew
 * its consent, the last good state is shown. `gone`: said itself that it is gone (HTTP 410), its texts are erased.
 * `paused`, `archived`: as the network's host says.
 */
export const memberStates = ['waiting', 'fresh', 'failing', 'unreachable', 'dormant', 'frozen', 'gone', 'paused', 'archived'] as const;

/** How a member stands. */
export type MemberState = (typeof memberStates)[number];

/** A member as the index's print and status list it. */
export const listedMember = z.object({
	id: slug,
	url: webAddress,
	name: line.optional(),
	state: z.enum(memberStates),
	/** When it joined. */
	since: partialDate.optional(),
	/** Last day on which everything was in order. */
	lastGood: partialDate.optional(),
	failingSince: partialDate.optional(),
	/** What is wrong: a code of the catalogue and a sentence. */
	problem: z.object({ code: z.string(), message: z.string(), hint: z.string() }).optional(),
	/** Id of the index through which it was found. */
	via: slug.optional(),
	entries: z.int().nonnegative(),
});
