import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { attributeOf, element, elementsIn, elementsWithin, hasClass, replaceWithin } from './elements.js';
import { footnoteMark, footnoteText } from './html-to-markdown.js';

/** Makes a page that Google Docs or a word processor exported say what its styles say. Changes the tree. */
export function tidyGoogleDocs(tree: Root, notes: string[]): void {
	const styles = classStyles(tree);
	tidyNotes(tree, notes);
	replaceWithin(tree, (node) => {
		if (node.tagName === 'a') return unwrapLink(node);
		if (node.tagName === 'p' && hasClass(node, 'title')) node.tagName = 'h1';
		if (node.tagName === 'span') return styledWords(node, styles);
		return undefined;
	});
	nestLists(tree);
}

/** What each class of the page's own styles says. */
function classStyles(tree: Root): Map<string, string> {
	const css = elementsWithin(tree, ({ tagName }) => tagName === 'style')
		.map((node) => textOf(node))
		.join('\n');
	return new Map([...css.matchAll(/\.(c\d+)\s*\{([^}]*)\}/g)].map(([, name = '', style = '']) => [name, style]));
}

function styledWords(node: Element, styles: ReadonlyMap<string, string>): ElementContent[] {
	const style = [
		attributeOf(node, 'style'),
		...attributeOf(node, 'className')
			.split(' ')
			.map((name) => styles.get(name) ?? ''),
	].join(';');
	if (textOf(node).trim() === '') return node.children;
	let children = node.children;
	if (/vertical-align:\s*super/.test(style) && !elementsIn(node).some(({ tagName }) => tagName === 'sup')) children = [element('sup', children)];
	if (/vertical-align:\s*sub/.test(style)) children = [element('sub', children)];
	if (/text-decoration:[^;]*line-through/.test(style)) children = [element('del', children)];
	if (/font-style:\s*italic/.test(style)) children = [element('em', children)];
	if (/font-weight:\s*(?:bold|[6-9]00)/.test(style)) children = [element('strong', children)];
	return children;
}

/** Google leads every link through itself. */
function unwrapLink(node: Element): undefined {
	const url = URL.parse(attributeOf(node, 'href'));
	const target = url?.hostname === 'www.google.com' && url.pathname === '/url' ? url.searchParams.get('q') : null;
	if (target !== null && target !== undefined) node.properties.href = target;
	return undefined;
}

/** Footnotes become Markdown's; comments are left out. */
function tidyNotes(tree: Root, notes: string[]): void {
	let comments = 0;
	replaceWithin(tree, (node) => {
		const [link] = elementsIn(node);
		const target = link ? attributeOf(link, 'href') : '';
		if (node.tagName === 'sup' && /^#ftnt\d+$/.test(target)) return [element(footnoteMark, [], { label: target.slice(5) })];
		if (node.tagName === 'sup' && /^#cmnt\d+$/.test(target)) return [];
		const back = node.tagName === 'div' || node.tagName === 'p' ? elementsWithin(node, (child) => child.tagName === 'a' && /^(?:ftnt|cmnt)\d+$/.test(attributeOf(child, 'id')))[0] : undefined;
		if (!back || node.tagName !== 'div') return undefined;
		if (attributeOf(back, 'id').startsWith('cmnt')) {
			comments += 1;
			return [];
		}
		const label = attributeOf(back, 'id').slice(4);
		replaceWithin(node, (child) => (child === back ? [] : undefined));
		return [element(footnoteText, node.children, { label })];
	});
	if (comments > 0) notes.push(`It has ${comments === 1 ? 'a comment, which was' : `${comments} comments, which were`} left out.`);
}

/** Google writes nested lists one after the other, with their depth in the name of a class. */
function nestLists(tree: Root): void {
	const parents = [tree, ...elementsWithin(tree, () => true)];
	for (const parent of parents) {
		const open: Element[] = [];
		parent.children = (parent.children as ElementContent[]).filter((child) => {
			if (child.type !== 'element') {
				if (child.type === 'text' && child.value.trim() !== '') open.length = 0;
				return true;
			}
			const depth = Number(/\blst-kix_\w+-(\d+)\b/.exec(attributeOf(child, 'className'))?.[1] ?? Number.NaN);
			if (!(child.tagName === 'ul' || child.tagName === 'ol') || Number.isNaN(depth)) {
				open.length = 0;
				return true;
			}
			const same = open[depth];
			if (same !== undefined && listName(same) === listName(child)) {
				same.children.push(...child.children);
				open.length = depth + 1;
				return false;
			}
			open.length = Math.min(open.length, depth);
			const above = open.at(-1);
			const last = above && elementsIn(above).at(-1);
			const start = Number(attributeOf(child, 'start') || 1);
			if (child.tagName === 'ol' && start === 1) child.properties = { className: child.properties.className };
			if (last) last.children.push(child);
			else open.length = 0;
			open.push(child);
			return last === undefined;
		});
	}
}

/** What Google calls a list and its kind: parts of one list have one name. */
function listName(list: Element): string {
	return `${list.tagName} ${/\blst-kix_\w+-\d+\b/.exec(attributeOf(list, 'className'))?.[0]}`;
}
