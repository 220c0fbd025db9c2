/** What is searched: words, and the chosen values of each facet. */
export interface SearchState {
	words: string;
	filters: Record<string, string[]>;
	/** Also what is no longer in use. */
	past: boolean;
}

/** The state that an address keeps. */
export function stateOfAddress(query: string, facets: readonly string[]): SearchState {
	const parameters = new URLSearchParams(query);
	const chosen = facets.map((facet) => [facet, parameters.getAll(facet)] as const).filter(([, values]) => values.length > 0);
	return { words: parameters.get('q') ?? '', filters: Object.fromEntries(chosen), past: parameters.get('past') === 'yes' };
}

/** The query part of an address that keeps the state; empty when there is nothing to keep. */
export function addressOfState({ words, filters, past }: SearchState): string {
	const parameters = new URLSearchParams();
	if (words !== '') parameters.set('q', words);
	for (const [facet, values] of Object.entries(filters)) for (const value of values) parameters.append(facet, value);
	if (past) parameters.set('past', 'yes');
	const query = parameters.toString();
	return query === '' ? '' : `?${query}`;
}

/** True when there is nothing to search for. */
export function isEmptyState({ words, filters }: Pick<SearchState, 'words' | 'filters'>): boolean {
	return words === '' && Object.keys(filters).length === 0;
}

/** The statuses by which a reader asks for what is no longer in use, and for nothing else. */
const pastStatuses = ['retired', 'superseded'];

/** True when the reader asks for what is no longer in use too. */
export function asksForPast({ filters, past }: Pick<SearchState, 'filters' | 'past'>): boolean {
	return past || (filters.status ?? []).some((status) => pastStatuses.includes(status));
}
