import { basename, join } from 'node:path/posix';
import { decodeText } from '../decode-text.js';
import { nameTitle } from '../entry-title.js';
import type { ContentsItem } from '../layout.js';
import { readLooseYaml } from '../loose-yaml.js';
import { fieldsOf, itemsOf, valueAt, wordsOf } from '../plain-data.js';
import type { SourceFolder } from '../source-folder.js';

/** The texts of a site and where they lie. */
export interface NavTexts {
	folder: SourceFolder;
	/** Their folder in the source, ending with `/`; empty for the source itself. */
	below: string;
	/** Paths below it, in the language of the site. */
	texts: readonly string[];
}

const deepest = 20;

/** The `nav` of `mkdocs.yml`: texts, titles with texts, titles with more below, web addresses. */
export function readNav(nav: unknown, set: NavTexts, depth = 0): ContentsItem[] {
	if (depth > deepest) return [];
	if (typeof nav === 'string') return [navItem(undefined, nav, set)];
	return [...(Array.isArray(nav) ? nav : [nav])].flatMap((item): ContentsItem[] => {
		if (typeof item === 'string') return [navItem(undefined, item, set)];
		return Object.entries(fieldsOf(item)).flatMap(([title, value]): ContentsItem[] => {
			if (typeof value === 'string') return [navItem(title, value, set)];
			if (value === null || value === undefined) return [];
			const items = readNav(value, set, depth + 1);
			// A section of Material opens with the index that it begins with.
			const [first, ...others] = items;
			const opens = first?.path !== undefined && first.items.length === 0 && /^(?:index|readme)\.md$/i.test(basename(first.path)) && others.length > 0;
			return [{ title, line: 1, ...(opens && { path: first.path }), items: opens ? others : items }];
		});
	});
}

function navItem(title: string | undefined, value: string, { folder, below, texts }: NavTexts): ContentsItem {
	if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(value) || value.startsWith('!')) return { title: title ?? value, address: value, line: 1, items: [] };
	const path = join('.', value.replace(/^\/+/, '').replace(/[?#].*$/, ''));
	if (value.endsWith('/') || (!folder.files.includes(below + path) && texts.some((text) => text.startsWith(`${path}/`)))) {
		const name = path.replace(/\/$/, '');
		return folderItem(name, { folder, below, texts }, title);
	}
	return { title: title ?? nameTitle(path, /\.\w+$/.exec(path)?.[0] ?? ''), path, line: 1, items: [] };
}

/** The order that MkDocs makes of folders when nobody wrote one, with the wishes that folders have in `.pages`. */
export function generatedNav(set: NavTexts): ContentsItem[] {
	return folderItems('', set);
}

function folderItems(path: string, set: NavTexts, depth = 0): ContentsItem[] {
	if (depth > deepest) return [];
	const { texts } = set;
	const start = path === '' ? '' : `${path}/`;
	const within = texts.filter((text) => text.startsWith(start)).map((text) => text.slice(start.length));
	const own = within.filter((text) => !text.includes('/')).sort(introductionFirst);
	const folders = [...new Set(within.flatMap((text) => (text.includes('/') ? [text.split('/')[0] ?? ''] : [])))].sort();
	const all = [...own, ...folders].map((name) => ({ name, item: folders.includes(name) ? folderItem(start + name, set, undefined, depth) : itemOfText(start + name) }));
	const wishes = wishesOf(path, set);
	if (!wishes) return all.map(({ item }) => item);
	const named = new Set(
		wishes.nav.flatMap((wish) => (typeof wish === 'string' ? [wish] : Object.values(fieldsOf(wish)).filter((value) => typeof value === 'string'))).map((name) => name.replace(/\/$/, '')),
	);
	const rest = all.filter(({ name }) => !named.has(name)).map(({ item }) => item);
	if (wishes.nav.length === 0) return wishes.reversed ? rest.toReversed() : rest;
	const find = (name: string): ContentsItem | undefined => all.find((each) => each.name === name.replace(/\/$/, ''))?.item;
	return wishes.nav.flatMap((wish): ContentsItem[] => {
		if (typeof wish === 'string') return /^\.\.\./.test(wish) ? rest : [find(wish) ?? navItem(undefined, start + wish, set)];
		return Object.entries(fieldsOf(wish)).flatMap(([title, value]): ContentsItem[] => {
			if (Array.isArray(value)) return [{ title, line: 1, items: value.flatMap((each) => (typeof each === 'string' ? [find(each) ?? navItem(undefined, start + each, set)] : [])) }];
			if (typeof value !== 'string') return [];
			const item = find(value);
			return [item ? { ...item, title } : navItem(title, /^[a-z]+:/i.test(value) ? value : start + value, set)];
		});
	});
}

function folderItem(path: string, set: NavTexts, title?: string, depth = 0): ContentsItem {
	const items = folderItems(path, set, depth + 1);
	const [first, ...others] = items;
	const opens = first?.path !== undefined && first.items.length === 0 && /^(?:index|readme)\.md$/i.test(basename(first.path));
	return { title: title ?? wishesOf(path, set)?.title ?? nameTitle(path, ''), line: 1, ...(opens && { path: first.path }), items: opens ? others : items };
}

function itemOfText(path: string): ContentsItem {
	return { title: nameTitle(path, /\.\w+$/.exec(path)?.[0] ?? ''), path, line: 1, items: [] };
}

/** What a folder wishes of its order, in the file of the plugin awesome-pages or awesome-nav. */
function wishesOf(path: string, { folder, below }: NavTexts): { title?: string; nav: readonly unknown[]; reversed: boolean } | undefined {
	const file = ['.pages', '.nav.yml'].map((name) => below + join(path, name)).find((each) => folder.files.includes(each));
	if (file === undefined) return undefined;
	const data = readLooseYaml(decodeText(folder.bytes(file))?.text ?? '');
	const title = wordsOf(valueAt(data, 'title'));
	const arranged = itemsOf(valueAt(data, 'arrange'));
	return { ...(title && { title }), nav: arranged.length > 0 ? arranged : itemsOf(valueAt(data, 'nav')), reversed: valueAt(data, 'order') === 'desc' };
}

function introductionFirst(a: string, b: string): number {
	const key = (name: string): string => (/^(?:index|readme)\.\w+$/i.test(name) ? '' : name);
	return key(a) < key(b) ? -1 : 1;
}
