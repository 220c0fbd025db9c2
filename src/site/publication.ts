import { readFileSync } from 'node:fs';
import type { Publication } from '../output/print.js';
import { homeAt } from './build-places.js';

/** Where and by what a site is published. Without a known origin, the address is that of a local preview. */
export function publicationAt(site: string | undefined, base: string): Publication {
	const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
	return { url: homeAt(site, base), generator: `sporeprint/${version}` };
}
