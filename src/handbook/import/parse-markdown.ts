import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { rememberAddresses } from '../../markdown/plugins/addresses.js';

/** Parses Markdown as every reader of the handbook does, and remembers where each address stands. */
export function parseMarkdown(markdown: string): Root {
	return unified().use(remarkParse).use(remarkGfm).use(rememberAddresses).parse(markdown);
}
