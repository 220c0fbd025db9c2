import type { Blockquote, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { TextLabels } from '../../strings/index.js';

/** One of the five alerts of GitHub's Markdown. */
type AlertKind = keyof TextLabels['alerts'];

const marker = /^\[!(note|tip|important|warning|caution)\][^\S\n]*(?:\n|$)/i;

/** Turns block quotes that begin with `[!NOTE]` and its like into asides with a title in the reader's language. */
export function alerts({ labels }: { labels: TextLabels['alerts'] }) {
	return (tree: Root): void => {
		visit(tree, 'blockquote', (quote) => {
			const kind = takeMarker(quote);
			if (!kind) return;
			quote.data = { hName: 'aside', hProperties: { className: ['alert', `alert-${kind}`] } };
			quote.children.unshift({
				type: 'paragraph',
				data: { hProperties: { className: ['alert-title'] } },
				children: [{ type: 'text', value: labels[kind] }],
			});
		});
	};
}

function takeMarker(quote: Blockquote): AlertKind | undefined {
	const [paragraph] = quote.children;
	if (paragraph?.type !== 'paragraph') return undefined;
	const [text] = paragraph.children;
	if (text?.type !== 'text') return undefined;
	const kind = marker.exec(text.value)?.[1]?.toLowerCase() as AlertKind | undefined;
	if (!kind) return undefined;
	text.value = text.value.replace(marker, '');
	if (text.value === '' && paragraph.children[1]?.type === 'break') paragraph.children.splice(1, 1);
	if (text.value === '') paragraph.children.shift();
	if (paragraph.children.length === 0) quote.children.shift();
	return kind;
}
