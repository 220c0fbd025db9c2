import { z } from 'zod';
import { firstAccent } from './accent.js';

/** Options of `handbook()` and `network()`. */
export const siteOptionsSchema = z.strictObject({
	accent: z
		.number('“accent” should be a number from 0 to 360')
		.min(0, '“accent” should be a number from 0 to 360')
		.max(360, '“accent” should be a number from 0 to 360')
		.default(firstAccent)
		.describe('The accent colour, as its hue on the colour wheel: 0 is red, 90 yellow, 145 green, 250 blue, 300 purple. Lightness is chosen so that it can always be read'),
});

/** Options of `handbook()` and `network()`, as they are written. */
export type SiteOptions = z.input<typeof siteOptionsSchema>;
