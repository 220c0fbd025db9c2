import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { kindOfAddress } from '../../markdown/address-kind.js';
import { parseMarkdown } from '../import/parse-markdown.js';

/** Whether a text is nothing but words and links to web pages, read as Markdown and, should somebody rename it, as MDX. `own` are files beside it. */
export function isInert(body: string, own: ReadonlySet<string>): boolean {
	try {
		const asMdx = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).parse(body);
		return [parseMarkdown(body), asMdx].every((tree) => isHarmless(tree, own));
	} catch {
		return false;
	}
}

function isHarmless(tree: Root, own: ReadonlySet<string>): boolean {
	let harmless = true;
	visit(tree, (node: Nodes) => {
		if (node.type === 'html' || node.type.startsWith('mdx')) harmless = false;
		if ((node.type === 'link' || node.type === 'image' || node.type === 'definition') && !own.has(node.url)) harmless &&= /^(?:full|fragment)$/.test(kindOfAddress(node.url));
	});
	return harmless;
}
