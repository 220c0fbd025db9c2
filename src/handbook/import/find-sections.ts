import GithubSlugger from 'github-slugger';
import type { Heading, Nodes, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

/** A part of a page with a heading of its own. */
export interface Section {
	/** The words of its heading. */
	heading: string;
	/** The id of its heading within the page. */
	id: string;
	depth: number;
	/** Its first and last line within the page's text, from 1. */
	start: number;
	end: number;
}

/** The sections of a page: those of the largest level of headings that occurs more than once. What stands outside them introduces them. */
export function findSections(tree: Root): Section[] {
	const headings = tree.children.flatMap((node, index) => (node.type === 'heading' && wordsOf(node) !== '' ? [{ node, index }] : []));
	const depth = [1, 2, 3, 4, 5, 6].find((level) => headings.filter(({ node }) => node.depth === level).length > 1);
	if (depth === undefined) return [];
	const ids = headingIds(tree);
	return headings.flatMap(({ node, index }, at): Section[] => {
		if (node.depth !== depth) return [];
		const next = headings.slice(at + 1).find(({ node: other }) => other.depth <= depth);
		const last = tree.children[(next === undefined ? tree.children.length : beginningOf(tree, next.index)) - 1];
		return [
			{
				heading: wordsOf(node),
				id: ids.get(node) ?? '',
				depth,
				start: tree.children[beginningOf(tree, index)]?.position?.start.line ?? 1,
				end: last?.position?.end.line ?? 1,
			},
		];
	});
}

/** The id of every heading of a text, as the site gives them. */
export function headingIds(tree: Root): Map<Heading, string> {
	const slugger = new GithubSlugger();
	const ids = new Map<Heading, string>();
	visit(tree, 'heading', (node) => {
		ids.set(node, slugger.slug(textOf(node, { includeHtml: false, includeImageAlt: false })));
	});
	return ids;
}

/** Names of places that links may lead to, `<a name="x">`, with their lines. */
export function anchorsOf(tree: Root): { name: string; line: number }[] {
	const anchors: { name: string; line: number }[] = [];
	visit(tree, 'html', ({ value, position }) => {
		for (const [, name = ''] of value.matchAll(/<[a-z][^<>]*?\s(?:id|name)\s*=\s*["']?([^"'\s<>]+)/gi)) anchors.push({ name, line: position?.start.line ?? 1 });
	});
	return anchors;
}

/** Index of the node that a section begins with: its heading, or the places for links right before it. */
function beginningOf(tree: Root, heading: number): number {
	let index = heading;
	while (index > 0 && isAnchor(tree.children[index - 1])) index -= 1;
	return index;
}

function isAnchor(node: RootContent | undefined): boolean {
	if (node === undefined) return false;
	const parts: readonly Nodes[] = node.type === 'paragraph' ? node.children : [node];
	return (
		parts.length > 0 &&
		parts.every((part) => (part.type === 'html' ? /^(?:<a\s[^<>]*>|<\/a>|\s)+$/i.test(part.value) : part.type === 'text' && part.value.trim() === '')) &&
		parts.some((part) => part.type === 'html')
	);
}

function wordsOf(heading: Heading): string {
	return textOf(heading, { includeHtml: false, includeImageAlt: false }).replace(/\s+/g, ' ').trim();
}
