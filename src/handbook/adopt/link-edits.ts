import type { Image, ImageReference, Link, LinkReference, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { kindOfAddress } from '../../markdown/address-kind.js';
import type { Edit } from '../import/edits.js';
import { escapeAddress, escapeWords } from './escape-words.js';
import type { InertReport } from './inert-report.js';

/** What the addresses of a text become. */
export interface LinkWish {
	link(address: string): string;
	/** The parent's page. */
	page: string;
	/** Files of images, by the place of the image in the text. */
	files: ReadonlyMap<number, string>;
	/** Files that stand beside the copy. */
	own: ReadonlySet<string>;
	report: InertReport;
}

/** The edits after which every link is one to a web page or within the text, and every image a file beside the copy. */
export function linkEdits(tree: Root, body: string, wish: LinkWish): Edit[] {
	const refused = new Set<string>();
	const urls = new Map<string, string>();
	visit(tree, 'definition', ({ identifier, url }) => {
		if (urls.has(identifier)) return;
		urls.set(identifier, url);
		if (kindOfAddress(url) === 'refused') refused.add(identifier);
	});
	const edits: Edit[] = [];
	visit(tree, (node: Nodes, _index, parent) => {
		const isLinked = parent?.type === 'link' || parent?.type === 'linkReference';
		if (node.type === 'link') edits.push(...linkEdit(node, body, wish));
		if (node.type === 'linkReference' && refused.has(node.identifier)) edits.push(...wordsOnly(node, wish));
		if (node.type === 'image') edits.push(...imageEdit(node, node.url, isLinked, wish));
		if (node.type === 'imageReference') edits.push(...imageEdit(node, urls.get(node.identifier) ?? '', isLinked, wish));
		if (node.type === 'definition') {
			const kind = kindOfAddress(node.url);
			// Of two definitions with one name the first counts, until it is taken out.
			if (kind === 'refused') edits.push({ ...placeOf(node), text: '' });
			if (kind === 'relative') edits.push(...addressEdit(node, wish.link(node.url)));
		}
	});
	return edits;
}

function linkEdit(node: Link, body: string, wish: LinkWish): Edit[] {
	const { start, end } = placeOf(node);
	const kind = kindOfAddress(node.url);
	const source = body.slice(start, end);
	if (source.startsWith('[')) {
		if (kind === 'refused') return wordsOnly(node, wish);
		return kind === 'relative' && !wish.own.has(node.url) ? addressEdit(node, wish.link(node.url)) : [];
	}
	if (source.startsWith('<')) {
		const words = escapeWords(source.slice(1, -1));
		if (kind === 'full') return [{ start, end, text: `[${words}](${escapeAddress(node.url)})` }];
		wish.report.links += 1;
		return [{ start, end, text: words }];
	}
	// An address that stands in the text as it is.
	return /[{}]/.test(source) ? [{ start, end, text: source.replace(/[{}]/g, (sign) => (sign === '{' ? '%7B' : '%7D')) }] : [];
}

function imageEdit(node: Image | ImageReference, url: string, isLinked: boolean, { files, own, page, link, report }: LinkWish): Edit[] {
	if (own.has(url)) return [];
	const place = placeOf(node);
	const words = escapeWords(node.alt ?? '');
	const kind = kindOfAddress(url);
	const file = files.get(place.start);
	if (file !== undefined) return [{ ...place, text: `![${words}](${file})` }];
	if (kind === 'refused' || isLinked) {
		if (kind === 'refused') report.links += 1;
		return [{ ...place, text: words }];
	}
	// Absolute ones would make the reader's browser ask another site; other ones are seen on the parent's page.
	const address = kind === 'full' ? url : kind === 'fragment' ? page : /^[\\/]{2}/.test(url) ? link(url) : page;
	return [{ ...place, text: words === '' ? '' : `[${words}](${escapeAddress(address)})` }];
}

/** Takes the link off. */
function wordsOnly(node: Link | LinkReference, { report }: LinkWish): Edit[] {
	report.links += 1;
	const { start, end } = placeOf(node);
	const [first, last] = [node.children[0], node.children.at(-1)];
	if (!first || !last) return [{ start, end, text: '' }];
	return [
		{ start, end: placeOf(first).start, text: '' },
		{ start: placeOf(last).end, end, text: '' },
	];
}

function addressEdit(node: Extract<Nodes, { type: 'link' | 'definition' }>, address: string): Edit[] {
	const range = node.data?.address;
	return range ? [{ ...range, text: escapeAddress(address) }] : [];
}

function placeOf({ position }: Nodes): { start: number; end: number } {
	return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}
