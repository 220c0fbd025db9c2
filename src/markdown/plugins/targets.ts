import type { Element, ElementContent, Root } from 'hast';
import type { VFile } from 'vfile';
import { nearest } from '../../lib/nearest.js';
import { readableAddress } from '../../lib/readable-address.js';
import type { Target, TargetResolver } from '../target.js';
import { addFault } from '../text-fault.js';
import { eachElement, skip } from './each-element.js';

/** A link to another entry, for back-links and for checking its heading once every text is read. */
export interface EntryLink {
	id: string;
	fragment?: string | undefined;
	line: number;
	column: number;
}

declare module 'vfile' {
	interface DataMap {
		entryLinks: EntryLink[];
		/** Addresses of the links that leave the handbook. */
		externalLinks: string[];
	}
}

const scheme = /^[a-z][a-z0-9+.-]*:/i;

/** Resolves every link and image of a text. Runs after ids are given. Links that leave the handbook get `rel`. */
export function resolveTargets({ resolver, idPrefix, rel }: { resolver: TargetResolver; idPrefix: string; rel?: string[] }) {
	return (tree: Root, file: VFile): void => {
		file.data.entryLinks = [];
		file.data.externalLinks = [];
		eachElement(tree, (node, index, parent) => {
			if (node.tagName === 'a' && typeof node.properties.href === 'string') {
				const { href } = node.properties;
				// The ids of notes keep their percent signs.
				if (href.startsWith('#') && file.data.ids?.has(href.slice(1))) return undefined;
				resolveLink(node, resolver.link(href), file, idPrefix);
				if (rel && scheme.test(String(node.properties.href))) node.properties.rel = rel;
			}
			if (node.tagName === 'img') {
				const source = typeof node.properties.src === 'string' ? node.properties.src : '';
				parent.children[index] = resolveImage(node, resolver.image(source), file, parent.type === 'element' && parent.tagName === 'a');
				return skip;
			}
			return undefined;
		});
	};
}

function resolveLink(node: Element, target: Target, file: VFile, idPrefix: string): void {
	switch (target.type) {
		case 'internal':
			node.properties.href = target.href + (target.fragment ? `#${target.fragment}` : '');
			if (target.id) file.data.entryLinks?.push({ id: target.id, fragment: target.fragment, ...placeOf(node) });
			return;
		case 'fragment':
			resolveFragment(node, target.fragment, file, idPrefix);
			return;
		case 'external':
			node.properties.href = target.href;
			file.data.externalLinks?.push(target.href);
			return;
		case 'file':
		case 'image':
			node.properties.href = target.href;
			return;
		case 'broken':
			takeOffLink(node);
			addFault(file, node, target.code, target.message, target.hint);
	}
}

function resolveFragment(node: Element, fragment: string, file: VFile, idPrefix: string): void {
	const ids = file.data.ids ?? new Set<string>();
	if (fragment === '' || fragment === 'top' || ids.has(fragment)) return;
	if (ids.has(idPrefix + fragment)) {
		node.properties.href = `#${idPrefix}${fragment}`;
		return;
	}
	const guess = nearest(fragment, [...ids]);
	takeOffLink(node);
	addFault(file, node, 'link-broken', `There is no heading “#${fragment}” in this text.`, guess && `Did you mean “#${guess}”?`);
}

function takeOffLink(node: Element): void {
	node.tagName = 'span';
	node.properties = { className: ['missing'] };
}

function resolveImage(node: Element, target: Target, file: VFile, insideLink: boolean): ElementContent {
	const alt = typeof node.properties.alt === 'string' ? node.properties.alt : '';
	if (target.type === 'image') {
		const { href: src, width, height } = target;
		node.properties = { src, alt, width, height, loading: 'lazy', decoding: 'async', ...(node.properties.title && { title: node.properties.title }) };
		return node;
	}
	if (target.type === 'external') {
		addFault(file, node, 'media-remote', `The image from ${readableAddress(target.href)} is shown as a link.`);
		const words: ElementContent = { type: 'text', value: alt || readableAddress(target.href) };
		if (insideLink) return words;
		file.data.externalLinks?.push(target.href);
		return { type: 'element', tagName: 'a', properties: { href: target.href, className: ['embed'] }, children: [words] };
	}
	if (target.type === 'broken') addFault(file, node, target.code, target.message, target.hint);
	return { type: 'element', tagName: 'span', properties: { className: ['missing'] }, children: [{ type: 'text', value: alt }] };
}

function placeOf(node: Element): { line: number; column: number } {
	return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}
