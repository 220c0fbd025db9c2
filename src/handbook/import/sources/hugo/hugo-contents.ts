import type { ContentsItem } from '../../layout.js';
import { isSettings, wordOf } from '../../settings.js';
import { type HugoPage, hiddenBy, pageTitle } from './hugo-pages.js';

/** Texts in the order of a site of Hugo: the small weights first, those without one last, by their titles. */
export function inOrder(pages: readonly HugoPage[]): HugoPage[] {
	return [...pages].sort((a, b) => weightOf(a) - weightOf(b) || compare(pageTitle(a) ?? a.name, pageTitle(b) ?? b.name) || compare(a.path, b.path));
}

/** The texts right below a section, its sections by the texts that introduce them. */
export function childrenOf(section: string, pages: readonly HugoPage[]): HugoPage[] {
	return pages.filter((page) => parentOf(page) === section && (page.type !== 'section' || page.folder !== ''));
}

/** The folder of the section that a text lies in; none for the root of the site and what belongs to a bundle. */
function parentOf({ folder, type }: HugoPage): string | undefined {
	if (type === 'part' || (type === 'section' && folder === '')) return undefined;
	return type === 'page' ? folder : folder.split('/').slice(0, -1).join('/');
}

/**
 * The table of contents that the weights of texts make: undefined where no text has one, since then nothing says
 * in which order to read. `pages` are those of one language.
 */
export function contentsByWeight(pages: readonly HugoPage[]): ContentsItem[] | undefined {
	const shown = pages.filter((page) => hiddenBy(page) === undefined && page.type !== 'part');
	if (!shown.some((page) => Number.isFinite(weightOf(page)))) return undefined;
	const byFolder = Map.groupBy(shown, (page) => parentOf(page) ?? '');
	const introduced = new Set(shown.flatMap(({ type, folder }) => (type === 'section' ? [folder] : [])));
	const bare = new Set<string>();
	for (const page of shown) {
		const parts = (parentOf(page) ?? '').split('/').filter(Boolean);
		for (let length = parts.length; length > 0; length -= 1) {
			const path = parts.slice(0, length).join('/');
			if (!introduced.has(path)) bare.add(path);
		}
	}
	const itemsOf = (folder: string): ContentsItem[] => {
		const own = inOrder((byFolder.get(folder) ?? []).filter((page) => !(page.type === 'section' && page.folder === folder)));
		const named = own.map((page): ContentsItem => ({ title: pageTitle(page) ?? '', path: page.path, line: 1, items: page.type === 'section' ? itemsOf(page.folder) : [] }));
		const unnamed = [...bare].filter((path) => path.split('/').slice(0, -1).join('/') === folder).map((path): ContentsItem => ({ title: folderTitle(path), line: 1, items: itemsOf(path) }));
		return [...named, ...unnamed];
	};
	const home = shown.filter((page) => page.folder === '' && page.type !== 'page');
	return [...home.map((page): ContentsItem => ({ title: pageTitle(page) ?? '', path: page.path, line: 1, items: [] })), ...itemsOf('').filter(({ path }) => !home.some((page) => page.path === path))];
}

function weightOf({ data: { weight } }: HugoPage): number {
	const number = Number(weight);
	return weight === undefined || weight === null || number === 0 || !Number.isFinite(number) ? Number.POSITIVE_INFINITY : number;
}

/** What Hugo calls a section that no text introduces. */
export function folderTitle(folder: string): string {
	const words = (folder.split('/').at(-1) ?? '').replace(/[-_]+/g, ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The main menu of the settings as a table of contents. `find` gives the text at an address. */
export function contentsOfMenu(menus: unknown, find: (address: string) => string | undefined): ContentsItem[] {
	if (!isSettings(menus) || !Array.isArray(menus.main)) return [];
	const entries = menus.main.filter(isSettings).sort((a, b) => Number(a.weight ?? 0) - Number(b.weight ?? 0));
	const below = (parent: string | undefined, depth: number): ContentsItem[] =>
		entries.flatMap((entry): ContentsItem[] => {
			const name = wordOf(entry.name) ?? '';
			const own = wordOf(entry.identifier) ?? name;
			if (wordOf(entry.parent) !== parent || own === parent || depth > 10) return [];
			const address = wordOf(entry.pageRef) ?? wordOf(entry.pageref) ?? wordOf(entry.url);
			const path = address === undefined ? undefined : find(address);
			return [{ title: name, ...(path !== undefined ? { path } : address !== undefined && { address }), line: 1, items: own === '' ? [] : below(own, depth + 1) }];
		});
	return below(undefined, 0);
}

function compare(a: string, b: string): number {
	const [left, right] = [a.toLowerCase(), b.toLowerCase()];
	return left < right ? -1 : left > right ? 1 : 0;
}
