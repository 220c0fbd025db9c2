import type { Side } from './sides.js';
import type { BlockedText } from './split-blocks.js';

/** The first of some blocks, and the one behind the last of them. */
export type Span = readonly [from: number, to: number];

/** A part of a merged text. */
export interface Piece {
	/** Absent where an author has to decide. */
	text?: string;
	/** The blocks that it stands for, in each version that has any. */
	spans: Partial<Record<Side, Span>>;
}

/** What stands between two pieces: as it is in the versions in which one follows the other. Never less than a line end. */
export function gapBetween(above: Piece, below: Piece, texts: Record<Side, BlockedText>): string {
	const gapIn = (side: Side): string | undefined => {
		const end = above.spans[side]?.[1];
		return end !== undefined && end === below.spans[side]?.[0] ? texts[side].gaps[end - 1] : undefined;
	};
	const ours = gapIn('ours');
	const theirs = gapIn('theirs');
	if (theirs !== undefined && ours !== undefined && ours === gapIn('base')) return theirs;
	return ours ?? theirs ?? '\n\n';
}

/** What one version has in place of a piece, with the line ends that keep it apart from what follows. Empty if it has nothing there. */
export function textOf({ spans }: Piece, side: Side, { blocks, gaps }: BlockedText): string {
	const [from, to] = spans[side] ?? [0, 0];
	const text = blocks.slice(from, to).map((block, index) => block.text + (from + index + 1 < to ? (gaps[from + index] ?? '') : ''));
	// Only a blank line ends HTML.
	return text.join('') + (from === to ? '' : blocks[to - 1]?.kind === 'html' ? '\n\n' : '\n');
}
