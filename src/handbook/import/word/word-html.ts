import type { Element, ElementContent, Root, Text } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { attributeOf, element, elementsIn, elementsWithin, replaceWithin, words } from '../web-page/elements.js';
import { footnoteMark, footnoteText } from '../web-page/html-to-markdown.js';
import { numberMark } from './ready-document.js';

const noteId = /^word-(?:footnote|endnote)-(.+)$/;
const mark = new RegExp(`${numberMark.start}([^${numberMark.end}]*)${numberMark.end}\\s*`);

/** The page that mammoth makes of a document, with footnotes and the numbers of lists as they should be. */
export function tidyWordHtml(html: string): Root {
	const tree = fromHtml(html, { fragment: true });
	readFootnotes(tree);
	for (const list of elementsWithin(tree, isList).reverse()) list.children = list.children.flatMap(withoutEmptyLevel);
	replaceWithin(tree, (node) => {
		if (isList(node)) return numberedLists(node);
		return node.tagName === 'p' || /^h[1-6]$|^pre$/.test(node.tagName) ? numberedWords(node) : undefined;
	});
	for (const text of textsIn(tree)) text.value = text.value.replace(/\t+/g, ' ');
	return tree;
}

/** Marks become Markdown's, and the list of notes at the end becomes their texts. */
function readFootnotes(tree: Root): void {
	const labels = new Map<string, string>();
	replaceWithin(tree, (node) => {
		if (node.tagName !== 'sup') return undefined;
		const [link] = elementsIn(node);
		const id = /^#(word-(?:footnote|endnote)-.+)$/.exec(link ? attributeOf(link, 'href') : '')?.[1];
		if (!link || id === undefined) return undefined;
		const label = textOf(link).replace(/[^\p{L}\p{N}]/gu, '') || String(labels.size + 1);
		labels.set(id, label);
		return [element(footnoteMark, [], { label })];
	});
	replaceWithin(tree, (node) => {
		if (node.tagName !== 'ol') return undefined;
		const notes = elementsIn(node);
		if (notes.length === 0 || !notes.every((note) => noteId.test(attributeOf(note, 'id')))) return undefined;
		return notes.map((note) => {
			replaceWithin(note, (child) => (child.tagName === 'a' && /^#word-(?:footnote|endnote)-ref-/.test(attributeOf(child, 'href')) ? [] : undefined));
			return element(footnoteText, note.children, { label: labels.get(attributeOf(note, 'id')) ?? attributeOf(note, 'id').replace(/^word-/, '') });
		});
	});
}

/** A level without words of its own is no level: what is in it stands in its place. */
function withoutEmptyLevel(item: ElementContent): ElementContent[] {
	if (item.type !== 'element' || item.tagName !== 'li') return [item];
	const [only] = elementsIn(item);
	const isEmpty = only && isList(only) && item.children.every((child) => child === only || (child.type === 'text' && child.value.trim() === ''));
	return isEmpty ? only.children : [item];
}

/** A list with the numbers that the document shows. Where Markdown has no such numbers, they are words of an unnumbered list. */
function numberedLists(list: Element): ElementContent[] | undefined {
	const items = elementsIn(list);
	const labels = items.map(takeMark);
	if (labels.every((label) => label === undefined)) return undefined;
	const lists: { number: number | undefined; next: number; element: Element }[] = [];
	items.forEach((item, index) => {
		const label = labels[index];
		const number = label !== undefined && /^\d+$/.test(label) ? Number(label) : undefined;
		if (number === undefined && label !== undefined) insertWords(item, `${label} `);
		const current = lists.at(-1);
		const continues = current !== undefined && (number === undefined ? current.number === undefined : current.number !== undefined && current.next === number);
		if (continues) {
			current.element.children.push(item);
			current.next += 1;
		} else lists.push({ number, next: (number ?? 0) + 1, element: element(number === undefined ? 'ul' : 'ol', [item], number === undefined || number === 1 ? {} : { start: number }) });
	});
	return lists.map((each) => each.element);
}

/** A number that did not come into a list stays as words. */
function numberedWords(node: Element): undefined {
	const label = takeMark(node);
	if (label !== undefined) insertWords(node, /^\d+$/.test(label) ? `${label}. ` : `${label} `);
	return undefined;
}

/** Takes the mark of a number from an item's own words, and says what it was. */
function takeMark(item: Element): string | undefined {
	for (const text of textsIn(item, isList)) {
		const found = mark.exec(text.value);
		if (!found) continue;
		text.value = text.value.replace(mark, '');
		return found[1];
	}
	return undefined;
}

function insertWords(item: Element, text: string): void {
	const [first] = item.children;
	if (first?.type === 'element' && first.tagName === 'p') first.children.unshift(words(text));
	else item.children.unshift(words(text));
}

function textsIn(node: Root | Element, leaveOut: (element: Element) => boolean = () => false): Text[] {
	return (node.children as ElementContent[]).flatMap((child) => {
		if (child.type === 'text') return [child];
		return child.type === 'element' && !leaveOut(child) ? textsIn(child, leaveOut) : [];
	});
}

function isList({ tagName }: Element): boolean {
	return tagName === 'ol' || tagName === 'ul';
}
