import type { Html, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { AddressRange } from '../../markdown/plugins/addresses.js';

/** A link or image of a text. */
export interface FoundLink extends AddressRange {
	/** The address as it is meant, escapes undone. */
	address: string;
	image: boolean;
	/** Line within the text, from 1. */
	line: number;
	/** How the address is quoted, for writing another one in its place. */
	syntax: 'markdown' | 'html';
}

const tag = /<!--[\s\S]*?(?:-->|$)|<(a|img|iframe|frame|embed|video|audio|source)(?=[\s/])((?:[^>"']|"[^"]*"|'[^']*')*)>?/gi;
const attribute = /(?:^|\s)(href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** What stands before a line within a quotation, which is no part of the HTML. */
const quotePrefix = /^[^\S\n]*>[^\S\n>]*(?:>[^\S\n]*)*/gm;

/** Every link and image of a text, from first to last: those of Markdown and those of the HTML in it. */
export function findLinks(tree: Root, text: string): FoundLink[] {
	const links: FoundLink[] = [];
	visit(tree, (node: Nodes) => {
		if (node.type === 'html') links.push(...linksInHtml(node, text));
		if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return;
		const range = node.data?.address;
		// An empty address has no characters, so it stands nowhere and is never changed.
		const at = range ?? (node.url === '' ? { start: node.position?.end.offset ?? 0, end: node.position?.end.offset ?? 0 } : undefined);
		if (at) links.push({ ...at, address: node.url, image: isImage(node, tree), line: node.position?.start.line ?? 1, syntax: 'markdown' });
	});
	return links.sort((a, b) => a.start - b.start);
}

/** A definition serves images when an image refers to it. */
function isImage(node: Nodes, tree: Root): boolean {
	if (node.type !== 'definition') return node.type === 'image';
	let found = false;
	visit(tree, 'imageReference', (reference) => {
		found ||= reference.identifier === node.identifier;
	});
	return found;
}

function linksInHtml({ value, position }: Html, text: string): FoundLink[] {
	const from = position?.start.offset ?? 0;
	const source = text.slice(from, position?.end.offset ?? from);
	const html = source === value ? source : source.replace(quotePrefix, (prefix) => prefix.replace(/>/g, ' '));
	return [...html.matchAll(tag)].flatMap((match) => {
		const [whole, name, attributes = ''] = match;
		if (name === undefined) return [];
		const wanted = name.toLowerCase() === 'a' ? 'href' : 'src';
		return [...attributes.matchAll(attribute)]
			.filter(([, key]) => key?.toLowerCase() === wanted)
			.slice(0, 1)
			.map((found) => {
				const raw = found[2] ?? found[3] ?? found[4] ?? '';
				const quote = found[4] === undefined ? 1 : 0;
				const end = from + match.index + whole.indexOf(attributes, name.length) + found.index + found[0].length - quote;
				const start = end - raw.length;
				return { start, end, address: unescapeHtml(raw).trim(), image: name.toLowerCase() === 'img', line: text.slice(0, from + match.index).split('\n').length, syntax: 'html' as const };
			});
	});
}

function unescapeHtml(raw: string): string {
	return raw.replace(/&(amp|quot|#39|lt|gt);/g, (_whole, name: string) => ({ amp: '&', quot: '"', '#39': "'", lt: '<', gt: '>' })[name] ?? '');
}
