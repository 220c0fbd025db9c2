import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { createNetworkSite, type NetworkSite } from './network-site.js';
import { type SiteOptions, siteOptionsSchema } from './options.js';
import { placeOfNetwork } from './place.js';
import { virtualConfig } from './plugins/virtual-config.js';
import { networkRoutes } from './routes.js';
import { siteIntegration } from './site-integration.js';

/**
 * Builds the site of a network's index from `content/network.md`, `content/members/` and `snapshots/`. It reaches no network:
 * `sporeprint crawl` does.
 * @throws ZodError for an option that does not fit.
 */
export function network(options: SiteOptions = {}): AstroIntegration {
	const { accent } = siteOptionsSchema.parse(options);
	return siteIntegration<NetworkSite>({
		name: 'network',
		accent,
		routes: networkRoutes,
		watched: ['content', 'snapshots'],
		placeOf: placeOfNetwork,
		read: async (root, setting, cache) => {
			// Handbooks load this file too, and need nothing of what reads a network.
			const { readNetwork } = await import('../network/read-network.js');
			const { value, problems } = await readNetwork(root, {
				base: setting.base,
				worker: new URL('../network/mirror/render-worker.js', import.meta.url),
				cache: join(cache.folder, 'texts'),
				version: cache.program,
			});
			return { value: createNetworkSite(value, setting), problems };
		},
		files: async (site) => (await import('./files/network-files.js')).networkFiles(site),
		vitePlugins: (root, current) => [virtualConfig(root, current)],
		unlisted,
		warnWithoutAddress: 'The address of this index is not known. Set url in content/network.md, or build with --site.',
	});
}

/** Pages that search engines need not show: search, and copies of texts that are to be found at their homes. */
function unlisted(path: string, { unlisted: copiesUnlisted, byId }: NetworkSite): boolean {
	return path === 'search' || path === 'copy/open' || path.includes('/page/') || (byId.has(path) && copiesUnlisted);
}
