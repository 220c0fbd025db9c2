import type { Nodes } from 'mdast';
import { parseMarkdown } from '../import/parse-markdown.js';
import type { Side } from './sides.js';

/**
 * Tells whether each word of a merged text stands within the same things as in ours or in theirs: a link, emphasis, a list, code,
 * or a table of so many columns. Words that fit together can still tear what they are a part of.
 */
export function keepsContexts({ ours, theirs }: Record<Side, string>, merged: string): boolean {
	const known = new Set([...contextsOf(ours), ...contextsOf(theirs)]);
	return contextsOf(merged).every((context) => known.has(context));
}

function contextsOf(text: string): string[] {
	return contextsWithin(parseMarkdown(text), '');
}

/** The words of a node, each with all that it stands within. */
function contextsWithin(node: Nodes, above: string): string[] {
	const path = `${above}>${node.type}${node.type === 'table' ? node.children[0]?.children.length : ''}`;
	if ('children' in node) return node.children.flatMap((child) => contextsWithin(child, path));
	const words = 'value' in node ? node.value.split(/\s+/) : [''];
	return words.map((word) => `${word} in ${path}`);
}
