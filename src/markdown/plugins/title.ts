import { slug } from 'github-slugger';
import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { VFile } from 'vfile';

declare module 'vfile' {
	interface DataMap {
		/** The text's own first-level heading, when the text opens with one. */
		openingHeading?: string;
		/** The id of that heading, when it was taken off: links to it lead to the page's title. */
		titleId?: string;
	}
}

/**
 * Takes off a first-level heading that opens the text when it repeats the entry's title,
 * or stands in for a title that the front matter lacks: the page shows the title itself.
 */
export function liftTitle({ title, idPrefix = '' }: { title?: string | undefined; idPrefix?: string }) {
	return (tree: Root, file: VFile): void => {
		const index = tree.children.findIndex((node) => !(node.type === 'html' && node.value.startsWith('<!--')));
		const first = tree.children[index];
		if (first?.type !== 'heading' || first.depth !== 1) return;
		const heading = textOf(first, { includeHtml: false }).replace(/\s+/g, ' ').trim();
		if (heading === '') return;
		file.data.openingHeading = heading;
		if (title !== undefined && !sameWords(title, heading)) return;
		file.data.titleId = idPrefix + slug(heading);
		tree.children.splice(index, 1);
	};
}

function sameWords(a: string, b: string): boolean {
	const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
	return plain(a) === plain(b);
}
