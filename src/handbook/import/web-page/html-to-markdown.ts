import GithubSlugger from 'github-slugger';
import type { Element, Nodes as HastNodes, Root } from 'hast';
import { defaultHandlers, type Handle, type State, toMdast } from 'hast-util-to-mdast';
import type { Heading, Html, Nodes, PhrasingContent, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { readPercentSigns } from '../../../lib/percent-signs.js';
import { attributeOf } from './elements.js';
import { tidyPage } from './tidy-page.js';

/** A page as Markdown. */
export interface PageMarkdown {
	markdown: string;
	/** `opens`: nothing stands before it. */
	headings: { depth: number; text: string; opens: boolean }[];
}

/** Elements that stand for Markdown that HTML has no name for. Whoever reads a kind of page makes them. */
export const footnoteMark = 'import-footnote-mark';
export const footnoteText = 'import-footnote-text';
export const alertBox = 'import-alert';

/** Turns a page into Markdown, whose links to places in it lead to headings. Changes the tree. */
export function htmlToMarkdown(tree: Root): PageMarkdown {
	tidyPage(tree);
	markPlaces(tree);
	const mdast = toMdast(tree, { document: true, handlers });
	if (mdast.type !== 'root') return { markdown: '', headings: [] };
	const headings = mdast.children.flatMap((node, index) => (node.type === 'heading' ? [{ depth: node.depth, text: textOf(node), opens: index === 0 }] : []));
	leadToHeadings(mdast);
	tightenLists(mdast);
	const markdown = toMarkdown(mdast, { extensions: [gfmToMarkdown({ tablePipeAlign: false })], bullet: '-', emphasis: '_', listItemIndent: 'one', resourceLink: true, rule: '*' });
	return { markdown, headings };
}

const kept =
	(name: string): Handle =>
	(state, node) => [html(`<${name}>`), ...(state.all(node) as PhrasingContent[]), html(`</${name}>`)];

const heading: Handle = (state, node) => {
	const result = defaultHandlers.h1?.(state, node) as Heading;
	return { ...result, data: { places: attributeOf(node, 'dataPlaces').split('\n').filter(Boolean) } } as Heading;
};

const handlers: Record<string, Handle> = {
	// A place without an address is no link.
	a: (state, node) => (attributeOf(node, 'href') === '' ? (state.all(node) as PhrasingContent[]) : defaultHandlers.a?.(state, node)),
	sup: kept('sup'),
	sub: kept('sub'),
	h1: heading,
	h2: heading,
	h3: heading,
	h4: heading,
	h5: heading,
	h6: heading,
	br: (state, node) => (isInCell(state) ? html('<br>') : defaultHandlers.br?.(state, node)),
	details: (state, node) => {
		const summary = node.children.find((child): child is Element => child.type === 'element' && child.tagName === 'summary');
		const rest: Element = { ...node, children: node.children.filter((child) => child !== summary) };
		return [html(`<details>\n<summary>${escaped(summary ? plain(summary) : 'More')}</summary>`), ...state.toFlow(state.all(rest)), html('</details>')] as RootContent[];
	},
	[footnoteMark]: (_state, node) => ({ type: 'footnoteReference', identifier: attributeOf(node, 'label'), label: attributeOf(node, 'label') }),
	[footnoteText]: (state, node) => ({ type: 'footnoteDefinition', identifier: attributeOf(node, 'label'), label: attributeOf(node, 'label'), children: state.toFlow(state.all(node)) }) as RootContent,
	[alertBox]: (state, node) => {
		const [first, ...rest] = state.toFlow(state.all(node));
		const words = first?.type === 'paragraph' ? first.children : [];
		const opening = { type: 'paragraph', children: [html(`[!${attributeOf(node, 'kind')}]`), ...(words.length > 0 ? [{ type: 'text', value: '\n' }, ...words] : [])] };
		return { type: 'blockquote', children: [opening, ...(first && words.length === 0 ? [first] : []), ...rest] } as RootContent;
	},
};

function isInCell(state: State): boolean {
	return state.inTable;
}

function html(value: string): Html {
	return { type: 'html', value };
}

function plain(node: HastNodes): string {
	if (node.type === 'text') return node.value;
	return 'children' in node ? node.children.map(plain).join('') : '';
}

function escaped(text: string): string {
	return text.trim().replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Notes at each heading the places that links may mean by it: its own, those inside it, and all that follow up to the next. */
function markPlaces(tree: Root): void {
	let current: Element | undefined;
	const note = (element: Element | undefined, place: string): void => {
		if (element && place !== '') element.properties.dataPlaces = `${attributeOf(element, 'dataPlaces')}\n${place}`;
	};
	// A place that stands right before a heading belongs to it.
	let waiting: string[] = [];
	visit(tree, (node) => {
		if (node.type === 'text' && node.value.trim() !== '') {
			for (const place of waiting) note(current, place);
			waiting = [];
		}
		if (node.type !== 'element') return;
		if (/^h[1-6]$/.test(node.tagName)) {
			current = node;
			for (const place of waiting) note(current, place);
			waiting = [];
		}
		const places = [attributeOf(node, 'id'), node.tagName === 'a' ? attributeOf(node, 'name') : ''].filter(Boolean);
		if (node === current) for (const place of places) note(current, place);
		else waiting.push(...places);
	});
	for (const place of waiting) note(current, place);
}

/** Makes links within the page lead to headings, by the names that the site gives them. */
function leadToHeadings(tree: Nodes): void {
	const slugger = new GithubSlugger();
	const slugs = new Map<string, string>();
	visit(tree, 'heading', (node) => {
		const slug = slugger.slug(textOf(node));
		for (const place of (node.data as { places?: string[] } | undefined)?.places ?? []) if (!slugs.has(place)) slugs.set(place, slug);
	});
	visit(tree, 'link', (node) => {
		const place = /^#(.+)$/.exec(node.url)?.[1];
		if (place === undefined) return;
		const slug = slugs.get(place) ?? slugs.get(readPercentSigns(place));
		if (slug !== undefined) node.url = `#${slug}`;
	});
}

/** An item with one paragraph needs no empty lines, whatever lists lie in it. */
function tightenLists(tree: Nodes): void {
	visit(tree, 'list', (list) => {
		for (const item of list.children) item.spread = item.children.filter(({ type }) => type !== 'list').length > 1;
		list.spread = list.children.some(({ spread }) => spread);
	});
}
