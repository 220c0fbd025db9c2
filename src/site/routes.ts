import type { InjectedRoute } from 'astro';

/** The one file that costs nothing to bundle. */
export const iconRoute = { pattern: '/icon.svg', entrypoint: route('icon.svg') } satisfies InjectedRoute;

/** Pages that every site has: their addresses, and the files that make them. */
const routes: readonly InjectedRoute[] = [
	{ pattern: '/[list]', entrypoint: route('list.astro') },
	{ pattern: '/[list]/page/[number]', entrypoint: route('list-page.astro') },
	{ pattern: '/[...id]', entrypoint: route('[...id].astro') },
	{ pattern: '/tags', entrypoint: route('tags/index.astro') },
	{ pattern: '/tags/[tag]', entrypoint: route('tags/[tag].astro') },
	{ pattern: '/tags/[tag]/page/[number]', entrypoint: route('tags/tag-page.astro') },
	{ pattern: '/search', entrypoint: route('search.astro') },
	{ pattern: '/404', entrypoint: route('404.astro') },
	iconRoute,
	{ pattern: '/copy/open', entrypoint: route('copy-open.astro') },
];

/** Every page of a handbook's site. */
export const handbookRoutes: readonly InjectedRoute[] = [
	{ pattern: '/', entrypoint: route('handbook/home.astro') },
	...routes,
	{ pattern: '/review', entrypoint: route('handbook/review.astro') },
	{ pattern: '/[...id]/history', entrypoint: route('handbook/history.astro') },
	{ pattern: '/changes/of/[...id]', entrypoint: route('handbook/history-aside.astro') },
	{ pattern: '/changes', entrypoint: route('handbook/changes.astro') },
	{ pattern: '/changes/page/[number]', entrypoint: route('handbook/changes-page.astro') },
	{ pattern: '/copy', entrypoint: route('handbook/copy.astro') },
	{ pattern: '/book', entrypoint: route('handbook/book.astro') },
	{ pattern: '/feeds', entrypoint: route('handbook/feeds.astro') },
];

/** Every page of a network's site. */
export const networkRoutes: readonly InjectedRoute[] = [
	{ pattern: '/', entrypoint: route('network/home.astro') },
	...routes,
	{ pattern: '/groups', entrypoint: route('network/groups.astro') },
	{ pattern: '/groups/[group]', entrypoint: route('network/group.astro') },
	{ pattern: '/families', entrypoint: route('network/families.astro') },
	{ pattern: '/families/[family]', entrypoint: route('network/family.astro') },
	{ pattern: '/status', entrypoint: route('network/status.astro') },
	{ pattern: '/feeds', entrypoint: route('network/feeds.astro') },
];

/** Endpoints are `.ts` in the sources and `.js` in the package. */
function route(file: string): URL {
	const own = new URL(import.meta.url).pathname;
	const name = file.endsWith('.astro') ? file : file + own.slice(own.lastIndexOf('.'));
	return new URL(`./routes/${name}`, import.meta.url);
}
