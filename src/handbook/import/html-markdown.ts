import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';

/** A piece of HTML as Markdown, without an empty line at its end. */
export function htmlToMarkdown(html: string | Nodes): string {
	const tree = toMdast(typeof html === 'string' ? fromHtml(html, { fragment: true }) : html);
	return toMarkdown(tree, { bullet: '-', emphasis: '_', extensions: [gfmToMarkdown()] }).trimEnd();
}

/** True for HTML whose elements stand so deep in each other that nobody wrote it by hand. */
export function isDeep(html: string): boolean {
	let depth = 0;
	let deepest = 0;
	for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][\w-]*)/gi)) {
		if (/^(?:img|br|hr|input|wbr|col|source)$/i.test(name)) continue;
		depth += slash === '/' ? -1 : 1;
		deepest = Math.max(deepest, depth);
	}
	return deepest > 100;
}
