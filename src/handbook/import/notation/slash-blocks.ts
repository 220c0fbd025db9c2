import { codeLines, type Line } from '../lines.js';
import type { RewritingContext } from '../rewriting.js';
import { alertBox, foldedBox } from './boxes.js';
import { addBlock, trimBlank } from './indent.js';
import { depthAfter, titledPart } from './titled-parts.js';

interface Opening {
	line: Line;
	signs: number;
	type: string;
	title: string;
	content: Line[];
}

const opening = /^(\/{3,})\s*([a-z][\w-]*)\s*(?:\|\s*(.*))?$/;
const closing = /^(\/{3,})\s*$/;

/** Turns blocks between lines of slashes (`/// note | Title`) into Markdown. One that is never closed stays as it is. */
export function slashBlocks(lines: readonly Line[], { became }: Pick<RewritingContext, 'became'>): readonly Line[] {
	if (!lines.some(({ text }) => closing.test(text))) return lines;
	const code = codeLines(lines);
	const whole: Line[] = [];
	const open: Opening[] = [];
	const current = (): Line[] => open.at(-1)?.content ?? whole;
	lines.forEach((line, index) => {
		const [, signs = '', type, title = ''] = code[index] ? [] : (opening.exec(line.text) ?? []);
		const end = code[index] ? undefined : closing.exec(line.text)?.[1];
		const meant = end === undefined ? -1 : open.findLastIndex((each) => each.signs === end.length);
		if (type !== undefined) open.push({ line, signs: signs.length, type, title: title.trim(), content: [] });
		else if (meant >= 0) {
			while (open.length > meant + 1) leaveOpen(open, current);
			const block = open.pop();
			if (!block) return;
			became(block.type);
			addBlock(current(), rendered(block, depthAfter(current())));
			current().push({ text: '', from: line.from });
		} else current().push(line);
	});
	while (open.length > 0) leaveOpen(open, current);
	return whole;
}

function leaveOpen(open: Opening[], current: () => Line[]): void {
	const block = open.pop();
	if (block) current().push(block.line, ...block.content);
}

function rendered({ line: { from }, type, title, content }: Opening, depth: number): Line[] {
	// Options stand right below the opening, indented by four.
	const first = content.findIndex(({ text }) => !/^ {4}[\w-]+\s*:/.test(text));
	const inner = trimBlank(first < 0 ? [] : content.slice(first));
	if (type === 'tab') return titledPart({ title, content: inner, depth, from });
	if (type === 'details') return foldedBox({ title: title || 'Details', content: inner, from });
	if (type === 'caption' || type === 'figure-caption' || type === 'html') return inner;
	return alertBox({ type: type === 'admonition' ? 'note' : type, title: title === '' ? undefined : title, content: inner, from });
}
