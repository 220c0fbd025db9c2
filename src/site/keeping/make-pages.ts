import type { AstroPrerenderer } from 'astro';
import { keyOf } from '../../lib/key-of.js';
import type { FileWriter } from '../files/file-writer.js';
import type { KeptSite } from './kept-site.js';
import { fileOf, type PagePath, writePages } from './page-writer.js';

/** What became of the pages of a build. */
export interface Pages {
	/** Every page, by its path below the base, in Astro's order. */
	addresses: string[];
	/** Files that were made anew, below the site's folder. */
	anew: string[];
	kept: number;
}

/** What pages are made with. */
interface PageWork {
	site: KeptSite;
	/** Stands for what all pages have in common: their code, and how the site is configured. */
	shared: string;
	writer: FileWriter;
	/** Address of the site's home. */
	home: string;
}

/**
 * Makes the pages that are not there yet, and takes away what is no longer there. A page has a key of its own (`page-keys.ts`). Of two paths
 * with one address Astro takes the first, so that of the second nothing must be left. Returns what is left to Astro: pages of the group's
 * own, of which nobody knows what they are made of.
 *
 * Astro's `experimental.incrementalBuild` takes the same keys, but does not ask whether the files that it kept belong to them: after a build
 * that stopped half-way, or two at the same time, it brings back pages of another content.
 */
export async function makePages(all: readonly PagePath[], render: AstroPrerenderer['render'], { site, shared, ...target }: PageWork): Promise<{ pages: Pages; left: PagePath[] }> {
	const first = firstOfEach(all);
	const own = first.filter(({ route }) => route.origin !== 'project' && route.type !== 'redirect');
	const due = own.filter((path) => path.cacheKey === undefined || !site.claim(fileOf(path), keyOf([shared, path.route.route, path.cacheKey])));
	site.dropUnclaimed((path) => !path.startsWith('pagefind/'));
	const unwritten = new Set(await writePages(due, render, target));
	const done = new Set(own.filter((path) => !unwritten.has(path)).map(address));
	const pages: Pages = {
		addresses: first.filter(({ route }) => route.type === 'page').map(({ pathname }) => pathname.replace(/\/?$/, '/').replace(/^\//, '')),
		anew: due.map(fileOf),
		kept: own.length - due.length,
	};
	return { pages, left: all.filter((path) => !done.has(address(path))) };
}

function firstOfEach(paths: readonly PagePath[]): PagePath[] {
	const seen = new Set<string>();
	return paths.filter((path) => {
		const isFirst = !seen.has(address(path));
		seen.add(address(path));
		return isFirst;
	});
}

function address({ pathname }: PagePath): string {
	return pathname.replace(/\/$/, '');
}
