import { join, normalize } from 'node:path/posix';
import type { Link, List, ListItem, PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { readPercentSigns } from '../../../lib/percent-signs.js';
import type { ContentsItem } from '../layout.js';
import { parseMarkdown } from '../parse-markdown.js';

/**
 * Reads `SUMMARY.md` of mdBook and GitBook: lists of links, nested as deep as they are, below headings.
 * A first heading that opens the file is its title; every later one begins a part.
 */
export function readSummary(markdown: string): ContentsItem[] {
	const contents: ContentsItem[] = [];
	let current = contents;
	parseMarkdown(markdown).children.forEach((node, index) => {
		if (node.type === 'heading' && !(index === 0 && node.depth === 1)) {
			const part = { title: plainText(node.children), line: node.position?.start.line ?? 1, items: [] };
			contents.push(part);
			current = part.items;
		}
		// mdBook's separators end a part: what follows belongs to none.
		if (node.type === 'thematicBreak') current = contents;
		if (node.type === 'list') current.push(...itemsOf(node));
		if (node.type === 'paragraph') {
			const links = linksOf(node.children);
			if (links.length > 0) contents.push(...links.map((link) => itemOf(link, [])));
			if (links.length > 0) current = contents;
		}
	});
	return contents;
}

/** Every path that a table of contents names, in its order. */
export function pathsIn(items: readonly ContentsItem[]): string[] {
	return items.flatMap(({ path, items: below }) => [...(path === undefined ? [] : [path]), ...pathsIn(below)]);
}

/** A table of contents of a folder, seen from above it. */
export function underFolder(item: ContentsItem, folder: string): ContentsItem {
	return { ...item, ...(item.path !== undefined && { path: join(folder, item.path) }), items: item.items.map((each) => underFolder(each, folder)) };
}

function itemsOf(list: List): ContentsItem[] {
	return list.children.map((item) => {
		const below = item.children.flatMap((child) => (child.type === 'list' ? itemsOf(child) : []));
		return lineOf(item, below);
	});
}

function lineOf(item: ListItem, items: ContentsItem[]): ContentsItem {
	const [first] = item.children;
	const words = first?.type === 'paragraph' ? first.children : [];
	const [link] = linksOf(words);
	if (link) return itemOf(link, items);
	const text = plainText(words);
	// Both programs allow spaces in an address, which Markdown itself does not.
	const [, title, address] = /^\[(.+)\]\(([^()]+\.md)\)$/.exec(text) ?? [];
	const line = item.position?.start.line ?? 1;
	return title !== undefined && address !== undefined ? { title, path: normalize(address), line, items } : { title: text, line, items };
}

function itemOf(link: Link, items: ContentsItem[]): ContentsItem {
	const title = plainText(link.children);
	const line = link.position?.start.line ?? 1;
	if (link.url === '') return { title, line, items };
	if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(link.url)) return { title, address: link.url, line, items };
	return { title, path: normalize(readPercentSigns(link.url.replace(/[?#].*$/s, '')).replace(/^\/+/, '')), line, items };
}

function linksOf(words: readonly PhrasingContent[]): Link[] {
	return words.flatMap((node) => (node.type === 'link' ? [node] : 'children' in node ? linksOf(node.children) : []));
}

function plainText(words: readonly PhrasingContent[]): string {
	return textOf(words, { includeHtml: false, includeImageAlt: false }).replace(/\s+/g, ' ').trim();
}
