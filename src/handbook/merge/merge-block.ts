import { diff3Merge } from 'node-diff3';
import { isAlignable } from './alignment.js';
import { keepsContexts } from './keeps-contexts.js';
import { isNumber, markerOf } from './marker.js';
import { mergeWhole, type Side } from './sides.js';
import type { Block } from './split-blocks.js';

/**
 * Merges what two groups made of one block, by words, white space and line ends included. `undefined` when somebody has to decide:
 * if both changed the same words or words side by side, or if the words fit together and what they are a part of does not.
 */
export function mergeBlock(blocks: Record<Side, Block>): string | undefined {
	const { base, ours, theirs } = blocks;
	const texts = { base: base.text, ours: ours.text, theirs: theirs.text };
	const whole = mergeWhole(texts);
	if (whole !== undefined) return whole;
	const marker = mergeMarkers({ base: markerOf(base), ours: markerOf(ours), theirs: markerOf(theirs) });
	const rest = mergeParts({ base: partsOf(base), ours: partsOf(ours), theirs: partsOf(theirs) });
	if (marker === undefined || rest === undefined) return undefined;
	return keepsContexts(texts, marker + rest) ? marker + rest : undefined;
}

/** A group that put an item into a list has given all items below it a new number, and changed nothing. */
function mergeMarkers(markers: Record<Side, string>): string | undefined {
	return mergeWhole(markers) ?? (isNumber(markers.ours) && isNumber(markers.theirs) ? markers.ours : undefined);
}

/** Words, each with the white space behind it, so that none can be glued to another; in code, lines. */
function partsOf(block: Block): string[] {
	const text = block.text.slice(markerOf(block).length);
	return text.match(block.kind === 'code' || block.kind === 'html' ? /[^\n]*\n|[^\n]+/g : /^\s+|\S+\s*/g) ?? [];
}

function mergeParts({ base, ours, theirs }: Record<Side, string[]>): string | undefined {
	if (!isAlignable(base, ours) || !isAlignable(base, theirs)) return undefined;
	const regions = diff3Merge<string>(ours, base, theirs);
	if (regions.some(({ conflict }) => conflict)) return undefined;
	return regions.flatMap(({ ok = [] }) => ok).join('');
}
