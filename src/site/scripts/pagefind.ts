/** The part of Pagefind's browser interface that the search uses (https://pagefind.app/docs/api/). */
export interface Pagefind {
	options(options: { baseUrl?: string; excerptLength?: number }): Promise<void>;
	init(): Promise<void>;
	filters(): Promise<FacetCounts>;
	search(words: string | null, options: { filters: Filters }): Promise<PagefindResults>;
}

/** What narrows a search down: facets of which any value will do, and under `none` those that a text must not have. */
export type Filters = Record<string, { any: string[] } | Record<string, string>>;

/** How many texts each value of each facet has. */
export type FacetCounts = Record<string, Record<string, number>>;

/** What a search found; each result is loaded when it is shown. */
export interface PagefindResults {
	results: { id: string; data(): Promise<PagefindResult> }[];
	filters: FacetCounts;
}

/** One text that was found. `excerpt` is HTML that Pagefind escaped, with `<mark>` around what was searched. */
export interface PagefindResult {
	url: string;
	excerpt: string;
	meta: Record<string, string>;
}

/** Loads Pagefind from a folder of this site. */
export async function loadPagefind(folder: string): Promise<Pagefind> {
	const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
	// Records carry their whole address, base included.
	await pagefind.options({ baseUrl: '/', excerptLength: 24 });
	await pagefind.init();
	return pagefind;
}
