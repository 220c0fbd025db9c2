import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { plainWords } from '../../alert-lines.js';
import { applyEdits, type Edit } from '../../edits.js';
import { htmlToMarkdown, isDeep } from '../../html-markdown.js';
import { codeLines, type Line } from '../../lines.js';
import type { Rewriting, RewritingContext } from '../../rewriting.js';

/** A column of a table, as its head says. */
interface Column {
	hidden: boolean;
	/** What its cells are of a card, besides words. */
	role?: 'target' | 'cover';
}

/** Turns tables that GitBook shows as cards into lists of links, and keeps hidden columns of other tables hidden. */
export const tablesToMarkdown: Rewriting = (lines, context) =>
	replaceHtml(lines, 'table', (html, line) => {
		if (!/\bdata-(?:view|hidden)\b/.test(html)) return undefined;
		const tree = fromHtml(html, { fragment: true });
		const columns = columnsOf(tree);
		// Words beside a table on its line belong to none of its cells.
		if (tree.children.filter((node) => node.type !== 'text' || node.value.trim() !== '').length !== 1) return undefined;
		if (/^<table[^>]*\bdata-view="cards"/.test(html)) return cards(tree, columns, line, context);
		return columns.some(({ hidden }) => hidden) ? withoutHidden(html, tree, columns, line, context) : undefined;
	});

/** Turns figures that hold images into images with their words below. */
export const figuresToMarkdown: Rewriting = (lines, context) =>
	replaceHtml(lines, 'figure', (html) => {
		if (!/<img\b/i.test(html)) return undefined;
		context.became('figure');
		return htmlToMarkdown(html);
	});

/** Replaces every element that begins a line and ends one, outside code. */
function replaceHtml(lines: readonly Line[], element: string, change: (html: string, line: Line) => string | undefined): readonly Line[] {
	const opening = new RegExp(`^[\\s>]*<${element}(?=[\\s>])`, 'i');
	const closing = `</${element}>`;
	if (!lines.some(({ text }) => opening.test(text))) return lines;
	const inCode = codeLines(lines);
	const result: Line[] = [];
	for (let at = 0; at < lines.length; at += 1) {
		const line = lines[at] as Line;
		const opens = !inCode[at] && opening.test(line.text);
		let end = opens ? at : lines.length;
		// None of them holds another of its kind.
		while (end < lines.length && !lines[end]?.text.toLowerCase().includes(closing)) end = end > at && opening.test(lines[end]?.text ?? '') ? lines.length : end + 1;
		const html = opens ? lines.slice(at, end + 1) : [];
		const prefix = /^[\s>]*/.exec(line.text)?.[0] ?? '';
		const whole = html.map(({ text }) => (text.startsWith(prefix) ? text.slice(prefix.length) : text)).join('\n');
		const changed = end < lines.length && whole.trimEnd().toLowerCase().endsWith(closing) && !isDeep(whole) ? change(whole, line) : undefined;
		if (changed === undefined) {
			result.push(line);
			continue;
		}
		const above = result.at(-1)?.text.trim() ?? '';
		const below = lines[end + 1]?.text.trim() ?? '';
		const apart = { text: prefix.trimEnd(), from: line.from };
		result.push(...(above === '' ? [] : [apart]), ...changed.split('\n').map((text) => ({ text: (prefix + text).trimEnd(), from: line.from })), ...(below === '' ? [] : [apart]));
		at = end;
	}
	return result;
}

function columnsOf(tree: Root): Column[] {
	const [head] = elementsIn(tree, 'thead');
	return elementsIn(head ?? tree, head ? 'th' : 'none').map(({ properties }) => ({
		hidden: 'dataHidden' in properties,
		...('dataCardTarget' in properties && { role: 'target' as const }),
		...('dataCardCover' in properties && { role: 'cover' as const }),
	}));
}

function cards(tree: Root, columns: readonly Column[], line: Line, context: RewritingContext): string {
	context.became('cards');
	let leftOut = false;
	const items = elementsIn(tree, 'tbody').flatMap((body) =>
		elementsIn(body, 'tr').map((row) => {
			const cells = elementsIn(row, 'td').map((cell, index) => ({ cell, column: columns[index] ?? { hidden: false } }));
			leftOut ||= cells.some(({ cell, column }) => column.hidden && !column.role && textOf(cell).trim() !== '');
			const words = cells.filter(({ column }) => !column.hidden && column.role !== 'cover').map(({ cell }) => htmlToMarkdown(cell));
			const target = addressIn(cells.find(({ column }) => column.role === 'target')?.cell);
			const cover = addressIn(cells.find(({ column }) => column.role === 'cover')?.cell);
			return card(words.filter(Boolean), target, cover, context);
		}),
	);
	if (leftOut) context.note(line, 'A column of these cards was hidden, so its words were left out.');
	return items.filter(Boolean).join('\n');
}

/** A card as an item of a list: its picture, its first words as a link, then its other words. */
function card([title, ...others]: readonly string[], target: string | undefined, cover: string | undefined, { titleAt }: RewritingContext): string {
	const words = title ?? (target === undefined ? undefined : plainWords(titleAt(target) ?? target));
	const simple = words !== undefined && !/\n|\]\(/.test(words);
	const link = target === undefined ? words : simple ? `[${words}](<${target}>)` : `${words}\n\n[${plainWords(titleAt(target) ?? target)}](<${target}>)`;
	const parts = [...(cover === undefined ? [] : [`![](<${cover}>)`]), ...(link === undefined ? [] : [link]), ...others];
	return parts.length === 0 ? '' : `- ${parts.join('\n\n').replace(/\n(?=.)/g, '\n  ')}`;
}

function withoutHidden(html: string, tree: Root, columns: readonly Column[], line: Line, context: RewritingContext): string {
	const edits: Edit[] = [];
	visit(tree, 'element', (row) => {
		if (row.tagName !== 'tr') return;
		elementsIn(row, 'td', 'th').forEach((cell, index) => {
			const { start, end } = cell.position ?? {};
			if (columns[index]?.hidden !== true || start?.offset === undefined || end?.offset === undefined) return;
			edits.push({ start: start.offset, end: end.offset, text: '' });
		});
	});
	context.became('hidden column');
	context.note(line, 'A column of this table was hidden, so its words were left out.');
	return applyEdits(html, edits);
}

function addressIn(cell: Element | undefined): string | undefined {
	if (!cell) return undefined;
	const [link] = elementsIn(cell, 'a');
	const [image] = elementsIn(cell, 'img');
	const address = link?.properties.href ?? image?.properties.src;
	return typeof address === 'string' && address.trim() !== '' ? address.replace(/[<>\n]/g, encodeURIComponent) : undefined;
}

function elementsIn(tree: Root | Element, ...names: string[]): Element[] {
	const found: Element[] = [];
	visit(tree, 'element', (element) => {
		if (element !== tree && names.includes(element.tagName)) found.push(element);
	});
	return found;
}
