import type { Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** Lets wide tables scroll within the page, by keyboard too. */
export function scrollTables({ label }: { label: string }) {
	return (tree: Root): void => {
		visit(tree, 'element', (node, index, parent) => {
			if (node.tagName !== 'table' || !parent || index === undefined) return undefined;
			parent.children[index] = {
				type: 'element',
				tagName: 'div',
				properties: { className: ['table-scroll'], role: 'region', ariaLabel: label, tabIndex: 0 },
				children: [node],
			};
			return SKIP;
		});
	};
}
