import { countText } from '../../strings/plural.js';
import type { SearchLabels } from '../view/search-labels.js';
import { drawFacets, updateCounts } from './facet-list.js';
import { loadPagefind, type Pagefind, type PagefindResults } from './pagefind.js';
import { resultItem } from './result-list.js';
import { searchTexts } from './search-past.js';
import { addressOfState, isEmptyState, type SearchState, stateOfAddress } from './search-state.js';

const shownAtOnce = 10;
const pauseWhileTyping = 120;

/** Brings a search panel to life. On its own page the address keeps the state; elsewhere Enter leads there. */
export function mountSearch(panel: HTMLElement, { keepsAddress = false, pageHref = '' } = {}): void {
	const labels = JSON.parse(panel.dataset.labels ?? '{}') as SearchLabels;
	const part = <T extends HTMLElement>(selector: string): T => {
		const found = panel.querySelector<T>(selector);
		if (!found) throw new Error(`The search panel lacks ${selector}.`);
		return found;
	};
	const form = part<HTMLFormElement>('form');
	const input = part<HTMLInputElement>('input[name=q]');
	const facets = part<HTMLDetailsElement>('.facets');
	const facetList = part('.facet-list');
	const status = part('.search-status');
	const list = part('.results');
	const more = part<HTMLButtonElement>('.more');
	const pastFound = part('.past-found');
	// A site of which everything is in use has no such box.
	const withPast = panel.querySelector<HTMLInputElement>('input[name=past]');
	const clear = part<HTMLButtonElement>('.clear');

	let loading: Promise<Pagefind> | undefined;
	let drawing: Promise<void> | undefined;
	let turn = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;

	const load = (): Promise<Pagefind> => {
		loading ??= loadPagefind(labels.bundle);
		loading.catch(() => {
			loading = undefined;
		});
		return loading;
	};

	const loadFacets = (): Promise<void> => {
		drawing ??= load().then(async (pagefind) => {
			const counts = await pagefind.filters();
			drawFacets(facetList, counts, labels);
			updateCounts(facetList, counts, labels.lang);
		});
		drawing.catch(() => {
			drawing = undefined;
		});
		return drawing;
	};

	const state = (): SearchState => {
		const filters: Record<string, string[]> = {};
		for (const { name, value } of facetList.querySelectorAll<HTMLInputElement>('input:checked')) filters[name] = [...(filters[name] ?? []), value];
		return { words: input.value.trim(), filters, past: withPast?.checked ?? false };
	};

	const offerPast = (count: number): void => {
		pastFound.hidden = count === 0;
		const button = pastFound.querySelector('button');
		if (button) button.textContent = countText(labels.lang, count, labels.phrases.pastOnly);
	};

	const fail = (): void => {
		status.textContent = labels.phrases.failed;
	};

	const show = async (found: PagefindResults, searched: boolean, from: number, mine: number): Promise<void> => {
		const page = await Promise.all(found.results.slice(from, from + shownAtOnce).map((result) => result.data()));
		if (mine !== turn) return;
		const items = page.map((result) => resultItem(result, labels, searched));
		if (from === 0) list.replaceChildren(...items);
		else list.append(...items);
		more.hidden = found.results.length <= from + shownAtOnce;
		more.onclick = async () => {
			await show(found, searched, from + shownAtOnce, mine);
			items.at(-1)?.nextElementSibling?.querySelector('a')?.focus();
		};
	};

	const search = async (): Promise<void> => {
		const mine = ++turn;
		const wanted = state();
		if (keepsAddress) history.replaceState(null, '', location.pathname + addressOfState(wanted));
		clear.hidden = Object.keys(wanted.filters).length === 0 && !wanted.past;
		pastFound.hidden = true;
		try {
			const pagefind = await load();
			if (isEmptyState(wanted)) {
				if (drawing) updateCounts(facetList, await pagefind.filters(), labels.lang);
				if (mine !== turn) return;
				list.replaceChildren();
				more.hidden = true;
				status.textContent = labels.phrases.hint;
				return;
			}
			const found = await searchTexts(pagefind, wanted, labels.hasPast);
			if (mine !== turn) return;
			await show(found, wanted.words !== '', 0, mine);
			updateCounts(facetList, found.filters, labels.lang);
			offerPast(found.pastOnly);
			status.textContent = found.results.length === 0 ? labels.phrases.none : countText(labels.lang, found.results.length, labels.phrases.results);
		} catch {
			if (mine === turn) status.textContent = labels.phrases.failed;
		}
	};

	form.addEventListener('submit', (event) => {
		event.preventDefault();
		if (keepsAddress) void search();
		else location.assign(pageHref + addressOfState(state()));
	});
	input.addEventListener('input', () => {
		clearTimeout(timer);
		timer = setTimeout(() => void search(), pauseWhileTyping);
	});
	// The filters stand between the words and what was found.
	input.addEventListener('keydown', (event) => {
		if (event.key === 'ArrowDown') list.querySelector('a')?.focus();
	});
	input.addEventListener('focus', () => void load().catch(() => undefined), { once: true });
	facetList.addEventListener('change', () => void search());
	withPast?.addEventListener('change', () => void search());
	pastFound.addEventListener('click', () => {
		if (withPast) withPast.checked = true;
		input.focus();
		void search();
	});
	clear.addEventListener('click', () => {
		if (withPast) withPast.checked = false;
		for (const box of facetList.querySelectorAll('input')) box.checked = false;
		void search();
	});

	const wide = matchMedia('(min-width: 48rem)');
	const fold = (): void => {
		facets.open = wide.matches && !labels.facetsLater;
	};
	fold();
	wide.addEventListener('change', fold);

	facets.addEventListener('toggle', () => {
		if (!facets.open || drawing) return;
		void loadFacets().then(() => {
			if (!isEmptyState(state())) void search();
		}, fail);
	});

	const kept = keepsAddress ? stateOfAddress(location.search, Object.keys(labels.facets)) : undefined;
	const needsFacets = facets.open || !labels.facetsLater || Object.keys(kept?.filters ?? {}).length > 0;
	void (needsFacets ? loadFacets() : load())
		.then(() => {
			if (!kept) return;
			input.value ||= kept.words;
			if (withPast) withPast.checked = kept.past;
			for (const box of facetList.querySelectorAll('input')) box.checked = kept.filters[box.name]?.includes(box.value) ?? false;
			if (!isEmptyState(state())) void search();
		})
		.catch(fail);
}
