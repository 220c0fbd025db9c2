import type { Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { applyEdits, type Edit } from './edits.js';
import { parseMarkdown } from './parse-markdown.js';

const needless = new Set('()&-+_');

/** How much of one block is parsed at most to find out which of its escapes matter, in characters: no text takes long. */
const patience = 200_000;

/**
 * Edits that take away backslashes which GitBook wrote and nobody needs. The text means exactly the same without them.
 * A line in which one of them matters stays as it is.
 */
export function undoEscapes(tree: Root, text: string): Edit[] {
	const edits = tree.children.flatMap((block) => escapesOfBlock(block, text));
	if (edits.length === 0) return [];
	// A block alone does not know the definitions elsewhere in the text.
	return meaningOf(parseMarkdown(applyEdits(text, edits))) === meaningOf(tree) ? edits : [];
}

/** The escapes of a block that can go without a change to what it says. */
function escapesOfBlock(block: RootContent, text: string): Edit[] {
	const lines = escapesByLine(block, text);
	const start = block.position?.start.offset ?? 0;
	const source = text.slice(start, block.position?.end.offset ?? start);
	let left = Math.max(patience, source.length * 2);
	const meaning = lines.length > 0 ? meaningOf(parseMarkdown(source)) : '';
	const harmless = (edits: readonly Edit[]): boolean => {
		left -= source.length;
		return (
			left >= 0 &&
			meaningOf(
				parseMarkdown(
					applyEdits(
						source,
						edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
					),
				),
			) === meaning
		);
	};

	let kept: Edit[] = [];
	const keep = (group: readonly Edit[][]): void => {
		if (group.length === 0 || left < 0) return;
		const edits = group.flat();
		if (harmless([...kept, ...edits])) kept = [...kept, ...edits];
		else if (group.length > 1) {
			const half = Math.ceil(group.length / 2);
			keep(group.slice(0, half));
			keep(group.slice(half));
		}
	};
	keep(lines);
	return kept;
}

/** Escapes within plain words: never those in code, in HTML or in addresses. */
function escapesByLine(block: RootContent, text: string): Edit[][] {
	const lines = new Map<number, Edit[]>();
	visit(block, 'text', ({ position }) => {
		const start = position?.start.offset;
		const end = position?.end.offset;
		if (start === undefined || end === undefined) return;
		let line = position?.start.line ?? 1;
		for (const match of text.slice(start, end).matchAll(/\\(.)|\n/gs)) {
			if (match[0].endsWith('\n')) line += 1;
			if (!needless.has(match[1] ?? '')) continue;
			const at = start + match.index;
			lines.set(line, [...(lines.get(line) ?? []), { start: at, end: at + 1, text: '' }]);
		}
	});
	return [...lines.values()];
}

/** What a text says and how it is built, wherever the words stand. */
function meaningOf(tree: Root): string {
	return JSON.stringify(tree, (key, value: unknown) => (key === 'position' || key === 'data' ? undefined : value));
}
