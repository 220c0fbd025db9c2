import type { Element, ElementContent, Parents, RootContent, Text } from 'hast';

/** The elements directly inside a node. */
export function elementsIn(node: Parents): Element[] {
	return (node.children as (ElementContent | RootContent)[]).filter((child): child is Element => child.type === 'element');
}

/** Every element inside a node that passes a test, however deep, in the order of the page. */
export function elementsWithin(node: Parents, passes: (element: Element) => boolean): Element[] {
	const found: Element[] = [];
	const walk = (parent: Parents): void => {
		for (const child of elementsIn(parent)) {
			if (passes(child)) found.push(child);
			walk(child);
		}
	};
	walk(node);
	return found;
}

/** True for an element that has a class. */
export function hasClass(element: Element, name: string): boolean {
	const { className } = element.properties;
	return Array.isArray(className) && className.includes(name);
}

/** An attribute as words. */
export function attributeOf(element: Element, name: string): string {
	const value = element.properties[name];
	return Array.isArray(value) ? value.join(' ') : value === undefined || value === null || value === false ? '' : String(value);
}

/** Replaces every element inside a node by what `change` makes of it, the innermost first; undefined leaves it as it is. */
export function replaceWithin(node: Parents, change: (element: Element) => ElementContent[] | undefined): void {
	node.children = (node.children as ElementContent[]).flatMap((child) => {
		if (child.type !== 'element') return [child];
		replaceWithin(child, change);
		return change(child) ?? [child];
	});
}

/** A new element. */
export function element(tagName: string, children: ElementContent[], properties: Element['properties'] = {}): Element {
	return { type: 'element', tagName, properties, children };
}

/** A new piece of text. */
export function words(value: string): Text {
	return { type: 'text', value };
}
