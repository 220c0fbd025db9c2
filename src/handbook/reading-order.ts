import { type Problem, problem } from '../errors.js';
import { nearest } from '../lib/nearest.js';
import { comparePartialDates } from '../lib/partial-date.js';
import { kinds } from '../schema/kinds.js';
import type { NavItem } from '../schema/navigation.js';
import type { ContentsNode, HandbookEntry } from './handbook.js';
import type { DraftGroup } from './read-group.js';

/** Orders entries: as the group's `nav` says, then kind by kind. */
export function readingOrder(entries: readonly HandbookEntry[], { fields: { nav }, lang, locate }: Pick<DraftGroup, 'fields' | 'lang' | 'locate'>): { contents: ContentsNode[]; problems: Problem[] } {
	const left = new Map(entries.map((entry) => [entry.id, entry]));
	const ids = [...left.keys()];
	const problems: Problem[] = [];
	const sorted = entries.toSorted(inKind(lang));
	const named = new Set(flattenNav(nav ?? []));
	const children = Map.groupBy(sorted, (entry) => (entry.kind === 'page' && !named.has(entry.id) ? (entry.fields.parent ?? '') : ''));

	const placeEntry = (id: string): ContentsNode[] => {
		if (!left.delete(id)) return [];
		return [{ type: 'entry', id, items: (children.get(id) ?? []).flatMap((child) => placeEntry(child.id)) }];
	};

	const place = (item: NavItem, path: readonly PropertyKey[]): ContentsNode[] => {
		if (typeof item !== 'string') {
			const items = item.items.flatMap((inner, index) => place(inner, [...path, 'items', index]));
			return items.length > 0 ? [{ type: 'section', title: item.title, items }] : [];
		}
		if (left.has(item)) return placeEntry(item);
		if (!ids.includes(item)) {
			const guess = nearest(item, ids);
			problems.push(problem('reference-unknown', { file: 'content/group.md', ...locate(path) }, `“nav” names “${item}”, but there is no such entry.`, guess && `Did you mean ${guess}?`));
		}
		return [];
	};
	const chosen = (nav ?? []).flatMap((item, index) => place(item, ['nav', index]));

	const rest = kinds.flatMap((kind): ContentsNode[] => {
		const ofKind = sorted.filter((entry) => left.has(entry.id) && (entry.introduces ?? entry.kind) === kind);
		// A page under another one comes with it; pages that are each other's parents come last.
		const roots = ofKind.filter((entry) => entry.kind !== 'page' || !left.has(entry.fields.parent ?? ''));
		const items = [...roots, ...ofKind].flatMap(({ id }) => placeEntry(id));
		return items.length > 0 ? [{ type: 'kind', kind, items }] : [];
	});
	return { contents: [...chosen, ...rest], problems };
}

/** The ids of a table of contents, from first to last. */
export function flattenContents(contents: readonly ContentsNode[]): string[] {
	return contents.flatMap((node) => [...(node.type === 'entry' ? [node.id] : []), ...flattenContents(node.items)]);
}

function flattenNav(nav: readonly NavItem[]): string[] {
	return nav.flatMap((item) => (typeof item === 'string' ? [item] : flattenNav(item.items)));
}

/** Introductions first; pages by their order; what has a date from new to old; the rest by title. */
function inKind(lang: string): (a: HandbookEntry, b: HandbookEntry) => number {
	const titles = new Intl.Collator(lang, { numeric: true });
	return (a, b) =>
		Number(b.introduces !== undefined) - Number(a.introduces !== undefined) ||
		orderOf(a) - orderOf(b) ||
		comparePartialDates(dateOf(b), dateOf(a)) ||
		titles.compare(a.title, b.title) ||
		(a.id < b.id ? -1 : 1);
}

function orderOf(entry: HandbookEntry): number {
	return entry.kind === 'page' ? (entry.fields.order ?? 1000) : 0;
}

function dateOf(entry: HandbookEntry): string {
	if (entry.kind === 'decision') return entry.fields.date ?? '';
	if (entry.kind === 'story') return entry.fields.ended ?? entry.fields.started ?? '';
	return '';
}
