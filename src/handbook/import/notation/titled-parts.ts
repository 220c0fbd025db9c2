import { codeLines, type Line } from '../lines.js';
import { bold } from './boxes.js';
import { trimBlank } from './indent.js';

const heading = /^(#{1,6})(?=\s)/;

/** Depth of the last heading among lines, 0 when there is none. */
export function depthAfter(lines: readonly Line[]): number {
	const code = codeLines(lines);
	const last = lines.findLastIndex(({ text }, index) => !code[index] && heading.test(text));
	return heading.exec(lines[last]?.text ?? '')?.[1]?.length ?? 0;
}

/**
 * A tab's title and what it shows: the title is a bold line or, when the content has headings, a heading above them.
 * `depth` is that of the heading which the tabs stand under.
 */
export function titledPart({ title, content, depth, from }: { title: string; content: readonly Line[]; depth: number; from: number }): Line[] {
	const inner = trimBlank(content);
	if (title.trim() === '') return inner;
	const code = codeLines(inner);
	const least = inner.reduce((depthSoFar, { text }, index) => (code[index] ? depthSoFar : Math.min(depthSoFar, heading.exec(text)?.[1]?.length ?? 7)), 7);
	if (least === 7) return [{ text: bold(title), from }, { text: '', from }, ...inner];
	const own = Math.min(5, depth + 1);
	const deeper = Math.max(0, own + 1 - least);
	const moved = inner.map((line, index) => (code[index] ? line : { ...line, text: line.text.replace(heading, (signs) => '#'.repeat(Math.min(6, signs.length + deeper))) }));
	return [{ text: `${'#'.repeat(own)} ${title.trim()}`, from }, { text: '', from }, ...moved];
}
