import type { AstroPrerenderer } from 'astro';
import { keyOf } from '../page-keys.js';
import type { KeptSite } from './kept-site.js';
import { fileOf, type PageFolder, type PagePath, writePages } from './page-writer.js';

/** What became of the pages of a build. */
export interface Pages {
	/** Every page, by its path below the base, in Astro's order. */
	addresses: string[];
	/** Files that were made anew, below the site's folder. */
	anew: string[];
	kept: number;
}

/** What is done with the pages of a site. */
export interface PageWork {
	site: KeptSite;
	/** Stands for what all pages have in common: their code, and how the site is configured. */
	stamp(): string;
	target: PageFolder;
}

/**
 * Astro's own prerenderer, but for pages and files that stand in the site's folder already. A page has a key of its own (`page-keys.ts`).
 *
 * Astro's `experimental.incrementalBuild` takes the same keys, but does not ask whether the files that it kept belong to them: after a build
 * that stopped half-way, or two at the same time, it brings back pages of another content.
 */
export function keepingPrerenderer(astro: AstroPrerenderer, work: PageWork): { prerenderer: AstroPrerenderer; pages: Pages } {
	const pages: Pages = { addresses: [], anew: [], kept: 0 };
	return {
		pages,
		prerenderer: {
			...astro,
			name: 'sporeprint',
			getStaticPaths: async () => {
				const all = await astro.getStaticPaths();
				return makePages(all, astro.render, work, pages);
			},
		},
	};
}

/**
 * Makes the pages that are not there yet, and takes away what is no longer there. Of two paths with one address Astro takes the first, so
 * that of the second nothing must be left. Returns what is left to Astro: pages of the group's own, of which nobody knows what they are made of.
 */
export async function makePages(all: readonly PagePath[], render: AstroPrerenderer['render'], { site, stamp, target }: PageWork, pages: Pages): Promise<PagePath[]> {
	const first = firstOfEach(all);
	const own = first.filter(({ route }) => route.origin !== 'project' && route.type !== 'redirect');
	const shared = stamp();
	const due = own.filter((path) => path.cacheKey === undefined || !site.claim(fileOf(path), keyOf([shared, path.route.route, path.cacheKey])));
	site.dropUnclaimed((path) => !path.startsWith('pagefind/'));
	const left = await writePages(due, render, target);
	const done = new Set(own.filter((path) => !left.includes(path)).map(({ pathname }) => address(pathname)));
	pages.addresses = first.filter(({ route }) => route.type === 'page').map(({ pathname }) => pageName(pathname));
	pages.anew = due.map(fileOf);
	pages.kept = own.length - due.length;
	return all.filter(({ pathname }) => !done.has(address(pathname)));
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

function pageName(pathname: string): string {
	return pathname.replace(/\/?$/, '/').replace(/^\//, '');
}
