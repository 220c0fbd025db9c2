import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { applyEdits, type Edit } from './edits.js';
import { parseMarkdown } from './parse-markdown.js';

const needless = new Set('()&-+_');

/** Edits that take away backslashes which GitBook wrote and nobody needs. The text means exactly the same without them. */
export function undoEscapes(tree: Root, text: string): Edit[] {
	const lines = escapesByLine(tree, text);
	if (lines.length === 0) return [];
	const meaning = meaningOf(tree);
	const harmless = (edits: readonly Edit[]): boolean => meaningOf(parseMarkdown(applyEdits(text, edits))) === meaning;
	const all = lines.flat();
	if (harmless(all)) return all;

	let kept: Edit[] = [];
	const keep = (group: readonly Edit[][]): void => {
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
function escapesByLine(tree: Root, text: string): Edit[][] {
	const lines = new Map<number, Edit[]>();
	visit(tree, 'text', ({ position }) => {
		const start = position?.start.offset;
		const end = position?.end.offset;
		if (start === undefined || end === undefined) return;
		for (const match of text.slice(start, end).matchAll(/\\(.)/gs)) {
			if (!needless.has(match[1] ?? '')) continue;
			const at = start + match.index;
			const line = text.slice(0, at).split('\n').length;
			lines.set(line, [...(lines.get(line) ?? []), { start: at, end: at + 1, text: '' }]);
		}
	});
	return [...lines.values()];
}

/** What a text says and how it is built, wherever the words stand. */
function meaningOf(tree: Root): string {
	return JSON.stringify(tree, (key, value: unknown) => (key === 'position' || key === 'data' ? undefined : value));
}
