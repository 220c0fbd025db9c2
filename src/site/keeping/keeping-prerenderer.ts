import type { AstroPrerenderer } from 'astro';
import { keyOf } from '../page-keys.js';
import type { KeptSite } from './kept-site.js';

type PagePath = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** What became of the pages and files of a build. */
export interface Pages {
	/** Every page, as Astro names them to integrations, in its order. */
	names: string[];
	rendered: number;
	kept: number;
}

/**
 * Astro's own prerenderer, but for pages and files that stand in the site's folder already. A page has a key of its own (`page-keys.ts`);
 * `stamp` stands for what all pages have in common: their code, and how the site is configured.
 *
 * Astro's `experimental.incrementalBuild` takes the same keys, but does not ask whether the files that it kept belong to them: after a build
 * that stopped half-way, or two at the same time, it brings back pages of another content.
 */
export function keepingPrerenderer(astro: AstroPrerenderer, site: KeptSite, stamp: () => string): { prerenderer: AstroPrerenderer; pages: Pages } {
	const pages: Pages = { names: [], rendered: 0, kept: 0 };
	return {
		pages,
		prerenderer: {
			...astro,
			name: 'sporeprint',
			getStaticPaths: async () => {
				const all = await astro.getStaticPaths();
				const due = withoutKept(all, site, stamp());
				site.dropUnclaimed((path) => !path.startsWith('pagefind/'));
				pages.names = firstOfEach(all)
					.filter(({ route }) => route.type === 'page')
					.map(({ pathname }) => pageName(pathname));
				pages.rendered = due.length;
				pages.kept = all.length - due.length;
				return due;
			},
		},
	};
}

/** Of two paths with one address Astro takes the first, so that of the second nothing must be left. */
function withoutKept(paths: readonly PagePath[], site: KeptSite, stamp: string): PagePath[] {
	const first = new Set(firstOfEach(paths));
	const left = new Set<string>();
	const due = paths.filter((path) => {
		const { pathname, route, cacheKey } = path;
		// Keys of the group's own pages are not ours to judge.
		if (!first.has(path) || cacheKey === undefined || route.origin === 'project') return true;
		const isKept = site.claim(fileOf(path), keyOf([stamp, route.route, cacheKey]));
		if (isKept) left.add(address(pathname));
		return !isKept;
	});
	return due.filter(({ pathname }) => !left.has(address(pathname)));
}

function firstOfEach(paths: readonly PagePath[]): PagePath[] {
	const seen = new Set<string>();
	return paths.filter(({ pathname }) => {
		const isFirst = !seen.has(address(pathname));
		seen.add(address(pathname));
		return isFirst;
	});
}

function address(pathname: string): string {
	return pathname.replace(/\/$/, '');
}

/** Where Astro writes what stands at a path. */
function fileOf({ pathname, route }: PagePath): string {
	const path = pathname.replace(/^\/|\/$/g, '');
	return route.type === 'endpoint' ? path : `${path}/index.html`;
}

function pageName(pathname: string): string {
	return pathname.replace(/\/?$/, '/').replace(/^\//, '');
}
