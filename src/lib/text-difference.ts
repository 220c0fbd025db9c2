import { diffArrays, diffWordsWithSpace } from 'diff';

/** A piece of a paragraph: in both texts, in the earlier alone, or in the later alone. */
export interface Piece {
	change: 'same' | 'removed' | 'added';
	text: string;
}

/** How two texts differ, from top to bottom. */
export type Difference =
	/** Paragraphs that are the same in both. */
	| { type: 'same'; paragraphs: number }
	/** A paragraph that was changed, removed or added. */
	| { type: 'changed'; pieces: Piece[] };

/** Two paragraphs that share less than this part of their words are two paragraphs and not one that was changed. */
const leastAlike = 0.3;
/** A comparison of more changed words than that says nothing to a reader, and takes long. */
const mostChanges = 4000;

/** Compares two texts paragraph by paragraph, and changed paragraphs word by word. Undefined for texts that have hardly anything in common. */
export function textDifference(before: string, after: string): Difference[] | undefined {
	const blocks = diffArrays(paragraphsOf(before), paragraphsOf(after), { maxEditLength: mostChanges });
	if (!blocks) return undefined;
	const differences: Difference[] = [];
	for (let at = 0; at < blocks.length; at += 1) {
		const block = blocks[at];
		const next = blocks[at + 1];
		if (!block) continue;
		if (block.removed && next?.added) {
			differences.push(...compareParagraphs(block.value, next.value));
			at += 1;
		} else if (block.removed || block.added) differences.push(...block.value.map((text) => whole(text, block.removed ? 'removed' : 'added')));
		else differences.push({ type: 'same', paragraphs: block.value.length });
	}
	return differences;
}

function paragraphsOf(text: string): string[] {
	return text
		.split(/\n{2,}/)
		.map((paragraph) => paragraph.trim())
		.filter((paragraph) => paragraph !== '');
}

/** Paragraphs in the place of others: those at the same place are compared by words, as far as they are alike. */
function compareParagraphs(before: readonly string[], after: readonly string[]): Difference[] {
	return Array.from({ length: Math.max(before.length, after.length) }, (_, at) => compareTwo(before[at], after[at])).flat();
}

function compareTwo(before: string | undefined, after: string | undefined): Difference[] {
	if (before === undefined) return after === undefined ? [] : [whole(after, 'added')];
	if (after === undefined) return [whole(before, 'removed')];
	const pieces = diffWordsWithSpace(before, after, { maxEditLength: mostChanges })?.map(
		({ value, added, removed }): Piece => ({ change: added ? 'added' : removed ? 'removed' : 'same', text: value }),
	);
	const shared = pieces?.filter(({ change }) => change === 'same').reduce((sum, { text }) => sum + text.trim().length, 0) ?? 0;
	if (!pieces || shared < leastAlike * Math.max(before.length, after.length)) return [whole(before, 'removed'), whole(after, 'added')];
	return [{ type: 'changed', pieces: joinPieces(pieces) }];
}

/** Words in a row that were replaced one by one read better as some words in the place of others. */
function joinPieces(pieces: readonly Piece[]): Piece[] {
	const joined: Piece[] = [];
	let removed = '';
	let added = '';
	const flush = (): void => {
		if (removed !== '') joined.push({ change: 'removed', text: removed });
		if (added !== '') joined.push({ change: 'added', text: added });
		removed = '';
		added = '';
	};
	for (const [at, { change, text }] of pieces.entries()) {
		const next = pieces[at + 1];
		const isGap = change === 'same' && /^[^\S\n]+$/.test(text) && removed !== '' && added !== '' && next !== undefined && next.change !== 'same';
		if (change === 'removed' || isGap) removed += text;
		if (change === 'added' || isGap) added += text;
		if (change !== 'same' || isGap) continue;
		flush();
		joined.push({ change, text });
	}
	flush();
	return joined;
}

function whole(text: string, change: Piece['change']): Difference {
	return { type: 'changed', pieces: [{ change, text }] };
}
