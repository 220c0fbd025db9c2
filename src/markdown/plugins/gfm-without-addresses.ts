import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { Processor } from 'unified';

/**
 * GitHub's Markdown as remark-gfm reads it, but for addresses that become links without any mark. Looking for them at every letter takes
 * as long as all the rest, so a text that holds none is read without.
 */
export function gfmWithoutAddresses(this: Processor): void {
	const data = this.data();
	data.micromarkExtensions ??= [];
	data.micromarkExtensions.push(gfmFootnote(), gfmStrikethrough(), gfmTable(), gfmTaskListItem());
	data.fromMarkdownExtensions ??= [];
	data.fromMarkdownExtensions.push(gfmFootnoteFromMarkdown(), gfmStrikethroughFromMarkdown(), gfmTableFromMarkdown(), gfmTaskListItemFromMarkdown());
}

/** What such an address is known by. A character reference may stand for any part of it, and a backslash between two of them is not seen. */
const addressLike = /@|www\.|:\/\/|&/i;

/** False only for a text in which GitHub's Markdown finds no address. */
export function mayHoldAddresses(markdown: string): boolean {
	return addressLike.test(markdown.includes('\\') ? markdown.replaceAll('\\', '') : markdown);
}
