import { z } from 'zod';
import { language, line, webAddress } from './text.js';

/** What a network index says of itself: `content/network.md`. */
export const networkSchema = z.strictObject({
	name: line.describe("The network's name. Required"),
	url: webAddress.optional().describe('Where this index is published. Members name it in their networks, which is how they agree to be here'),
	repo: webAddress.optional().describe("Web address of the index's repository, where groups ask to join"),
	purpose: line.optional().describe('What the network is for'),
	summary: line.max(160, 'should be at most 160 characters').optional().describe('The network in one sentence, at most 160 characters'),
	languages: z.array(language).min(1, 'should name at least one language').optional().describe('Languages of the index, the main one first'),
	contact: line.optional().describe('A channel to reach its hosts, not a person'),
	networks: z.array(webAddress).optional().describe('Larger indexes that this one agrees to be in'),
	listed: z.boolean().optional().describe('true lets search engines list the mirrored texts. Default: false, so that they lead to the home of each text'),
});

/** A network's fields, as read. */
export type NetworkFields = z.output<typeof networkSchema>;
