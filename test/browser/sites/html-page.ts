import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** A page of the output, parsed the way a browser parses it. */
export interface HtmlPage {
	/** Address from the root of the server. */
	path: string;
	html: string;
	/** Every element, in order. */
	elements: Element[];
}

/** Parses a whole document. */
export function parseHtml(html: string, path: string): HtmlPage {
	const tree = unified()
		.use(rehypeRaw)
		.runSync({ type: 'root', children: [{ type: 'doctype' }, { type: 'raw', value: html.replace(/^<!doctype html>/i, '') }] } as Root) as Root;
	const elements: Element[] = [];
	visit(tree, 'element', (element) => {
		elements.push(element);
	});
	return { path, html, elements };
}

/** The elements of a page with a name, in order. */
export function elementsNamed({ elements }: HtmlPage, name: string): Element[] {
	return elements.filter(({ tagName }) => tagName === name);
}

/** An attribute of an element as text, or undefined. */
export function attribute({ properties }: Element, name: string): string | undefined {
	const value = properties[name];
	return value === undefined || value === null || value === false ? undefined : Array.isArray(value) ? value.join(' ') : String(value);
}

/** The content of the `<meta>` with a name or property. */
export function metaContent(page: HtmlPage, name: string): string | undefined {
	const found = elementsNamed(page, 'meta').find((meta) => attribute(meta, 'name') === name || attribute(meta, 'property') === name || attribute(meta, 'httpEquiv') === name);
	return found && attribute(found, 'content');
}

/** The address of the first `<link>` with a relation. */
export function linkHref(page: HtmlPage, relation: string): string | undefined {
	const found = elementsNamed(page, 'link').find((link) => attribute(link, 'rel') === relation);
	return found && attribute(found, 'href');
}

/** The page's JSON-LD, or undefined. */
export function jsonLdOf(page: HtmlPage): Record<string, unknown> | undefined {
	const found = elementsNamed(page, 'script').find((script) => attribute(script, 'type') === 'application/ld+json');
	return found && (JSON.parse(textOf(found)) as Record<string, unknown>);
}

/** Every id and name that a fragment may lead to. */
export function anchorsOf({ elements }: HtmlPage): Set<string> {
	return new Set(elements.flatMap((element) => [attribute(element, 'id'), element.tagName === 'a' ? attribute(element, 'name') : undefined]).filter((id) => id !== undefined));
}
