import { visit } from 'unist-util-visit';
import type { Line } from './lines.js';
import { parseMarkdown } from './parse-markdown.js';
import type { Rewriting } from './rewriting.js';

const candidate = /(?:^|[\s>])#{1,6}[^\s#]/;

/**
 * Puts the space into `##Heading`, which many programs show as a heading and Markdown does not. Certain are two to six signs, and one
 * before a word in bold or italics. One sign before a plain word may be a tag (`#garden`) or a number (`#1`): it stays, and is told
 * where it opens a line of several words.
 */
export const looseHeadings: Rewriting = (lines, { became, note }) => {
	if (!lines.some(({ text }) => text.includes('#') && candidate.test(text))) return lines;
	const text = lines.map((line) => line.text).join('\n');
	const starts = startsOfLines(lines);
	const changed = new Map<number, number>();
	visit(parseMarkdown(text), 'paragraph', (paragraph) => {
		for (const node of paragraph.children) {
			if (node.type !== 'text' || node.position?.start.offset === undefined) continue;
			const { start, end } = node.position;
			for (let line = start.line; line <= end.line; line += 1) {
				const at = line === start.line ? node.position.start.offset : afterPrefix(text, starts[line - 1] ?? 0);
				const isFirst = line > start.line || node === paragraph.children[0];
				const [, signs = '', next = ''] = /^(#{1,6})([^\s#])/.exec(text.slice(at, at + 8)) ?? [];
				const follower = paragraph.children[paragraph.children.indexOf(node) + 1]?.type;
				const alone = signs === '' && isFirst && node.value === '#' && (follower === 'strong' || follower === 'emphasis');
				if (!isFirst || (signs === '' && !alone)) continue;
				if (signs.length > 1 || alone) changed.set(line, at + Math.max(1, signs.length) - (starts[line - 1] ?? 0));
				else if (/^#\p{L}[^\s#]*(?:[^\S\n]+[^\s#]+){1,12}[^\S\n]*$/u.test(lines[line - 1]?.text.slice(at - (starts[line - 1] ?? 0)) ?? '') && next !== '')
					note(lines[line - 1] as Line, `“${lines[line - 1]?.text.trim().slice(0, 80)}” was left as it is. If it is a heading, put a space after the sign.`);
			}
		}
	});
	return lines.map((line, index) => {
		const at = changed.get(index + 1);
		if (at === undefined) return line;
		became('heading without a space');
		return { ...line, text: `${line.text.slice(0, at)} ${line.text.slice(at)}` };
	});
};

/** Where each line begins in the text. */
function startsOfLines(lines: readonly Line[]): number[] {
	let at = 0;
	return lines.map(({ text }) => {
		const start = at;
		at += text.length + 1;
		return start;
	});
}

/** Behind the indent and the marks of quotations. */
function afterPrefix(text: string, start: number): number {
	let at = start;
	while (/[ \t>]/.test(text[at] ?? '')) at += 1;
	return at;
}
