import type { HandbookSite } from './handbook-site.js';
import type { NetworkSite } from './network-site.js';
import type { Site } from './site.js';

const key = Symbol.for('sporeprint.site');

/**
 * The one site of a running Astro. Astro bundles the pages apart from the integration, so that the
 * two do not share modules; without this place the content would be read and rendered twice.
 */
export function shareSite(load: () => Site): void {
	(globalThis as Record<symbol, unknown>)[key] = load;
}

/** The site that the integration shares with the pages. Throws outside of a Sporeprint build. */
export function currentSite(): Site {
	const load = (globalThis as Record<symbol, unknown>)[key] as (() => Site) | undefined;
	if (!load) throw new Error('Sporeprint’s pages need its integration. Add handbook() or network() to the integrations in astro.config.mjs.');
	return load();
}

/** The site, for pages that only a handbook has. */
export function currentHandbookSite(): HandbookSite {
	return currentSite() as HandbookSite;
}

/** The site, for pages that only a network has. */
export function currentNetworkSite(): NetworkSite {
	return currentSite() as NetworkSite;
}
