import { slug } from 'github-slugger';
import { toString as textOf } from 'mdast-util-to-string';
import { codeLines, type Line } from '../lines.js';
import { parseMarkdown } from '../parse-markdown.js';
import type { RewritingContext } from '../rewriting.js';
import { isBlank } from './indent.js';

/** The id that a heading gets here, were it the only one of its words. */
function headingSlug(words: string): string {
	return slug(textOf(parseMarkdown(words), { includeHtml: false, includeImageAlt: false }).trim());
}

/** What was found behind a heading: its words without that, and its id. */
export type HeadingTail = (words: string) => { words: string; id: string | undefined } | undefined;

/** Takes ids off headings. One that the words would not give by themselves stays as an anchor, so that links to it go on working. */
export function keepHeadingIds(lines: readonly Line[], tail: HeadingTail, { became }: Pick<RewritingContext, 'became'>): Line[] {
	const code = codeLines(lines);
	return lines.flatMap((line, index): Line[] => {
		const [, prefix = '', signs = '', words = ''] = /^([\s>]*(?:[-*+]\s+|\d+[.)]\s+)?)(#{1,6})\s+(.*)$/.exec(line.text) ?? [];
		const next = lines[index + 1]?.text ?? '';
		const underlined = signs === '' && !isBlank(line) && /^\s{0,3}(?:=+|-+)\s*$/.test(next);
		if (code[index] || (signs === '' && !underlined)) return [line];
		const found = tail(signs === '' ? line.text : words.replace(/\s+#+\s*$/, ''));
		if (!found) return [line];
		became('heading id');
		const own = found.words.trim();
		const { from } = line;
		const start = signs === '' ? '' : `${prefix}${signs} `;
		if (found.id === undefined || found.id === headingSlug(own)) return [{ text: start + own, from }];
		// The first heading may become the page's title, which takes nothing along.
		if (signs === '#')
			return [
				{ text: start + own, from },
				{ text: '', from },
				{ text: `<span id="${found.id}"></span>`, from },
				{ text: '', from },
			];
		return [{ text: `${start}<span id="${found.id}"></span>${own}`, from }];
	});
}

/** Docusaurus and its like: `{#id}` behind the words, or a comment of the same kind. */
export const bracedId: HeadingTail = (words) => {
	const [, before, id] = /^(.*?)\s*(?:\{#([\w.:-]+)\}|\{\/\*\s*#([\w.:-]+)\s*\*\/\})\s*$/.exec(words)?.filter((part) => part !== undefined) ?? [];
	return before === undefined ? undefined : { words: before, id };
};
