import type { Root } from 'hast';
import type { TextLabels } from '../../strings/index.js';
import { eachElement, skip } from './each-element.js';

/** What is wider than the page scrolls within it, by keyboard too, and every ticked box has a name. */
export function makeReachable({ labels }: { labels: Pick<TextLabels, 'table' | 'taskDone' | 'taskOpen'> }) {
	return (tree: Root): void => {
		eachElement(tree, (node, index, parent) => {
			if (node.tagName === 'input') node.properties.ariaLabel = node.properties.checked ? labels.taskDone : labels.taskOpen;
			if (node.tagName === 'pre') node.properties.tabIndex = 0;
			if (node.tagName !== 'table') return undefined;
			// A group and not a region: a text may hold many tables, and regions need names of their own.
			parent.children[index] = {
				type: 'element',
				tagName: 'div',
				properties: { className: ['table-scroll'], role: 'group', ariaLabel: labels.table, tabIndex: 0 },
				children: [node],
			};
			return skip;
		});
	};
}
