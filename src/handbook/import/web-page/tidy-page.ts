import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { attributeOf, element, elementsIn, elementsWithin, replaceWithin, words } from './elements.js';

const emphasis = new Set(['strong', 'b', 'em', 'i', 's', 'del', 'strike']);
const blocks = new Set(['p', 'div', 'ul', 'ol', 'li', 'table', 'tr', 'blockquote', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section', 'article', 'figure', 'figcaption', 'dl', 'dt', 'dd']);
const nothing = new Set(['script', 'style', 'template', 'noscript', 'link', 'meta', 'title', 'svg']);

/** Makes a page such that Markdown can say it: what has no words goes, spaces stand outside of emphasis, cells hold one line. Changes the tree. */
export function tidyPage(tree: Root): void {
	replaceWithin(tree, (node) => {
		if (nothing.has(node.tagName)) return [];
		node.children = node.children.filter(({ type }) => type !== 'comment');
		if (emphasis.has(node.tagName)) return tidyEmphasis(node);
		if (/^h[1-6]$/.test(node.tagName)) return tidyHeading(node);
		if (node.tagName === 'table') return tidyTable(node);
		if (['iframe', 'embed', 'video', 'audio'].includes(node.tagName)) return linkTo(node);
		if (node.tagName === 'img' && attributeOf(node, 'src') === '') return attributeOf(node, 'alt') === '' ? [] : [words(attributeOf(node, 'alt'))];
		return undefined;
	});
	tree.children = tree.children.filter(({ type }) => type !== 'comment');
}

/** Emphasis begins and ends at a letter; around nothing it is nothing, and around blocks it goes. */
function tidyEmphasis(node: Element): ElementContent[] {
	if (textOf(node).trim() === '' && elementsWithin(node, ({ tagName }) => tagName === 'img').length === 0) return node.children;
	if (elementsWithin(node, ({ tagName }) => blocks.has(tagName)).length > 0) return node.children;
	const first = node.children[0];
	const last = node.children.at(-1);
	const before = first?.type === 'text' ? (/^\s+/.exec(first.value)?.[0] ?? '') : '';
	if (first?.type === 'text') first.value = first.value.slice(before.length);
	const after = last?.type === 'text' ? (/\s+$/.exec(last.value)?.[0] ?? '') : '';
	if (last?.type === 'text') last.value = last.value.slice(0, last.value.length - after.length);
	return [...(before ? [words(before)] : []), node, ...(after ? [words(after)] : [])];
}

/** A heading is one line, and is strong already. A picture in it stands below it. */
function tidyHeading(node: Element): ElementContent[] {
	const pictures = elementsWithin(node, ({ tagName }) => tagName === 'img');
	replaceWithin(node, (child) => (child.tagName === 'br' ? [words(' ')] : child.tagName === 'strong' || child.tagName === 'b' ? child.children : child.tagName === 'img' ? [] : undefined));
	const below = pictures.map((picture) => element('p', [picture]));
	return textOf(node).trim() === '' ? below : [node, ...below];
}

function tidyTable(table: Element): ElementContent[] {
	const cells = elementsWithin(table, ({ tagName }) => tagName === 'td' || tagName === 'th');
	const rows = elementsWithin(table, ({ tagName }) => tagName === 'tr');
	// A box around words.
	if (cells.length === 1 && cells[0]) return [element('blockquote', cells[0].children)];
	for (const cell of cells) cell.children = oneLine(cell.children);
	const [first] = rows;
	if (first && cells.every(({ tagName }) => tagName === 'td') && isHeader(first)) for (const cell of elementsIn(first)) cell.tagName = 'th';
	// Words in a header are strong already.
	for (const cell of cells) if (cell.tagName === 'th') cell.children = cell.children.flatMap((child) => (isStrong(child) ? child.children : [child]));
	const captions = elementsIn(table).filter(({ tagName }) => tagName === 'caption');
	return [...captions.map(({ children }) => element('p', children)), table];
}

/** True for a row in which every word is strong. */
function isHeader(row: Element): boolean {
	const cells = elementsIn(row);
	return cells.some((cell) => textOf(cell).trim() !== '') && cells.every((cell) => cell.children.every((child) => isStrong(child) || (child.type === 'text' && child.value.trim() === '')));
}

function isStrong(child: ElementContent): child is Element {
	return child.type === 'element' && (child.tagName === 'strong' || child.tagName === 'b');
}

/** Blocks as words with breaks between them: all that a cell can hold. */
function oneLine(children: readonly ElementContent[]): ElementContent[] {
	const parts: ElementContent[][] = [[]];
	const add = (content: readonly ElementContent[]): void => {
		for (const child of content) {
			if (child.type === 'element' && child.tagName === 'br') parts.push([]);
			else if (child.type === 'element' && blocks.has(child.tagName)) {
				parts.push(child.tagName === 'li' ? [words('• ')] : []);
				add(child.children);
				parts.push([]);
			} else parts.at(-1)?.push(child);
		}
	};
	add(children);
	const filled = parts.filter((part) => part.some((child) => child.type !== 'text' || child.value.trim() !== ''));
	return filled.flatMap((part, index) => (index === 0 ? part : [element('br', []), ...part]));
}

/** What was shown inside the page, as a link to it. */
function linkTo(node: Element): ElementContent[] {
	const source = attributeOf(node, 'src') || attributeOf(elementsIn(node).find(({ tagName }) => tagName === 'source') ?? node, 'src');
	if (source === '' || /^(?:data|javascript|about):/i.test(source)) return [];
	return [element('p', [element('a', [words(attributeOf(node, 'title').trim() || source)], { href: source })])];
}
