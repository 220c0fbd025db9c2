import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { SKIP, visit } from 'unist-util-visit';

/** What a page of a handbook says about itself. */
export interface PageFacts {
	/** The print that it names, when that is of the page's own origin. */
	print?: string | undefined;
	/** Where the text is at home. */
	canonical?: string | undefined;
	/** The images of its text, in order. */
	images: { alt: string; src: string }[];
}

/** As long as most programs take. */
const longestAddress = 2000;

/** Reads a page that a stranger made. What cannot be read is absent. */
export function pageFacts(bytes: Uint8Array, pageUrl: string): PageFacts {
	const facts: PageFacts = { images: [] };
	const images: PageFacts['images'] = [];
	const proseImages: PageFacts['images'] = [];
	try {
		visit(fromHtml(new TextDecoder().decode(bytes)) as Nodes, 'element', (node, _index, parent) => {
			if (node.tagName === 'link' && parent?.type === 'element' && parent.tagName === 'head') readLink(node, pageUrl, facts);
			if (node.tagName === 'img') images.push(...imageOf(node, pageUrl));
			if (!classesOf(node).includes('prose')) return undefined;
			visit(node, 'element', (inner) => {
				if (inner.tagName === 'img') proseImages.push(...imageOf(inner, pageUrl));
			});
			return SKIP;
		});
	} catch {
		// Nested so deep that no browser would show it.
		return facts;
	}
	return { ...facts, images: proseImages.length > 0 ? proseImages : images };
}

function readLink({ properties: { rel, type, href } }: Element, pageUrl: string, facts: PageFacts): void {
	const rels = Array.isArray(rel) ? rel.map((word) => String(word).toLowerCase()) : [];
	const url = typeof href === 'string' ? URL.parse(href, pageUrl) : null;
	if (!url || url.href.length > longestAddress) return;
	url.hash = '';
	if (rels.includes('canonical')) facts.canonical ??= url.href;
	// A page speaks for its own site only.
	if (rels.includes('alternate') && String(type).toLowerCase() === 'application/json' && url.origin === new URL(pageUrl).origin) facts.print ??= url.href;
}

function imageOf({ properties: { src, alt } }: Element, pageUrl: string): PageFacts['images'] {
	const url = typeof src === 'string' ? URL.parse(src, pageUrl) : null;
	return url && url.href.length <= longestAddress ? [{ alt: typeof alt === 'string' ? alt : '', src: url.href }] : [];
}

function classesOf({ properties: { className } }: Element): (string | number)[] {
	return Array.isArray(className) ? className : [];
}
