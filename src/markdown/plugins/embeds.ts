import type { Element, ElementContent, Root } from 'hast';
import type { VFile } from 'vfile';
import { readableAddress } from '../../lib/readable-address.js';
import { addFault } from '../text-fault.js';
import { eachElement, skip } from './each-element.js';

const embedding = new Set(['iframe', 'frame', 'embed', 'object', 'video', 'audio']);
const scheme = /^[a-z][a-z0-9+.-]*:/i;

/** Frames, videos and other embeds become links, and so do images where asked: no page asks another host for anything. */
export function linkEmbeds({ images = false } = {}) {
	return (tree: Root, file: VFile): void => {
		eachElement(tree, (node, index, parent) => {
			const image = images && node.tagName === 'img';
			if (!(image || embedding.has(node.tagName))) return undefined;
			const address = sourceOf(node);
			if (!address && !image) return undefined;
			const href = address?.startsWith('//') ? `https:${address}` : (address ?? '');
			const words: ElementContent = { type: 'text', value: String((image ? node.properties.alt : node.properties.title) || readableAddress(href)) };
			const linked = parent.type === 'element' && parent.tagName === 'a';
			parent.children[index] =
				linked || href === '' ? words : { type: 'element', tagName: 'a', properties: { href, className: ['embed'] }, children: [words], ...(node.position && { position: node.position }) };
			if (scheme.test(href)) addFault(file, node, 'media-remote', `${image ? 'The image' : 'An embed'} from ${readableAddress(href)} is shown as a link.`);
			return skip;
		});
	};
}

/** The address of what is shown, unless it is a program or holds the whole file itself. */
function sourceOf(node: Element): string | undefined {
	const address = statedSource(node);
	return address !== undefined && scheme.test(address) && !/^https?:/i.test(address) ? undefined : address;
}

function statedSource(node: Element): string | undefined {
	const own = node.properties.src ?? node.properties.data;
	if (typeof own === 'string') return own;
	let found: string | undefined;
	eachElement(node, (child) => {
		if (child.tagName === 'source' && typeof child.properties.src === 'string') found ??= child.properties.src;
	});
	return found;
}
