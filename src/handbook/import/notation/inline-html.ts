import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

/** Words of Markdown as they stand within HTML, where Markdown is not read. */
export function inlineHtml(markdown: string): string {
	const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown);
	const chain = unified().use(remarkRehype, { allowDangerousHtml: true }).use(rehypeStringify, { allowDangerousHtml: true });
	return chain
		.stringify(chain.runSync(tree))
		.replace(/^<p>|<\/p>$/g, '')
		.replace(/\s*\n\s*/g, ' ');
}
