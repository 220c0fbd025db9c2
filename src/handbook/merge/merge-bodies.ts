import { conflictMarks, firstFreeNumber } from './conflict-marks.js';
import { mergeBlocks } from './merge-blocks.js';
import { gapBetween, type Piece, textOf } from './piece.js';
import { type MergeSides, mergeWhole, type Side } from './sides.js';
import { type BlockedText, splitBlocks } from './split-blocks.js';

/** A merged text. */
export interface MergedBody {
	text: string;
	/** Number of places that an author has to decide. */
	conflicts: number;
}

/**
 * Merges two versions of a Markdown text, with LF at the ends of lines: by blocks, and by words within a block that both changed.
 * Nothing that one side alone added is lost, and nothing is there that neither has. Where an author has to decide, both versions
 * stand between marks. If one side changed nothing, the other comes out to the byte; otherwise the text ends as ours does.
 */
export function mergeBodies(sides: MergeSides): MergedBody {
	const whole = mergeWhole(sides);
	if (whole !== undefined) return { text: whole, conflicts: 0 };
	const texts = { base: splitBlocks(sides.base), ours: splitBlocks(sides.ours), theirs: splitBlocks(sides.theirs) };
	const first = firstFreeNumber([sides.base, sides.ours, sides.theirs]);
	let text = mergeWhole({ base: texts.base.lead, ours: texts.ours.lead, theirs: texts.theirs.lead }) ?? texts.ours.lead;
	let conflicts = 0;
	let above: Piece | undefined;
	for (const piece of mergeBlocks(texts)) {
		if (above) text += gapBetween(above, piece, texts);
		text += piece.text ?? bothTexts(piece, texts, first + conflicts, sides);
		if (piece.text === undefined) conflicts += 1;
		above = piece;
	}
	const { tail } = texts.ours.blocks.length > 0 ? texts.ours : texts.theirs;
	return { text: text + tail, conflicts };
}

/** What both sides have in place of a piece, between marks. */
function bothTexts(piece: Piece, texts: Record<Side, BlockedText>, number: number, { oursName, theirsName }: MergeSides): string {
	const ours = textOf(piece, 'ours', texts.ours);
	const theirs = textOf(piece, 'theirs', texts.theirs);
	const marks = conflictMarks(number, { oursName, theirsName, ours, theirs });
	return `${marks.ours}\n${ours}${marks.theirs}\n${theirs}${marks.end}`;
}
