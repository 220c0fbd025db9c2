import type { Matches } from './match-blocks.js';
import type { Piece, Span } from './piece.js';
import type { Side } from './sides.js';
import type { Block } from './split-blocks.js';

/** Blocks of each version, of which no block of the base is in both sides. */
export interface Chunk {
	/** All blocks of each version. */
	blocks: Record<Side, readonly Block[]>;
	/** What became of all blocks of the base. */
	matches: Record<'ours' | 'theirs', Matches>;
	/** Where the chunk is in each version. */
	spans: Record<Side, Span>;
}

/**
 * Merges a chunk. Equal blocks at either end are no question. Of the rest, what one side added is taken, and what either took out
 * is left out. Anything else is for an author: additions by both, which could stand in either order, and blocks that one side took
 * out while the other changed them, added to them or put something in their place.
 */
export function mergeChunk({ blocks, matches, spans }: Chunk): Piece[] {
	const { ours, theirs } = spans;
	const alike = (here: number, there: number): boolean => blocks.ours[here]?.key === blocks.theirs[there]?.key;
	const shorter = Math.min(ours[1] - ours[0], theirs[1] - theirs[0]);
	let above = 0;
	while (above < shorter && alike(ours[0] + above, theirs[0] + above)) above += 1;
	let below = 0;
	while (below < shorter - above && alike(ours[1] - 1 - below, theirs[1] - 1 - below)) below += 1;

	const agreed = (offset: number, here: number, there: number): Piece => ({
		text: blocks.ours[here + offset]?.text ?? '',
		spans: { ours: [here + offset, here + offset + 1], theirs: [there + offset, there + offset + 1] },
	});
	const between = { base: spans.base, ours: [ours[0] + above, ours[1] - below], theirs: [theirs[0] + above, theirs[1] - below] } as const;
	return [
		...indexes([0, above]).map((offset) => agreed(offset, ours[0], theirs[0])),
		...mergeDifferent({ blocks, matches, spans: between }),
		...indexes([0, below]).map((offset) => agreed(offset, between.ours[1], between.theirs[1])),
	];
}

function mergeDifferent(chunk: Chunk): Piece[] {
	const ours = changesOf(chunk, 'ours');
	const theirs = changesOf(chunk, 'theirs');
	const goneInBoth = indexes(chunk.spans.base).some((index) => chunk.matches.ours[index] === undefined && chunk.matches.theirs[index] === undefined);
	const bothAdded = ours.added.length > 0 && theirs.added.length > 0;
	const replaced = goneInBoth && ours.added.length + theirs.added.length > 0;
	if (bothAdded || replaced || isQuestionable(ours) || isQuestionable(theirs)) {
		return [{ spans: Object.fromEntries(Object.entries(chunk.spans).filter(([, [from, to]]) => from < to)) }];
	}
	return [
		...ours.added.map((index): Piece => ({ text: chunk.blocks.ours[index]?.text ?? '', spans: { ours: [index, index + 1] } })),
		...theirs.added.map((index): Piece => ({ text: chunk.blocks.theirs[index]?.text ?? '', spans: { theirs: [index, index + 1] } })),
	];
}

/** What a side has in a chunk, by index. */
interface SideChanges {
	/** Blocks that the base has not. */
	added: number[];
	/** Blocks that the other side took out. */
	removed: number[];
	/** True if one of those does not say what it said in the base. */
	edited: boolean;
}

function changesOf({ blocks, matches, spans }: Chunk, side: 'ours' | 'theirs'): SideChanges {
	const inBase = new Map(indexes(spans.base).map((index) => [matches[side][index], blocks.base[index]]));
	const present = indexes(spans[side]);
	const removed = present.filter((index) => inBase.has(index));
	return {
		added: present.filter((index) => !inBase.has(index)),
		removed,
		edited: removed.some((index) => inBase.get(index)?.key !== blocks[side][index]?.key),
	};
}

/** True if the other side took out what this side worked on. */
function isQuestionable({ added, removed, edited }: SideChanges): boolean {
	return edited || (added.length > 0 && removed.length > 0);
}

function indexes([from, to]: Span): number[] {
	return Array.from({ length: to - from }, (_, offset) => from + offset);
}
