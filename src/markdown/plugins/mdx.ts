import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/** Leaves imports, exports and expressions out, and keeps what stands between the tags of components. */
export function dropMdx() {
	return (tree: Root): void => {
		visit(tree, (node, index, parent) => {
			if (!node.type.startsWith('mdx') || !parent || index === undefined) return undefined;
			const kept = 'children' in node ? node.children : [];
			parent.children.splice(index, 1, ...(kept as typeof parent.children));
			return [SKIP, index];
		});
	};
}
