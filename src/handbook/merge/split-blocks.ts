import type { ListItem, RootContent } from 'mdast';
import { parseMarkdown } from '../import/parse-markdown.js';

/** A part of a text that is never torn: a paragraph, a heading, a table, code, or one item of a list with all that is in it. */
export interface Block {
	/** Whole lines, without the line end of the last. */
	text: string;
	/** The text, but for the number of an item, which follows from its place. Blocks of one key say the same. */
	key: string;
	/** What Markdown calls it. */
	kind: (RootContent | ListItem)['type'];
}

/** A text as blocks and what stands between them. All of it in order is the text, to the byte. */
export interface BlockedText {
	/** Blank lines above the first block; the whole of a text without blocks. */
	lead: string;
	blocks: Block[];
	/** What stands below each block but the last: a line end, and mostly blank lines. */
	gaps: string[];
	/** What stands below the last block. */
	tail: string;
}

/** Splits Markdown into its blocks. */
export function splitBlocks(text: string): BlockedText {
	const ranges = blockRanges(text);
	return {
		lead: text.slice(0, ranges[0]?.start),
		blocks: ranges.map(({ start, end, kind }) => blockOf(text.slice(start, end), kind)),
		gaps: ranges.slice(1).map(({ start }, index) => text.slice(ranges[index]?.end, start)),
		tail: text.slice(ranges.at(-1)?.end ?? text.length),
	};
}

function blockOf(text: string, kind: Block['kind']): Block {
	return { text, key: kind === 'listItem' ? text.replace(/(?<=^[ \t]*)\d{1,9}/, '1') : text, kind };
}

interface BlockRange {
	start: number;
	end: number;
	kind: Block['kind'];
}

/** From the first character of a line to the end of a line, in order, with nothing but blank lines between them. */
function blockRanges(text: string): BlockRange[] {
	const ranges: BlockRange[] = [];
	// The parser takes byte order marks out before it counts.
	const skipped = text.search(/[^\uFEFF]|$/);
	for (const { type: kind, position } of parseMarkdown(text.slice(skipped)).children.flatMap((node) => (node.type === 'list' ? node.children : [node]))) {
		const start = lineStart(text, (position?.start.offset ?? 0) + skipped);
		const end = lineEnd(text, (position?.end.offset ?? 0) + skipped);
		const last = ranges.at(-1);
		// For the parser, a heading that is underlined begins with the definitions right above it, which are blocks of their own.
		if (last && start <= last.end) last.end = Math.max(last.end, end);
		else ranges.push({ start, end, kind });
	}
	return ranges;
}

function lineStart(text: string, offset: number): number {
	return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
	const end = text.indexOf('\n', offset);
	return end < 0 ? text.length : end;
}
