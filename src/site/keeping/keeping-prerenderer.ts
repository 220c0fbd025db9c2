import { join } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import { keyOf } from '../../lib/key-of.js';
import type { BuildPlaces } from '../build-places.js';
import type { BundleStamp } from './bundle-stamp.js';
import type { KeptCode } from './kept-code.js';
import { madeFrom } from './made-from.js';
import type { SiteKeeper } from './site-keeper.js';

/** What a build of Astro knows when it comes to its pages. */
export interface AstroBuild {
	keeper: SiteKeeper;
	code: KeptCode;
	stamp: BundleStamp;
	setting: string;
	program: string;
	places: BuildPlaces;
	address: string | undefined;
	base: string;
}

/** Astro's own prerenderer, of which we take what it renders with: the pages are made by the keeper, and the code of the pages is kept for the next build. */
export function keepingPrerenderer(astro: AstroPrerenderer, { keeper, code, stamp, setting, program, places, address, base }: AstroBuild): AstroPrerenderer {
	return {
		...astro,
		name: 'sporeprint',
		getStaticPaths: async () => {
			const shared = keyOf([setting, stamp.value()]);
			const source = await madeFrom(places, program);
			if (source !== undefined && stamp.code) {
				const { folder, entry } = stamp.code;
				code.keep({ server: folder, client: join(places.outDir, '_astro') }, astro, { madeFrom: source, site: address, base, setting, shared, entry });
			}
			return keeper.make(await astro.getStaticPaths(), astro.render, shared);
		},
	};
}
