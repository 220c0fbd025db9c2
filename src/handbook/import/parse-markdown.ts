import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Data, type Processor, unified } from 'unified';

/** Where an address stands in the text: offsets of its first character and behind its last. */
export interface AddressRange {
	start: number;
	end: number;
}

declare module 'mdast' {
	interface LinkData {
		address?: AddressRange;
	}
	interface ImageData {
		address?: AddressRange;
	}
	interface DefinitionData {
		address?: AddressRange;
	}
}

/** Parses Markdown as every reader of the handbook does, and remembers where each address stands. */
export function parseMarkdown(markdown: string): Root {
	return unified().use(remarkParse).use(remarkGfm).use(rememberAddresses).parse(markdown);
}

type Extension = Exclude<NonNullable<Data['fromMarkdownExtensions']>[number], unknown[]>;
type Handle = NonNullable<NonNullable<Extension['exit']>['resourceDestinationString']>;

/** Syntax trees have no place for an address of its own, so the tokens' places are kept while the tree is built. */
function rememberAddresses(this: Processor): void {
	const data = this.data();
	data.fromMarkdownExtensions ??= [];
	data.fromMarkdownExtensions.push({ exit: { resourceDestinationString: keepAddress, definitionDestinationString: keepAddress } });
}

const keepAddress: Handle = function (token) {
	const url = this.resume();
	const node = this.stack.at(-1) as Nodes | undefined;
	if (node?.type !== 'link' && node?.type !== 'image' && node?.type !== 'definition') return;
	node.url = url;
	node.data = { ...node.data, address: { start: token.start.offset, end: token.end.offset } };
};
