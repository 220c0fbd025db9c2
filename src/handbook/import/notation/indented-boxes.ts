import { codeLines, type Line } from '../lines.js';
import type { RewritingContext } from '../rewriting.js';
import { alertBox, foldedBox } from './boxes.js';
import { addBlock, indent, indentOf, isBlank, moveLeft, trimBlank } from './indent.js';
import { depthAfter, titledPart } from './titled-parts.js';

/** So that no text can nest without end. */
const deepest = 30;

const box = /^\s*(!!!|\?\?\?\+?)\s+([A-Za-z][\w-]*)((?:\s+[A-Za-z][\w-]*)*)\s*(?:"(.*)")?\s*$/;
const tab = /^\s*===[!+]*\s+(?:"(.*)"|'(.*)')\s*$/;

/** Turns the boxes of Material for MkDocs (`!!!`, `???`) and its tabs (`===`), whose content is indented by four, into Markdown; within each other as well. */
export function indentedBoxes(lines: readonly Line[], context: Pick<RewritingContext, 'became'>): readonly Line[] {
	return lines.some(({ text }) => box.test(text) || tab.test(text)) ? convert(lines, 0, 0, context.became) : lines;
}

function convert(lines: readonly Line[], depth: number, heading: number, became: RewritingContext['became']): Line[] {
	const code = codeLines(lines);
	const out: Line[] = [];
	let index = 0;
	while (index < lines.length) {
		const line = lines[index];
		if (line === undefined) break;
		const found = code[index] || depth > deepest ? undefined : (box.exec(line.text) ?? tab.exec(line.text));
		if (!found) {
			out.push(line);
			index += 1;
			continue;
		}
		const spaces = indentOf(line.text);
		const end = contentEnd(lines, index + 1, spaces + 4);
		const below = Math.max(heading, depthAfter(out));
		const content = trimBlank(convert(moveLeft(lines.slice(index + 1, end), spaces + 4), depth + 1, below, became));
		addBlock(out, indent(blockOf(line, content, below, became), ' '.repeat(spaces)));
		out.push({ text: '', from: lines[end - 1]?.from ?? line.from });
		index = end;
		if (isBlank(lines[index] ?? line)) index += 1;
	}
	return out;
}

/** Where content ends that is indented by so much: before the first line of words that is not. */
function contentEnd(lines: readonly Line[], start: number, spaces: number): number {
	let end = start;
	for (let index = start; index < lines.length; index += 1) {
		const { text } = lines[index] ?? { text: '' };
		if (text.trim() === '') continue;
		if (indentOf(text) < spaces) break;
		end = index + 1;
	}
	return end;
}

function blockOf({ text, from }: Line, content: readonly Line[], depth: number, became: RewritingContext['became']): Line[] {
	const [, sign, type = '', , title] = box.exec(text) ?? [];
	if (sign === undefined) {
		const [, double, single] = tab.exec(text) ?? [];
		became('tab');
		return titledPart({ title: double ?? single ?? '', content, depth, from });
	}
	became(type.toLowerCase());
	if (sign === '!!!') return alertBox({ type, title, content, from });
	return foldedBox({ title: title ?? type.charAt(0).toUpperCase() + type.slice(1), open: sign === '???+', content, from });
}
