import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { zipEntries } from '../zip-entries.js';

/** A Word document, unpacked: its parts by their names in the archive. */
export type WordParts = ReadonlyMap<string, Uint8Array>;

/** Unpacks a Word document; undefined when it is none. */
export async function unpackWord(bytes: Uint8Array): Promise<WordParts | undefined> {
	const entries = await zipEntries(bytes);
	if (typeof entries === 'string') return undefined;
	return new Map(entries.filter(({ fault }) => fault === undefined).map((entry) => [entry.name, entry.bytes()]));
}

/** A part of a document as a tree; undefined when it is not there or cannot be read. */
export function readPart(parts: WordParts, name: string): Root | undefined {
	const bytes = parts.get(name);
	try {
		return (
			bytes &&
			fromXml(
				Buffer.from(bytes)
					.toString('utf8')
					.replace(/^\uFEFF/, ''),
			)
		);
	} catch {
		return undefined;
	}
}

/** The elements directly inside a node, of these names or of all. */
export function childrenOf(node: Root | Element | undefined, ...names: string[]): Element[] {
	return (node?.children ?? []).filter((child): child is Element => child.type === 'element' && (names.length === 0 || names.includes(child.name)));
}

/** The first element directly inside a node, along a path of names. */
export function childAt(node: Root | Element | undefined, ...path: string[]): Element | undefined {
	let found = node;
	for (const name of path) found = childrenOf(found, name)[0];
	return found?.type === 'element' ? found : undefined;
}

/** Every element of a name inside a node, however deep. */
export function allWithin(node: Root | Element | undefined, name: string): Element[] {
	return childrenOf(node).flatMap((child) => [...(child.name === name ? [child] : []), ...allWithin(child, name)]);
}

/** The value of an element's attribute `w:val`. */
export function settingOf(element: Element | undefined): string | undefined {
	return element?.attributes['w:val'] ?? undefined;
}

/** The words inside a node. */
export function wordsIn(node: Root | Element | undefined): string {
	return childrenOf(node)
		.map((child) => {
			if (['w:t', 'm:t'].includes(child.name)) return child.children.map((part) => (part.type === 'text' ? part.value : '')).join('');
			if (child.name === 'w:tab' || child.name === 'w:br') return ' ';
			return wordsIn(child) + (child.name === 'w:p' ? ' ' : '');
		})
		.join('');
}

/** A run of plain words. */
export function wordsRun(words: string): Element {
	const text: Element = { type: 'element', name: 'w:t', attributes: { 'xml:space': 'preserve' }, children: [{ type: 'text', value: words }] };
	return { type: 'element', name: 'w:r', attributes: {}, children: [text] };
}
