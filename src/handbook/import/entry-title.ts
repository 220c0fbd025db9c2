import { basename } from 'node:path/posix';
import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** The longest title that an entry may have. */
const longest = 200;

/** The text's own first-level heading, or undefined when it has none that could be a title. */
export function headingTitle(tree: Root): string | undefined {
	for (const node of tree.children) {
		if (node.type !== 'heading' || node.depth !== 1) continue;
		const title = textOf(node, { includeHtml: false, includeImageAlt: false }).replace(/\s+/g, ' ').trim();
		if (title !== '' && title.length <= longest) return title;
	}
	return undefined;
}

/** A file's name as people write it: without extension, spaces for underscores, a capital letter first. */
export function nameTitle(path: string, extension: string): string {
	const name = basename(path);
	const stem = name.slice(0, name.length - extension.length);
	const folder = path.split('/').at(-2);
	const words = (/^(?:readme|index)$/i.test(stem) && folder !== undefined ? folder : stem).replace(/^\d+[-._ ]+(?=\D)/, '');
	const spaced = /\s/.test(words) ? words : words.replace(/[-_]+/g, ' ');
	return (spaced.charAt(0).toUpperCase() + spaced.slice(1)).trim() || name;
}
