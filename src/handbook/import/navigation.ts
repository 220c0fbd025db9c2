import type { NavItem } from '../../schema/navigation.js';
import type { ContentsItem } from './layout.js';

/** A table of contents in the group's terms, and the lines that could not be kept. */
export interface Navigation {
	nav: NavItem[];
	left: { line: number; title: string; why: string }[];
}

/** Turns a table of contents into `nav`. A text with texts below it becomes a section that it opens. A hidden text has no id. */
export function navigationOf(contents: readonly ContentsItem[], idOfPath: ReadonlyMap<string, string | undefined>): Navigation {
	const left: Navigation['left'] = [];
	const used = new Set<string>();

	const convert = ({ title, path, address, line, items }: ContentsItem): NavItem[] => {
		const id = path === undefined ? undefined : idOfPath.get(path);
		if (path !== undefined && id === undefined) left.push({ line, title, why: idOfPath.has(path) ? 'its text is hidden' : `there is no text at ${path}` });
		if (address !== undefined) left.push({ line, title, why: `it leads to ${address}, which is no text of this handbook` });
		if (path === undefined && address === undefined && items.length === 0) left.push({ line, title, why: 'it is planned, but has no text yet' });
		const own = id === undefined || used.has(id) ? [] : [id];
		if (id !== undefined) {
			if (used.has(id)) left.push({ line, title, why: 'its text is in the table of contents already' });
			used.add(id);
		}
		const below = items.flatMap(convert);
		if (below.length === 0) return own;
		return title === '' ? [...own, ...below] : [{ title, items: [...own, ...below] }];
	};
	return { nav: contents.flatMap(convert), left };
}
