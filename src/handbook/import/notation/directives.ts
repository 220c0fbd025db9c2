import { codeLines, type Line } from '../lines.js';
import type { RewritingContext } from '../rewriting.js';
import { alertBox, bold, foldedBox } from './boxes.js';
import { addBlock, indent, moveLeft, trimBlank } from './indent.js';

/** So that no text can nest without end. */
const deepest = 30;

interface Opening {
	line: Line;
	spaces: string;
	colons: number;
	type: string;
	title: string | undefined;
	content: Line[];
}

const opening = /^(\s*)(:{3,})\s*([A-Za-z][\w-]*)(?:\[(.*)\])?\s*(\{[^}]*\})?(.*)$/;
const closing = /^\s*(:{3,})\s*$/;

/** Turns boxes between lines of colons (`:::note[Title]`, `::: tip Title`) into alerts, `details` into what opens and closes. One that is never closed stays as it is. */
export function directives(lines: readonly Line[], { became, note }: RewritingContext): Line[] {
	const code = codeLines(lines, { indentation: false });
	const whole: Line[] = [];
	const open: Opening[] = [];
	const current = (): Line[] => open.at(-1)?.content ?? whole;
	lines.forEach((line, index) => {
		const [, spaces = '', colons = '', type, label, attributes = '', rest = ''] = code[index] || open.length > deepest ? [] : (opening.exec(line.text) ?? []);
		const end = code[index] ? undefined : closing.exec(line.text)?.[1];
		if (type !== undefined) {
			const title = label ?? /\btitle="([^"]*)"/.exec(attributes)?.[1] ?? (rest.trim() || undefined);
			open.push({ line, spaces, colons: colons.length, type, title, content: [] });
		} else if (end !== undefined && open.some((each) => each.colons <= end.length)) {
			// One with as many colons is meant, else the innermost with fewer.
			const exact = open.findLastIndex((each) => each.colons === end.length);
			const meant = exact >= 0 ? exact : open.findLastIndex((each) => each.colons < end.length);
			while (open.length > meant + 1) leaveOpen(open, current, note);
			const box = open.pop();
			if (!box) return;
			became(box.type.toLowerCase());
			addBlock(current(), indent(boxOf(box), box.spaces));
			current().push({ text: '', from: line.from });
		} else current().push(line);
	});
	while (open.length > 0) leaveOpen(open, current, note);
	return whole;
}

function leaveOpen(open: Opening[], current: () => Line[], note: RewritingContext['note']): void {
	const box = open.pop();
	if (!box) return;
	note(box.line, `The box “${box.line.text.trim()}” is never closed. It was left as it is.`);
	current().push(box.line, ...box.content);
}

function boxOf({ line: { from }, spaces, type, title, content }: Opening): Line[] {
	const inner = trimBlank(moveLeft(content, spaces.length));
	const kind = type.toLowerCase();
	if (['raw', 'v-pre', 'steps', 'div', 'center', 'left', 'right'].includes(kind)) return inner;
	if (kind === 'code-group') return namedFences(inner);
	if (kind === 'details') return foldedBox({ title: title ?? 'Details', content: inner, from });
	return alertBox({ type: kind, title, content: inner, from });
}

/** Code blocks that were tabs: each is named by a bold line. */
function namedFences(lines: readonly Line[]): Line[] {
	const code = codeLines(lines, { indentation: false });
	return lines.flatMap((line, index) => {
		const name = code[index - 1] && index > 0 && !/^\s*[`~]{3,}\s*$/.test(lines[index - 1]?.text ?? '') ? undefined : /^\s*(?:`{3,}|~{3,}).*\[([^\]]+)\]\s*$/.exec(line.text)?.[1];
		return name === undefined ? [line] : [{ text: bold(name), from: line.from }, { text: '', from: line.from }, line];
	});
}
