import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, HookParameters } from 'astro';
import type { BuildCache } from '../handbook/build-cache.js';
import { isWithin } from '../lib/is-within.js';
import { type BuildPlaces, homeAt, mayKeep, placesOf, settingOf } from './build-places.js';
import { mayBeInline } from './content-security.js';
import { engineStamp } from './engine-stamp.js';
import { FileWriter } from './files/file-writer.js';
import { BundleStamp } from './keeping/bundle-stamp.js';
import { keepingPrerenderer } from './keeping/keeping-prerenderer.js';
import { KeptCode } from './keeping/kept-code.js';
import { requireFitFolder } from './keeping/site-folder.js';
import { SiteKeeper } from './keeping/site-keeper.js';
import { hasOwnComponents } from './own-components.js';
import { filesInDev } from './plugins/files-in-dev.js';
import { nothingToServe } from './plugins/nothing-to-serve.js';
import { relativeAddresses } from './plugins/relative-addresses.js';
import { searchInDev } from './plugins/search-in-dev.js';
import { publicationAt } from './publication.js';
import { iconRoute } from './routes.js';
import { shareSite } from './shared-site.js';
import type { Site } from './site.js';
import { rememberKind, type SiteKind } from './site-kind.js';
import { SiteParts } from './site-parts.js';
import { SiteReader } from './site-reader.js';

/** The Astro integration that builds a site: one frame, one security policy and one search for handbooks and networks. */
export function siteIntegration<S extends Site>(kind: SiteKind<S>): AstroIntegration {
	let places: BuildPlaces;
	let reader: SiteReader<S>;
	let address: string | undefined;
	let command: HookParameters<'astro:config:setup'>['command'];
	let parts: SiteParts<S> | undefined;
	let keeper: SiteKeeper | undefined;
	let setting: string;
	let program: string;
	const stamp = new BundleStamp();
	const current = (): S => reader.current();
	const cache = (): BuildCache => ({ folder: places.cache, program });
	const root = (): string => places.root;
	const load = async (): Promise<void> => {
		if (command === 'preview') return;
		await reader.load();
	};

	return rememberKind(
		{
			name: 'sporeprint',
			hooks: {
				'astro:config:setup': async ({ config, command: given, updateConfig, injectRoute }) => {
					places = placesOf(config);
					command = given;
					program = engineStamp(places.root);
					const folders = kind.watched.map((folder) => join(places.root, folder));
					if (command === 'build') requireFitFolder(places, folders);
					const place = config.site === undefined ? kind.placeOf(places.root) : {};
					if (command === 'build' && mayKeep(config)) {
						setting = settingOf(config, [program, kind.accent, place]);
						keeper = new SiteKeeper({ ...places, folders, home: homeAt(place.site ?? config.site, (config.base === '/' && place.base) || config.base), setting });
					}
					const isWhole = keeper?.isWhole ?? false;
					updateConfig({
						...(place.site !== undefined && { site: place.site, ...(config.base === '/' && { base: place.base }) }),
						trailingSlash: 'always',
						// White space between tags counts as in JSX, which is also how Prettier lays our components out.
						compressHTML: 'jsx',
						build: { format: 'directory', inlineStylesheets: 'never' },
						devToolbar: { enabled: false },
						// A change while writing may be the first text with components.
						integrations: command !== 'build' || hasOwnComponents(places.root) ? ((await kind.componentIntegrations?.(root, current)) ?? []) : [],
						vite: {
							plugins: [...kind.vitePlugins(places.root, current), relativeAddresses(), ...(command === 'build' ? [nothingToServe()] : []), ...(keeper ? stamp.plugins() : [])],
							// Pages of a package have to go through Astro's compiler.
							ssr: { noExternal: ['sporeprint'] },
							build: { modulePreload: false, assetsInlineLimit: mayBeInline, ...(keeper && { emptyOutDir: false }) },
						},
					});
					// Astro makes no page of a site that is whole; but with no route at all it would miss the folder of the pages.
					for (const route of isWhole ? [iconRoute] : kind.routes) injectRoute(route);
				},
				'astro:config:done': async ({ config, logger }) => {
					if (keeper?.isWhole) return;
					const base = config.base.endsWith('/') ? config.base : `${config.base}/`;
					reader = new SiteReader(() => kind.read(places.root, { base, accent: kind.accent, publication: publicationAt(config.site, base) }, cache()), logger);
					address = config.site;
					await load();
					shareSite(current);
					if (command === 'build' && reader.isSound()) parts = new SiteParts({ kind, site: current(), cache: cache(), address, keeper, log: logger });
				},
				'astro:build:start': async ({ logger, setPrerenderer }) => {
					if (keeper?.isWhole) {
						logger.info('Nothing has changed since the last build, so the site stays as it is. To build it anyway: npx astro build --force');
						setPrerenderer((astro) => ({ ...astro, getStaticPaths: async () => [] }));
						return;
					}
					reader.requireSound();
					const keeping = keeper;
					if (keeping) {
						const code = new KeptCode(places.siteCache);
						code.drop();
						await parts?.begin(keeping.writer);
						setPrerenderer((astro) => keepingPrerenderer(astro, { keeper: keeping, code, stamp, setting, program, places, address, base: current().base }));
					}
				},
				'astro:server:setup': ({ server }) => {
					server.middlewares.use(
						filesInDev(
							() => kind.files(current()),
							() => current().base,
						),
					);
					server.middlewares.use(searchInDev(current, cache));
					const folders = kind.watched.map((folder) => join(places.root, folder));
					server.watcher.add(folders);
					server.watcher.on('all', async (_event, path) => {
						if (!folders.some((folder) => isWithin(path, folder))) return;
						await load();
						// Astro keeps the addresses of a route until it hears this.
						for (const environment of Object.values(server.environments)) environment.hot.send('astro:content-changed', {});
						server.environments.client.hot.send({ type: 'full-reload' });
					});
				},
				'astro:build:done': async ({ dir, pages }) => {
					if (keeper?.isWhole) {
						keeper.confirm();
						return;
					}
					if (keeper) await parts?.end(keeper.pages(), keeper.writer);
					else {
						// Astro has emptied the folder since the build began.
						const writer = new FileWriter(fileURLToPath(dir), places.publicDir);
						await parts?.begin(writer);
						await parts?.end(
							pages.map(({ pathname }) => pathname),
							writer,
						);
					}
				},
			},
		},
		kind,
	);
}
