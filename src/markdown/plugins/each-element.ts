import type { Element, Parents } from 'hast';

/** Told by a visitor that need not see what is within an element. */
export const skip = Symbol('skip');

/**
 * Shows every element of a tree to a visitor, from top to bottom, those within the components of MDX too. As unist-util-visit,
 * which takes several times as long for what is looked for at each node.
 */
export function eachElement(parent: Parents, look: (element: Element, index: number, parent: Parents) => unknown): void {
	for (let index = 0; index < parent.children.length; index += 1) {
		const child = parent.children[index];
		if (child?.type === 'element' && look(child, index, parent) === skip) continue;
		if (child && 'children' in child) eachElement(child as Parents, look);
	}
}
