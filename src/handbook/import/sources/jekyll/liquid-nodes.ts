import { LineWriter } from '../../line-writer.js';
import type { Line } from '../../lines.js';
import { type Piece, piecesOf, wordsOf } from '../../tags.js';

/** Words, a tag or a value of Liquid. */
export interface LiquidNode {
	piece: Piece;
	/** The name of a tag, and what stands behind it. */
	name?: string;
	rest: string;
	/** True for `{{ }}`. */
	output: boolean;
}

/** How many blocks may stand within each other. */
const deepest = 60;
const blocks = new Set(['if', 'unless', 'case', 'for', 'tablerow', 'capture', 'comment', 'raw', 'highlight', 'mermaid', 'details', 'cycle']);

/** Takes a text apart into words, tags and values. */
export function liquidNodes(lines: readonly Line[]): LiquidNode[] {
	return piecesOf(lines, [
		{ open: '{%', close: '%}' },
		{ open: '{{', close: '}}' },
	]).map(nodeOf);
}

function nodeOf(piece: Piece): LiquidNode {
	const { inside, open } = piece;
	if (inside === undefined) return { piece, rest: '', output: false };
	const text = inside.replace(/^-|-$/g, '').trim();
	if (open === '{{') return { piece, rest: text, output: true };
	const [, name = '', rest = ''] = /^(#|[\w-]+)?\s*([\s\S]*)$/.exec(text) ?? [];
	return name === '' ? { piece, rest: '', output: false } : { piece, name, rest, output: false };
}

/** The index of the last tag of each block, by that of its first. */
export function blockEnds(nodes: readonly LiquidNode[]): Map<number, number> {
	const ends = new Map<number, number>();
	const open: { name: string; index: number }[] = [];
	nodes.forEach(({ name }, index) => {
		if (name === undefined) return;
		const top = open.at(-1);
		// Nothing runs within these, whatever stands there.
		const isClosed = top !== undefined && ['raw', 'comment'].includes(top.name);
		if (name.startsWith('end') && blocks.has(name.slice(3))) {
			if (top?.name !== name.slice(3)) return;
			ends.set(top.index, index);
			open.pop();
		} else if (blocks.has(name) && !isClosed && open.length < deepest) open.push({ name, index });
	});
	return ends;
}

/** The source of some nodes, as it stands. */
export function sourceOf(nodes: readonly LiquidNode[]): Line[] {
	const writer = new LineWriter();
	for (const { piece } of nodes) writer.add(piece.lines);
	return writer.lines();
}

/** The line that a node begins on. */
export function lineOf({ piece }: LiquidNode): Line {
	return piece.lines[0] ?? { text: '', from: 1 };
}

/** A node in a line, for a note. */
export function shortened({ piece }: LiquidNode): string {
	return wordsOf(piece.lines).replace(/\s+/g, ' ').slice(0, 200);
}
