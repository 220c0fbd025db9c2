import type { Element, Root } from 'hast';
import { headingRank } from 'hast-util-heading-rank';
import { toString as textOf } from 'hast-util-to-string';
import type { VFile } from 'vfile';
import { eachElement } from './each-element.js';

/** A heading of a text, for its table of contents. */
export interface Heading {
	/** 2 to 6: the page's own title is the only heading of depth 1. */
	depth: number;
	id: string;
	text: string;
}

declare module 'vfile' {
	interface DataMap {
		headings: Heading[];
		/** Every id that a link within the text may lead to. */
		ids: Set<string>;
	}
}

/** Moves all headings one level down when the text uses the first level, which belongs to the page's title. */
export function demoteHeadings() {
	return (tree: Root): void => {
		const headings: Element[] = [];
		eachElement(tree, (node) => {
			if (headingRank(node)) headings.push(node);
		});
		if (!headings.some((node) => node.tagName === 'h1')) return;
		for (const node of headings) node.tagName = `h${Math.min(6, (headingRank(node) ?? 5) + 1)}`;
	};
}

/** Collects headings and ids, and makes every heading a link to itself. Runs after ids are given. */
export function anchorHeadings({ idPrefix }: { idPrefix: string }) {
	return (tree: Root, file: VFile): void => {
		const headings: Heading[] = [];
		const ids = new Set<string>();
		eachElement(tree, (node, _index, parent) => {
			prefixFootnoteLabel(node, idPrefix);
			const { id, name } = node.properties;
			if (typeof id === 'string') ids.add(id);
			if (typeof name === 'string') ids.add(name);
			const depth = headingRank(node);
			if (!depth || typeof id !== 'string' || id === `${idPrefix}footnote-label`) return;
			const insideArticle = parent.type === 'root';
			if (insideArticle) headings.push({ depth, id, text: textOf(node).trim() });
			if (!hasLink(node)) {
				node.children = [{ type: 'element', tagName: 'a', properties: { href: `#${id}`, className: ['anchor'] }, children: node.children as Element[] }];
			}
		});
		file.data.headings = headings;
		// A heading of the text that has the title's words keeps the id.
		if (ids.has(file.data.titleId ?? '')) delete file.data.titleId;
		file.data.ids = file.data.titleId === undefined ? ids : ids.add(file.data.titleId);
	};
}

/** remark-rehype gives the heading of the notes an id without prefix. */
function prefixFootnoteLabel({ properties }: Element, idPrefix: string): void {
	if (properties.id === 'footnote-label') properties.id = `${idPrefix}footnote-label`;
	if (String(properties.ariaDescribedBy) === 'footnote-label') properties.ariaDescribedBy = [`${idPrefix}footnote-label`];
}

function hasLink(node: Element): boolean {
	let found = false;
	eachElement(node, (child) => {
		if (child.tagName === 'a') found = true;
	});
	return found;
}
