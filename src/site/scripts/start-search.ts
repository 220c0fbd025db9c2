import { openSearchDialog } from './search-dialog.js';
import { mountSearch } from './search.js';

/**
 * Starts the search: on its own page at once, where the address keeps words and filters;
 * on every other page when the page asks for it, over the text.
 */
export function startSearch(): void {
	const panel = document.querySelector<HTMLElement>('.search-panel');
	if (panel) {
		mountSearch(panel, { keepsAddress: true });
		panel.querySelector('input')?.focus();
	} else {
		addEventListener('sporeprint:search', (event) => void openSearchDialog((event as CustomEvent<HTMLAnchorElement>).detail));
	}
}
