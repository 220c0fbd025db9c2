import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration, AstroIntegrationLogger, HookParameters, InjectedRoute } from 'astro';
import type { Plugin } from 'vite';
import type { Result } from '../errors.js';
import type { BuildCache } from '../handbook/build-cache.js';
import { contentSecurity } from './content-security.js';
import { engineStamp } from './engine-stamp.js';
import { mayKeep, SiteKeeper } from './keeping/site-keeper.js';
import { writePlainFiles } from './keeping/write-plain-files.js';
import { keptSearchIndex, publishSearchIndex } from './kept-search.js';
import type { Place } from './place.js';
import type { PlainFile } from './plain-files.js';
import { accentToken } from './plugins/accent.js';
import { filesInDev } from './plugins/files-in-dev.js';
import { searchInDev } from './plugins/search-in-dev.js';
import { publicationAt } from './publication.js';
import { iconRoute } from './routes.js';
import { shareSite } from './shared-site.js';
import type { Setting, Site } from './site.js';
import { SiteReader } from './site-reader.js';

/** What one sort of site adds to what all have in common. */
export interface SiteKind<S extends Site> {
	accent: number;
	routes: readonly InjectedRoute[];
	/** Folders below the root that are watched while writing. */
	watched: readonly string[];
	/** Where its own content says that it is published. */
	placeOf(root: string): Place;
	read(root: string, setting: Setting, cache: BuildCache): Result<S> | Promise<Result<S>>;
	integrations?(root: () => string, current: () => S): AstroIntegration[];
	vitePlugins(root: string, current: () => S): Plugin[];
	/** Files of the site that are no pages. */
	files(site: S): readonly PlainFile[];
	/** Pages that are no texts of their own, by their paths. */
	unlisted(path: string, site: S): boolean;
	/** Told when nobody knows where the site will stand. */
	warnWithoutAddress: string;
}

/** The Astro integration that builds a site: one frame, one security policy and one search for handbooks and networks. */
export function siteIntegration<S extends Site>(kind: SiteKind<S>): AstroIntegration {
	let root: string;
	let reader: SiteReader<S>;
	let address: string | undefined;
	let command: HookParameters<'astro:config:setup'>['command'];
	let searchIndex: Promise<string> | undefined;
	let keeper: SiteKeeper | undefined;
	let program: string;
	let published: string;
	const sitemapPages: string[] = [];
	const current = (): S => reader.current();
	const load = async (logger: AstroIntegrationLogger): Promise<void> => {
		if (command === 'preview') return;
		await reader.load();
		logger.debug('The content is read.');
	};

	return {
		name: 'sporeprint',
		hooks: {
			'astro:config:setup': ({ config, command: given, updateConfig, injectRoute }) => {
				root = fileURLToPath(config.root);
				published = fileURLToPath(config.publicDir);
				command = given;
				const cache = join(fileURLToPath(config.cacheDir), 'sporeprint');
				program = engineStamp(root);
				keeper = command === 'build' && mayKeep(config) ? new SiteKeeper({ root, folders: kind.watched, config, cache, program: [program, kind.accent] }) : undefined;
				const isWhole = keeper?.isWhole ?? false;
				const place = config.site === undefined ? kind.placeOf(root) : {};
				const known = config.site !== undefined || place.site !== undefined;
				updateConfig({
					...(place.site !== undefined && { site: place.site, ...(config.base === '/' && { base: place.base }) }),
					trailingSlash: 'always',
					// White space between tags counts as in JSX, which is also how Prettier lays our components out.
					compressHTML: 'jsx',
					build: { format: 'directory', inlineStylesheets: 'never' },
					security: { csp: contentSecurity },
					devToolbar: { enabled: false },
					integrations: [
						...(kind.integrations?.(() => root, current) ?? []),
						...(known && !isWhole ? [sitemap({ customPages: sitemapPages, filter: (page) => !kind.unlisted(pathOf(page, current()), current()) })] : []),
						...(keeper && !isWhole ? [lastStep(() => keeper?.end())] : []),
					],
					vite: {
						plugins: [...kind.vitePlugins(root, current), accentToken(kind.accent), ...(keeper?.plugins ?? [])],
						// Pages of a package have to go through Astro's compiler.
						ssr: { noExternal: ['sporeprint'] },
						build: { modulePreload: false, ...(keeper && { emptyOutDir: false }) },
					},
				});
				// Astro makes no page of a site that is whole; but with no route at all it would miss the folder of the pages.
				for (const route of isWhole ? [iconRoute] : kind.routes) injectRoute(route);
			},
			'astro:config:done': async ({ config, logger }) => {
				if (keeper?.isWhole) return;
				const base = config.base.endsWith('/') ? config.base : `${config.base}/`;
				const setting = { base, accent: kind.accent, publication: publicationAt(config.site, base) };
				const cache = { folder: join(fileURLToPath(config.cacheDir), 'sporeprint'), program };
				reader = new SiteReader(() => kind.read(root, setting, cache), logger);
				address = config.site;
				await load(logger);
				shareSite(current);
				if (command === 'build' && reader.isSound()) {
					searchIndex = keptSearchIndex(current(), cache);
					// Whoever waits for it hears of what goes wrong, and that is at the end.
					searchIndex.catch(() => {});
				}
			},
			'astro:build:start': ({ logger, setPrerenderer }) => {
				if (keeper?.isWhole) {
					logger.info('Nothing has changed since the last build, so the site stays as it is. To build it anyway: npx astro build --force');
					setPrerenderer((astro) => ({ ...astro, getStaticPaths: async () => [] }));
					return;
				}
				reader.requireSound();
				keeper?.begin(kind.files(current()), setPrerenderer);
				if (address === undefined) logger.warn(kind.warnWithoutAddress);
			},
			'astro:server:setup': ({ server, logger }) => {
				server.middlewares.use(
					filesInDev(
						() => kind.files(current()),
						() => current().base,
					),
				);
				server.middlewares.use(searchInDev(current));
				const folders = kind.watched.map((folder) => join(root, folder));
				server.watcher.add(folders);
				server.watcher.on('all', async (_event, path) => {
					if (folders.every((folder) => relative(folder, path).startsWith('..'))) return;
					await load(logger);
					// Astro keeps the addresses of a route until it hears this.
					for (const environment of Object.values(server.environments)) environment.hot.send('astro:content-changed', {});
					server.environments.client.hot.send({ type: 'full-reload' });
				});
			},
			'astro:build:done': async ({ dir, logger }) => {
				if (keeper?.isWhole) {
					keeper.confirm();
					return;
				}
				writePlainFiles(keeper?.filesAnew ?? kind.files(current()), { folder: fileURLToPath(dir), published });
				if (searchIndex) publishSearchIndex(await searchIndex, fileURLToPath(dir), keeper);
				keeper?.report(logger);
				// Astro tells the sitemap of the pages that it has rendered.
				sitemapPages.push(...(keeper?.pages() ?? []).filter((path) => path !== '404/').map((path) => new URL(path, current().publication.url).href));
				logger.info(`${current().entries.length} texts, searchable.`);
			},
		},
	};
}

/** The last of all integrations that work on a build. */
function lastStep(end: () => void): AstroIntegration {
	return { name: 'sporeprint/last', hooks: { 'astro:build:done': end } };
}

/** Path of a page below the base, percent signs undone, without slashes at the ends. */
function pathOf(page: string, { publication }: Site): string {
	return decodeURI(page.slice(publication.url.length)).replace(/\/$/, '');
}
