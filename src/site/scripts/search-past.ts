import type { FacetCounts, Filters, Pagefind, PagefindResults } from './pagefind.js';
import { asksForPast, type SearchState } from './search-state.js';

/** What a search found, and how much more is no longer in use and was not asked for. */
export interface Found extends PagefindResults {
	pastOnly: number;
}

/** Searches. What is no longer in use is left out unless the reader asks for it, and then counted. */
export async function searchTexts(pagefind: Pagefind, state: SearchState, hasPast: boolean): Promise<Found> {
	const { words, filters: chosen } = state;
	const filters: Filters = Object.fromEntries(Object.entries(chosen).map(([facet, any]) => [facet, { any }]));
	const search = (narrowed: Filters): Promise<PagefindResults> => pagefind.search(words === '' ? null : words, { filters: narrowed });
	if (!hasPast || asksForPast(state)) return { ...(await search(filters)), pastOnly: 0 };
	const present = await search({ ...filters, none: { past: 'yes' } });
	const past = await search({ ...filters, past: { any: ['yes'] } });
	return { results: present.results, filters: withStatuses(present.filters, past.filters), pastOnly: past.results.length };
}

/** Counts in which the statuses of what was left out stand too: they are a way to ask for it. */
function withStatuses(present: FacetCounts, past: FacetCounts): FacetCounts {
	const status = { ...present.status };
	for (const [value, count] of Object.entries(past.status ?? {})) status[value] = (status[value] ?? 0) + count;
	return { ...present, status };
}
