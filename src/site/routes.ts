import type { InjectedRoute } from 'astro';

/** Every page and file of a handbook's site: its address, and the file that makes it. */
export const routes: readonly InjectedRoute[] = [
	{ pattern: '/', entrypoint: route('home.astro') },
	{ pattern: '/[list]', entrypoint: route('list.astro') },
	{ pattern: '/[...id]', entrypoint: route('[...id].astro') },
	{ pattern: '/tags', entrypoint: route('tags/index.astro') },
	{ pattern: '/tags/[tag]', entrypoint: route('tags/[tag].astro') },
	{ pattern: '/search', entrypoint: route('search.astro') },
	{ pattern: '/copy', entrypoint: route('copy.astro') },
	{ pattern: '/book', entrypoint: route('book.astro') },
	{ pattern: '/404', entrypoint: route('404.astro') },
	{ pattern: '/handbook.json', entrypoint: route('handbook.json') },
	{ pattern: '/handbook.ndjson', entrypoint: route('handbook.ndjson') },
	{ pattern: '/icon.svg', entrypoint: route('icon.svg') },
	{ pattern: '/[...id].md', entrypoint: route('source') },
	{ pattern: '/media/[name]', entrypoint: route('media') },
];

/** Endpoints are `.ts` in the sources and `.js` in the package. */
function route(file: string): URL {
	const own = new URL(import.meta.url).pathname;
	const name = file.endsWith('.astro') ? file : file + own.slice(own.lastIndexOf('.'));
	return new URL(`./routes/${name}`, import.meta.url);
}
