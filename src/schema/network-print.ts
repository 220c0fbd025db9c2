import { z } from 'zod';
import { listedMember } from './member-state.js';
import { printSchema } from './print.js';

/** The print of an index: `network.json`. That of a handbook, and the members, so that an index can gather indexes. */
export const networkPrintSchema = printSchema.extend({
	members: z.array(listedMember).describe('The handbooks that this index gathers, and how each stands'),
});

/** The print of an index, as read. */
export type NetworkPrint = z.output<typeof networkPrintSchema>;
