import { mountSearch } from './search.js';
import { openSearchDialog } from './search-dialog.js';

/**
 * Starts the search: on its own page at once, where the address keeps words and filters;
 * on every other page when the page asks for it, over the text.
 */
export function startSearch(): void {
	const panel = document.querySelector<HTMLElement>('.search-panel');
	if (panel) {
		mountSearch(panel, { keepsAddress: true });
		const input = panel.querySelector('input');
		input?.focus();
		addEventListener('keydown', (event) => {
			if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).matches('input[type=search]')) return;
			event.preventDefault();
			input?.focus();
		});
	} else {
		addEventListener('sporeprint:search', (event) => void openSearchDialog((event as CustomEvent<HTMLAnchorElement>).detail));
	}
}
