import { type Matches, matchBlocks } from './match-blocks.js';
import { mergeBlock } from './merge-block.js';
import { mergeChunk } from './merge-chunk.js';
import type { Piece } from './piece.js';
import type { Side } from './sides.js';
import type { Block, BlockedText } from './split-blocks.js';

/**
 * Merges two versions of a text, block by block. The blocks of the base that both sides still have, changed or not, hold the
 * versions together; what stands between two of them is merged as one.
 */
export function mergeBlocks({ base, ours, theirs }: Record<Side, BlockedText>): Piece[] {
	const blocks = { base: base.blocks, ours: ours.blocks, theirs: theirs.blocks };
	const matches = { ours: matchBlocks(blocks.base, blocks.ours), theirs: matchBlocks(blocks.base, blocks.theirs) };
	const pieces: Piece[] = [];
	let [inBase, inOurs, inTheirs] = [0, 0, 0];
	const mergeUntil = (index: number, here: number, there: number): void => {
		pieces.push(...mergeChunk({ blocks, matches, spans: { base: [inBase, index], ours: [inOurs, here], theirs: [inTheirs, there] } }));
		[inBase, inOurs, inTheirs] = [index + 1, here + 1, there + 1];
	};
	for (const { index, here, there, versions } of keptByBoth(blocks, matches)) {
		mergeUntil(index, here, there);
		pieces.push({ text: mergeBlock(versions), spans: { base: [index, index + 1], ours: [here, here + 1], theirs: [there, there + 1] } });
	}
	mergeUntil(blocks.base.length, blocks.ours.length, blocks.theirs.length);
	return pieces;
}

/** A block of the base that both sides still have. */
interface KeptBlock {
	index: number;
	here: number;
	there: number;
	versions: Record<Side, Block>;
}

function keptByBoth(blocks: Record<Side, readonly Block[]>, matches: Record<'ours' | 'theirs', Matches>): KeptBlock[] {
	return blocks.base.flatMap((base, index) => {
		const here = matches.ours[index] ?? -1;
		const there = matches.theirs[index] ?? -1;
		const ours = blocks.ours[here];
		const theirs = blocks.theirs[there];
		return ours && theirs ? [{ index, here, there, versions: { base, ours, theirs } }] : [];
	});
}
