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
	const changed = new Map<number, number>();
	visit(parseMarkdown(text), 'paragraph', ({ children }) => {
		children.forEach((node, index) => {
			if (node.type !== 'text' || node.position?.start.offset === undefined) return;
			const { start, end } = node.position;
			for (let number = start.line; number <= end.line; number += 1) {
				// In the middle of a line, behind a link or code, it is no heading.
				if (number === start.line && index > 0) continue;
				const line = lines[number - 1] as Line;
				const at = number === start.line ? start.column - 1 : (/^[\s>]*/.exec(line.text)?.[0].length ?? 0);
				const [, signs = ''] = /^(#{1,6})(?=[^\s#])/.exec(line.text.slice(at)) ?? [];
				const follower = children[index + 1]?.type;
				const isLone = signs === '#' && node.value === '#' && (follower === 'strong' || follower === 'emphasis');
				if (signs.length > 1 || isLone) changed.set(number, at + signs.length);
				else if (/^#\p{L}[^\s#]*(?:\s+[^\s#]+){1,12}\s*$/u.test(line.text.slice(at)))
					note(line, `“${line.text.slice(at).trim().slice(0, 80)}” was left as it is. If it is a heading, put a space after the sign.`);
			}
		});
	});
	return lines.map((line, index) => {
		const at = changed.get(index + 1);
		if (at === undefined) return line;
		became('heading without a space');
		return { ...line, text: `${line.text.slice(0, at)} ${line.text.slice(at)}` };
	});
};
