import GithubSlugger from 'github-slugger';
import { codeLines, type Line } from '../../lines.js';

/** A heading of a text. */
export interface NoteHeading {
	depth: number;
	/** Its letters and digits alone, to find it by. */
	key: string;
	/** The id that it has on the site. */
	id: string;
	/** Index of its line. */
	index: number;
}

/** A block's name at the end of its line, or alone below it. */
export const blockName = /(?:^|[^\S\n])\^([A-Za-z0-9-]+)[^\S\n]*$/;

/** The headings of a text, from first to last. */
export function headingsOf(lines: readonly Line[]): NoteHeading[] {
	const inCode = codeLines(lines);
	const slugger = new GithubSlugger();
	return lines.flatMap(({ text }, index) => {
		const [, marks, words = ''] = (inCode[index] ? null : /^ {0,3}(#{1,6})[^\S\n]+(.*)$/.exec(text)) ?? [];
		if (marks === undefined) return [];
		const plain = words
			.trimEnd()
			.replace(/(?<=\s)#+$/, '')
			.replace(/\[\[(?:[^[\]|]*\|)?([^[\]]*)\]\]/g, '$1')
			.replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
			.replace(/[*`]|==/g, '')
			.trim();
		return [{ depth: marks.length, key: keyOf(plain), id: slugger.slug(plain), index }];
	});
}

/** The id on the site of the heading that a link names, by its words; undefined when there is none. */
export function headingId(headings: readonly NoteHeading[], heading: string): string | undefined {
	return headings.find(({ key }) => key === keyOf(heading))?.id;
}

/** The section below a heading, with it; undefined when there is none. */
export function sectionOf(lines: readonly Line[], heading: string): Line[] | undefined {
	const headings = headingsOf(lines);
	const at = headings.findIndex(({ key }) => key === keyOf(heading));
	const found = headings[at];
	if (!found) return undefined;
	const next = headings.slice(at + 1).find(({ depth }) => depth <= found.depth);
	return lines.slice(found.index, next?.index ?? lines.length);
}

/** The block that has a name; undefined when there is none. */
export function blockOf(lines: readonly Line[], name: string): Line[] | undefined {
	const inCode = codeLines(lines);
	const at = lines.findIndex(({ text }, index) => !inCode[index] && blockName.exec(text)?.[1] === name);
	const line = lines[at];
	if (!line) return undefined;
	if (/^\s*(?:[-*+]|\d+[.)])\s/.test(line.text)) return [{ ...line, text: line.text.trim() }];
	const isBlank = (index: number): boolean => (lines[index]?.text ?? '').trim() === '';
	let end = at;
	// A name alone on its line belongs to the block above it.
	if (line.text.trim() === `^${name}` && isBlank(at - 1)) end -= 1;
	while (end > 0 && isBlank(end)) end -= 1;
	let start = end;
	while (start > 0 && !isBlank(start - 1)) start -= 1;
	return lines.slice(start, Math.max(end, at) + 1);
}

function keyOf(words: string): string {
	return words
		.normalize('NFC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '');
}
