import type { Nodes, Root } from 'mdast';
import type { Data, Processor } from 'unified';
import { visit } from 'unist-util-visit';
import { kindOfAddress } from '../address-kind.js';

/** Where an address stands in the text: offsets of its first character and behind its last. */
export interface AddressRange {
	start: number;
	end: number;
}

/** An address that means another file of the same handbook, and where it stands. */
export interface RelativeAddress extends AddressRange {
	url: string;
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

type Extension = Exclude<NonNullable<Data['fromMarkdownExtensions']>[number], unknown[]>;
type Handle = NonNullable<NonNullable<Extension['exit']>['resourceDestinationString']>;

/** Syntax trees have no place for an address of its own, so the tokens' places are kept while the tree is built. */
export function rememberAddresses(this: Processor): void {
	const data = this.data();
	data.fromMarkdownExtensions ??= [];
	data.fromMarkdownExtensions.push({ exit: { resourceDestinationString: keepAddress, definitionDestinationString: keepAddress } });
}

/** The relative addresses of a text, from top to bottom. */
export function relativeAddresses(tree: Root): RelativeAddress[] {
	const found: RelativeAddress[] = [];
	visit(tree, (node: Nodes) => {
		if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return;
		if (node.data?.address && kindOfAddress(node.url) === 'relative') found.push({ ...node.data.address, url: node.url });
	});
	return found.sort((a, b) => a.start - b.start);
}

const keepAddress: Handle = function (token) {
	const url = this.resume();
	const node = this.stack.at(-1) as Nodes | undefined;
	if (node?.type !== 'link' && node?.type !== 'image' && node?.type !== 'definition') return;
	node.url = url;
	node.data = { ...node.data, address: { start: token.start.offset, end: token.end.offset } };
};
