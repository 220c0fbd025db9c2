import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** What a source says, paragraph by paragraph and sentence by sentence: its words alone, without what such a test does not judge. */
export function sentencesOf(source: string): string[] {
	const body = source.replace(/^\uFEFF?---\r?\n[\s\S]*?\r?\n---\r?\n/, (block) => (/^[\w-]+:/m.test(block) ? '' : block));
	const sentences: string[] = [];
	visit(unified().use(remarkParse).use(remarkGfm).parse(body), (node: Nodes) => {
		if (node.type === 'code') sentences.push(...node.value.split('\n'));
		if (node.type === 'html') sentences.push(...wordsOfHtml(node.value));
		if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
		// An image that is there has no words on the page; one that is not is a matter of the links.
		const words = textOf(node, { includeHtml: false, includeImageAlt: false });
		sentences.push(...words.split(/(?<=[.!?])\s+|\n/));
	});
	// Signs alone are notation, such as the three equals signs that end a summary in Grav.
	return sentences.filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

/**
 * The same for a source with GitBook's notation. Its tags are no words, but their titles are. What a reference says is
 * the title of its text, whatever stands in it.
 */
export function gitbookSentences(source: string): string[] {
	const titles: string[] = [];
	const plain = source
		.replace(/\{% content-ref [^%]*%\}[\s\S]*?\{% endcontent-ref %\}/g, '\n\n')
		.replace(/^.*\{%.*%\}.*$/gm, (line) =>
			line.replace(/\{%.*?%\}/g, (tag) => {
				titles.push(...[...tag.matchAll(/\b(?:title|caption|summary)="([^"]*)"/g)].map(([, title = '']) => title));
				return line.startsWith('|') ? '' : '\n\n';
			}),
		)
		.replace(/^(#{2,6})(?=[^\s#])/gm, '$1 ');
	return [...titles.filter(Boolean), ...sentencesOf(plain)];
}

/** The words between tags. Embeds have none: they become links. */
function wordsOfHtml(html: string): string[] {
	return html
		.replace(/<!--[\s\S]*?-->|<iframe[\s\S]*?<\/iframe>/g, '')
		.split(/<[^>]*>/)
		.map((words) =>
			words
				.replace(/&nbsp;|&#x20;/g, ' ')
				.replace(/&quot;/g, '"')
				.replace(/&apos;|&#39;/g, "'")
				.replace(/&lt;/g, '<')
				.replace(/&gt;/g, '>')
				.replace(/&amp;/g, '&'),
		);
}

/** Words without their spaces, which a page may break elsewhere. */
export function squeeze(text: string): string {
	return text.normalize('NFC').replace(/[\s\u200b\ufeff]+/gu, '');
}
