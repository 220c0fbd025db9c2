import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { MdxTextLookup } from '../markdown/mdx-chain.js';
import { kindFolders, kinds } from '../schema/kinds.js';
import { stringsFor } from '../strings/index.js';
import { createHandbookSite, type HandbookSite, hasReviews } from './handbook-site.js';
import { type SiteOptions, siteOptionsSchema } from './options.js';
import { placeOfGroup } from './place.js';
import { virtualConfig } from './plugins/virtual-config.js';
import { handbookRoutes } from './routes.js';
import { isEmptyKind } from './site.js';
import { siteIntegration } from './site-integration.js';

/**
 * Builds the site of a group's handbook from `content/`.
 * @throws ZodError for an option that does not fit.
 */
export function handbook(options: SiteOptions = {}): AstroIntegration {
	const { accent } = siteOptionsSchema.parse(options);
	return siteIntegration<HandbookSite>({
		name: 'handbook',
		accent,
		routes: handbookRoutes,
		watched: ['content'],
		placeOf: placeOfGroup,
		// A build with nothing to do needs nothing of what reads texts and makes files.
		read: async (root, setting, cache) => {
			const { readHandbook } = await import('../handbook/read-handbook.js');
			const { value, problems } = readHandbook(root, { base: setting.base, cache });
			return { value: createHandbookSite(value, setting), problems };
		},
		componentIntegrations: async (root, current) => {
			// They take a quarter of a second to load, and few handbooks need them.
			const [{ default: mdx }, { unified }, { mdxPlugins }] = await Promise.all([import('@astrojs/mdx'), import('@astrojs/markdown-remark'), import('../markdown/mdx-chain.js')]);
			const { remark, rehype } = mdxPlugins(mdxTexts(root, current));
			return [mdx({ processor: unified({ remarkPlugins: remark, rehypePlugins: rehype, smartypants: false }), syntaxHighlight: false })];
		},
		vitePlugins: (root, current) => [virtualConfig(root, current)],
		files: async (site) => (await import('./files/handbook-files.js')).handbookFiles(site),
		unlisted,
		warnWithoutAddress: 'The address of this handbook is not known, so its print cannot be gathered by others. Set url in content/group.md, or build with --site.',
	});
}

function mdxTexts(root: () => string, current: () => HandbookSite): MdxTextLookup {
	return (path) => {
		const { handbook } = current();
		const entry = handbook.entries.find((candidate) => join(root(), 'content', candidate.path) === path);
		return entry && { title: entry.fields.title, labels: stringsFor(entry.lang).text, resolver: handbook.resolverAt(entry.path) };
	};
}

/** Pages that are no texts of their own: search, the book, lists of nothing, history, and addresses of texts that have moved or were withdrawn. */
function unlisted(path: string, site: HandbookSite): boolean {
	const kind = kinds.find((candidate) => kindFolders[candidate] === path);
	if (kind) return isEmptyKind(site, kind);
	if (path === 'tags') return site.topics.size === 0;
	if (path === 'review') return !hasReviews(site.reviews);
	if (path === 'changes') return site.handbook.history.entries.size === 0;
	if (path.startsWith('changes/') || site.histories.get(path.replace(/\/history$/, '')) === path) return true;
	return path === 'search' || path === 'book' || path === 'copy/open' || isLeft(path, site);
}

/** True for the address of a text that has moved or was withdrawn. A text that is there has its own id. */
function isLeft(path: string, { byId, tombstones }: HandbookSite): boolean {
	const entry = byId.get(path);
	return entry ? entry.id !== path : tombstones.some(({ id }) => id === path);
}
