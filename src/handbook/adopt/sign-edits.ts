import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Edit } from '../import/edits.js';
import type { InertReport } from './inert-report.js';

interface Range {
	start: number;
	end: number;
}

/** Brackets and line beginnings that MDX would read as code become signs like any other; a backslash or a character reference makes them so. Code stays as it is. */
export function signEdits(tree: Root, body: string, report: InertReport): Edit[] {
	const { code, openers } = verbatim(tree, body);
	const isText = (at: number): boolean => !code.some(({ start, end }) => at >= start && at < end);
	const edits: Edit[] = [];
	for (const { 0: sign, index } of body.matchAll(/[{}]|<(?=\S)/g)) {
		if (!isText(index) || isEscaped(body, index) || openers.has(index)) continue;
		if (sign !== '<') report.brackets += 1;
		edits.push({ start: index, end: index + 1, text: sign === '<' ? '&lt;' : `\\${sign}` });
	}
	for (const { 1: space = '', 2: letter = '', index } of body.matchAll(/^([^\S\n]*)([ie])(?=(?:mport|xport)\b)/gm)) {
		const start = index + space.length;
		const word = body.slice(start, start + 6);
		if (!isText(start) || (word !== 'import' && word !== 'export')) continue;
		report.codeLines += 1;
		edits.push({ start, end: start + 1, text: `&#${letter.charCodeAt(0)};` });
	}
	return edits;
}

/** Where code stands, and the angle brackets that open the address of a link. */
function verbatim(tree: Root, body: string): { code: Range[]; openers: ReadonlySet<number> } {
	const code: Range[] = [];
	const openers = new Set<number>();
	visit(tree, (node: Nodes) => {
		const range = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
		if (node.type === 'code' || node.type === 'inlineCode') code.push(range);
		if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return;
		const at = node.data?.address?.start;
		if (at !== undefined && body[at - 1] === '<') openers.add(at - 1);
	});
	return { code, openers };
}

function isEscaped(body: string, at: number): boolean {
	let backslashes = 0;
	while (body[at - 1 - backslashes] === '\\') backslashes += 1;
	return backslashes % 2 === 1;
}
