import { basename, dirname, join } from 'node:path/posix';
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { decodeText } from '../decode-text.js';
import type { ConvertedText } from '../source-folder.js';
import { tidyConfluence } from './confluence-page.js';
import { attributeOf, element, elementsIn, elementsWithin, hasClass, replaceWithin } from './elements.js';
import { tidyGoogleDocs } from './google-docs-page.js';
import { htmlToMarkdown } from './html-to-markdown.js';

/** Turns a web page into Markdown; undefined for one without words. */
export function convertPage(bytes: Uint8Array, path: string): ConvertedText | undefined {
	const decoded = decodeText(bytes);
	if (!decoded) return undefined;
	const tree = fromHtml(decoded.text);
	const notes: string[] = [];
	const name = textOf(elementsWithin(tree, ({ tagName }) => tagName === 'title')[0] ?? element('title', []))
		.replace(/\s+/g, ' ')
		.trim();
	const confluence = tidyConfluence(tree);
	if (!confluence) tidyGoogleDocs(tree, notes);
	const content = confluence ?? notionBody(tree) ?? elementsWithin(tree, ({ tagName }) => tagName === 'body')[0];
	const page: Root = { type: 'root', children: content?.children ?? [] };
	tidyTasks(page);
	const { markdown, headings } = htmlToMarkdown(page);
	if (!/\p{L}/u.test(markdown)) return undefined;

	const title = confluence ? name.replace(/^.*? : /, '') : name;
	const own = headings[0]?.opens && headings[0].depth === 1;
	const place = confluence
		? join(
				dirname(path),
				basename(path)
					.replace(/_\d+(?=\.html?$)/i, '')
					.replace(/^\d+(?=\.html?$)/i, title.replaceAll('/', ' ') || '$&'),
			)
		: undefined;
	return {
		...decoded,
		text: markdown,
		...(!own && title !== '' && title.length <= 200 && !headings.some(({ depth, text }) => depth === 1 && text === title) && { title }),
		...(place !== undefined && { place }),
		notes: notes.map((message) => ({ line: 1, message })),
	};
}

/** Notion writes a page as an article: the title in its header, the words in its body. */
function notionBody(tree: Root): Element | undefined {
	const article = elementsWithin(tree, (node) => node.tagName === 'article' && hasClass(node, 'page'))[0];
	if (!article) return undefined;
	replaceWithin(article, (node): ElementContent[] | undefined => {
		if (hasClass(node, 'page-header-icon')) return [];
		if (node.tagName === 'figure' && hasClass(node, 'callout')) return [element('blockquote', node.children)];
		return undefined;
	});
	return article;
}

/** Lists of tasks, as different programs mark what is done. */
function tidyTasks(page: Root): void {
	for (const item of elementsWithin(page, ({ tagName }) => tagName === 'li')) {
		const box = elementsIn(item).find((node) => hasClass(node, 'checkbox'));
		if (!box) continue;
		item.children = [element('input', [], { type: 'checkbox', checked: hasClass(box, 'checkbox-on') }), ...item.children.filter((child) => child !== box)];
	}
	for (const list of elementsWithin(page, (node) => hasClass(node, 'inline-task-list'))) {
		for (const item of elementsIn(list))
			item.children.unshift(element('input', [], { type: 'checkbox', checked: hasClass(item, 'checked') || attributeOf(item, 'dataInlineTaskStatus') === 'complete' }));
	}
}
