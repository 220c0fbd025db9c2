/** What is searched: words, and the chosen values of each facet. */
export interface SearchState {
	words: string;
	filters: Record<string, string[]>;
}

/** The state that an address keeps. */
export function stateOfAddress(query: string, facets: readonly string[]): SearchState {
	const parameters = new URLSearchParams(query);
	const chosen = facets.map((facet) => [facet, parameters.getAll(facet)] as const).filter(([, values]) => values.length > 0);
	return { words: parameters.get('q') ?? '', filters: Object.fromEntries(chosen) };
}

/** The query part of an address that keeps the state; empty when there is nothing to keep. */
export function addressOfState({ words, filters }: SearchState): string {
	const parameters = new URLSearchParams();
	if (words !== '') parameters.set('q', words);
	for (const [facet, values] of Object.entries(filters)) for (const value of values) parameters.append(facet, value);
	const query = parameters.toString();
	return query === '' ? '' : `?${query}`;
}

/** True when there is nothing to search for. */
export function isEmptyState({ words, filters }: SearchState): boolean {
	return words === '' && Object.keys(filters).length === 0;
}
