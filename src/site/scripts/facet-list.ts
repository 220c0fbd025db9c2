import type { SearchLabels } from '../view/search-labels.js';
import type { FacetCounts } from './pagefind.js';

const manyValues = 12;

/** Draws the facets that the handbook has, a group of boxes each. */
export function drawFacets(place: HTMLElement, counts: FacetCounts, labels: SearchLabels): void {
	place.replaceChildren(
		...Object.entries(labels.facets).flatMap(([facet, name]) => {
			const values = sortedValues(facet, counts[facet] ?? {}, labels);
			return values.length > 1 ? [facetGroup(facet, name, values)] : [];
		}),
	);
}

/** Updates the numbers beside the boxes; values that would find nothing are dimmed. */
export function updateCounts(place: HTMLElement, counts: FacetCounts, lang: string): void {
	const number = new Intl.NumberFormat(lang);
	for (const box of place.querySelectorAll('input')) {
		const count = counts[box.name]?.[box.value] ?? 0;
		const label = box.closest('label');
		label?.classList.toggle('empty', count === 0 && !box.checked);
		const shown = label?.querySelector('.count');
		if (shown) shown.textContent = number.format(count);
	}
}

function sortedValues(facet: string, counts: Record<string, number>, { values }: SearchLabels): { value: string; label: string }[] {
	const names = values[facet];
	const known = names ? Object.keys(names) : [];
	return Object.keys(counts)
		.sort((a, b) => (names ? known.indexOf(a) - known.indexOf(b) : (counts[b] ?? 0) - (counts[a] ?? 0) || (a < b ? -1 : 1)))
		.map((value) => ({ value, label: names?.[value] ?? value }));
}

function facetGroup(facet: string, name: string, values: { value: string; label: string }[]): HTMLElement {
	const group = document.createElement('fieldset');
	const legend = document.createElement('legend');
	legend.textContent = name;
	group.append(legend, ...values.map(({ value, label }) => facetBox(facet, value, label)));
	if (values.length > manyValues) group.classList.add('many');
	return group;
}

function facetBox(facet: string, value: string, text: string): HTMLElement {
	const label = document.createElement('label');
	const box = document.createElement('input');
	box.type = 'checkbox';
	box.name = facet;
	box.value = value;
	const words = document.createElement('bdi');
	words.textContent = text;
	const count = document.createElement('span');
	count.className = 'count';
	label.append(box, words, count);
	return label;
}
