import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { type MdxTextLookup, mdxPlugins } from '../markdown/mdx-chain.js';
import { buildSearchIndex, searchRecords } from '../output/search-index.js';
import { kindFolders, kinds } from '../schema/kinds.js';
import { stringsFor } from '../strings/index.js';
import { contentSecurity } from './content-security.js';
import { type HandbookOptions, handbookOptionsSchema } from './options.js';
import { placeOfGroup } from './place.js';
import { accentToken } from './plugins/accent.js';
import { mediaInDev } from './plugins/media-in-dev.js';
import { searchInDev } from './plugins/search-in-dev.js';
import { virtualConfig } from './plugins/virtual-config.js';
import { publicationAt } from './publication.js';
import { routes } from './routes.js';
import { shareSite } from './shared-site.js';
import { isEmptyKind, type Site } from './site.js';
import { SiteReader } from './site-reader.js';

/**
 * Builds the site of a group's handbook from `content/`.
 * @throws ZodError for an option that does not fit.
 */
export function handbook(options: HandbookOptions = {}): AstroIntegration {
	const { accent } = handbookOptionsSchema.parse(options);
	let root: string;
	let reader: SiteReader;
	let addressKnown = false;
	const current = (): Site => reader.current();

	return {
		name: 'sporeprint',
		hooks: {
			'astro:config:setup': ({ config, updateConfig, injectRoute }) => {
				root = fileURLToPath(config.root);
				const place = config.site === undefined ? placeOfGroup(root) : {};
				const { remark, rehype } = mdxPlugins(mdxTexts(() => root, current));
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
						mdx({ processor: unified({ remarkPlugins: remark, rehypePlugins: rehype, smartypants: false }), syntaxHighlight: false }),
						...(known ? [sitemap({ filter: (page) => !unlisted(page, current()) })] : []),
					],
					vite: {
						plugins: [virtualConfig(root, current), accentToken(accent)],
						// Pages of a package have to go through Astro's compiler.
						ssr: { noExternal: ['sporeprint'] },
						build: { modulePreload: false },
					},
				});
				for (const route of routes) injectRoute(route);
			},
			'astro:config:done': ({ config, logger }) => {
				const base = config.base.endsWith('/') ? config.base : `${config.base}/`;
				reader = new SiteReader(root, { base, accent, publication: publicationAt(config.site, base) }, logger);
				addressKnown = config.site !== undefined;
				shareSite(current);
			},
			'astro:build:start': ({ logger }) => {
				reader.requireSound();
				if (!addressKnown) {
					logger.warn('The address of this handbook is not known, so its print cannot be gathered by others. Set url in content/group.md, or build with --site.');
				}
			},
			'astro:server:setup': ({ server }) => {
				server.middlewares.use(mediaInDev(current));
				server.middlewares.use(searchInDev(current));
				const content = join(root, 'content');
				server.watcher.add(content);
				server.watcher.on('all', (_event, path) => {
					if (relative(content, path).startsWith('..')) return;
					reader.invalidate();
					// Astro keeps the addresses of a route until it hears this.
					for (const environment of Object.values(server.environments)) environment.hot.send('astro:content-changed', {});
					server.environments.client.hot.send({ type: 'full-reload' });
				});
			},
			'astro:build:done': async ({ dir, logger }) => {
				const { handbook, base } = current();
				for (const { path, content } of await buildSearchIndex(searchRecords(handbook, base), handbook.group.lang)) {
					const file = join(fileURLToPath(dir), 'pagefind', path);
					mkdirSync(dirname(file), { recursive: true });
					writeFileSync(file, content);
				}
				logger.info(`${handbook.entries.length} texts, searchable.`);
			},
		},
	};
}

function mdxTexts(root: () => string, site: () => Site): MdxTextLookup {
	return (path) => {
		const { handbook } = site();
		const entry = handbook.entries.find((candidate) => join(root(), 'content', candidate.path) === path);
		return entry && { title: entry.fields.title, labels: stringsFor(entry.lang).text, resolver: handbook.resolverAt(entry.path) };
	};
}

/** Pages that are no texts of their own: search, the book, lists of nothing, and addresses that have moved. */
function unlisted(page: string, site: Site): boolean {
	const path = page.slice(site.publication.url.length).replace(/\/$/, '');
	const kind = kinds.find((candidate) => kindFolders[candidate] === path);
	if (kind) return isEmptyKind(site, kind);
	if (path === 'tags') return site.topics.size === 0;
	return path === 'search' || path === 'book' || site.handbook.redirects.some(({ from }) => from === path);
}
