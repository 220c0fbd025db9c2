import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { readableAddress } from '../../lib/readable-address.js';
import { addFault } from '../text-fault.js';

const embedding = new Set(['iframe', 'frame', 'embed', 'object', 'video', 'audio']);

/** Frames, videos and other embeds become links: no page asks another host for anything. */
export function linkEmbeds() {
	return (tree: Root, file: VFile): void => {
		visit(tree, 'element', (node, index, parent) => {
			if (!embedding.has(node.tagName) || !parent || index === undefined) return undefined;
			const address = sourceOf(node);
			if (!address) return undefined;
			const href = address.startsWith('//') ? `https:${address}` : address;
			parent.children[index] = {
				type: 'element',
				tagName: 'a',
				properties: { href, className: ['embed'] },
				children: [{ type: 'text', value: String(node.properties.title ?? readableAddress(href)) }],
				...(node.position && { position: node.position }),
			};
			addFault(file, node, 'media-remote', `An embed from ${readableAddress(href)} is shown as a link.`);
			return SKIP;
		});
	};
}

function sourceOf(node: Element): string | undefined {
	const own = node.properties.src ?? node.properties.data;
	if (typeof own === 'string') return own;
	let found: string | undefined;
	visit(node, 'element', (child) => {
		if (child.tagName === 'source' && typeof child.properties.src === 'string') found ??= child.properties.src;
	});
	return found;
}
