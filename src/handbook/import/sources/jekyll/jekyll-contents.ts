import type { ContentsItem } from '../../layout.js';
import { isSettings, type Settings, wordOf } from '../../settings.js';
import { type JekyllPage, pageTitle } from './jekyll-pages.js';
import type { DataFile } from './jekyll-settings.js';

/** The table of contents that `nav_order` and `parent` make, as Just the Docs reads them; undefined where no text has either. */
export function contentsByOrder(pages: readonly JekyllPage[]): ContentsItem[] | undefined {
	const shown = pages.filter(({ type, hidden, data, name }) => hidden === undefined && (type === 'page' || type === 'document') && data.nav_exclude !== true && name !== '404');
	if (!shown.some(({ data }) => wordOf(data.nav_order) !== undefined || wordOf(data.parent) !== undefined)) return undefined;
	const titled = shown.filter(({ data }) => wordOf(data.title) !== undefined);
	const titles = new Set(titled.map(pageTitle));
	const byParent = Map.groupBy(titled, ({ data }) => {
		const parent = wordOf(data.parent);
		return parent !== undefined && titles.has(parent) ? parent : '';
	});
	const used = new Set<JekyllPage>();
	const itemsOf = (parent: string, above: string | undefined): ContentsItem[] =>
		inOrder(byParent.get(parent) ?? []).flatMap((page): ContentsItem[] => {
			const grand = wordOf(page.data.grand_parent);
			if (used.has(page) || (grand !== undefined && above !== undefined && grand !== above)) return [];
			used.add(page);
			const title = pageTitle(page);
			return [{ title, path: page.path, line: 1, items: title === '' ? [] : itemsOf(title, parent) }];
		});
	return itemsOf('', undefined);
}

/** Numbers first, then words, then those without, by title. */
function inOrder(pages: readonly JekyllPage[]): JekyllPage[] {
	const rank = ({ data: { nav_order: order } }: JekyllPage): [number, number, string] => {
		const number = Number(order);
		if (order === undefined || order === null || order === '') return [2, 0, ''];
		return Number.isFinite(number) ? [0, number, ''] : [1, 0, String(order)];
	};
	const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);
	return [...pages].sort((a, b) => {
		const [left, right] = [rank(a), rank(b)];
		return compare(left[0], right[0]) || compare(left[1], right[1]) || compare(left[2], right[2]) || compare(pageTitle(a), pageTitle(b));
	});
}

const titleNames = ['title', 'name', 'text', 'label', 'page', 'section'];
const addressNames = ['url', 'link', 'href', 'path', 'permalink', 'page', 'folderitemurl'];
const listNames = ['children', 'items', 'subitems', 'pages', 'links', 'sublinks', 'docs', 'subfolders', 'subfolderitems', 'folderitems', 'folders', 'entries', 'dropdown', 'sections', 'toc'];

/** A menu below `_data/` as a table of contents, when it is plain: titles with addresses, and lists of them. `find` gives the text at an address. */
export function contentsOfData({ value, lineOf }: DataFile, find: (address: string) => string | undefined): ContentsItem[] {
	const itemsOf = (list: unknown, at: readonly PropertyKey[]): ContentsItem[] => {
		if (!Array.isArray(list) || at.length > 20) return [];
		return list.flatMap((item: unknown, index): ContentsItem[] => {
			const here = [...at, index];
			const line = lineOf(here);
			if (typeof item === 'string') {
				const path = find(item);
				return path === undefined ? [] : [{ title: '', path, line, items: [] }];
			}
			return isSettings(item) ? [itemOf(item, here, line)] : [];
		});
	};
	const itemOf = (item: Settings, at: readonly PropertyKey[], line: number): ContentsItem => {
		const title = titleNames.flatMap((name) => wordOf(item[name]) ?? [])[0] ?? '';
		const address = addressNames.flatMap((name) => wordOf(item[name]) ?? []).find((each) => each !== title || each.includes('/'));
		const path = address === undefined ? undefined : find(address);
		const items = listNames.flatMap((name) => itemsOf(item[name], [...at, name]));
		return { title, ...(path !== undefined ? { path } : address !== undefined && address !== '#' && { address }), line, items };
	};
	if (Array.isArray(value)) return itemsOf(value, []);
	if (!isSettings(value)) return [];
	return Object.entries(value).flatMap(([name, list]) => itemsOf(list, [name]));
}

/** True when a menu leads to texts of the site. */
export function leadsToTexts(items: readonly ContentsItem[]): boolean {
	return items.some(({ path, items: below }) => path !== undefined || leadsToTexts(below));
}
