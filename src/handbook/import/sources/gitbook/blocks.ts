import type { Line } from '../../lines.js';
import type { Piece, Tag } from './tags.js';

/** A block between two tags, or a tag that stands alone. */
export interface Block {
	tag: Tag;
	from: number;
	prefix: string;
	parts: Part[];
	/** True when its end was found. */
	closed: boolean;
}

/** A line of a text, or a block in it. */
export type Part = (Line & { code: boolean; block?: undefined }) | { block: Block };

/** What is wrong with the tags of a text. */
export interface TagFault {
	from: number;
	message: string;
}

/** How tags stand together. */
export interface TagRules {
	/** Never has an end. */
	isSingle(name: string): boolean;
	/** May have an end or none. */
	mayBeSingle(name: string): boolean;
	/** Only groups other blocks: without an end it goes on to the next of its kind, or to the end of the block around it. */
	isTransparent(name: string): boolean;
}

/**
 * Puts lines and tags together as blocks. No block holds another of its own name: such a tag ends the first one.
 * A block without an end holds the next paragraph only, so that it does not swallow the rest of a page.
 */
export function blocksOf(pieces: readonly Piece[], { isSingle, mayBeSingle, isTransparent }: TagRules): { parts: Part[]; faults: TagFault[] } {
	const faults: TagFault[] = [];
	const closed = closedTags(pieces);
	const root: Part[] = [];
	const open: Block[] = [];
	const here = (): Part[] => open.at(-1)?.parts ?? root;
	const endOpen = (name: string): boolean => {
		const at = open.findLastIndex(({ tag }) => tag.name === name);
		if (at >= 0) open.length = at;
		return at >= 0;
	};

	pieces.forEach((piece, index) => {
		const last = open.at(-1);
		const isPatient = last !== undefined && !last.closed && !isTransparent(last.tag.name);
		if (piece.tag === undefined) {
			const isBlank = piece.text.trim() === '' && !piece.code;
			if (isPatient && isBlank && last.parts.some((part) => part.block !== undefined || part.text.trim() !== '')) open.pop();
			here().push({ text: piece.text, from: piece.from, code: piece.code });
			return;
		}
		const { tag, from, prefix } = piece;
		if (isPatient) open.pop();
		if (tag.name.startsWith('end')) {
			if (!endOpen(tag.name.slice(3))) faults.push({ from, message: `${tag.source} ended nothing, so it was taken away.` });
			return;
		}
		endOpen(tag.name);
		const block: Block = { tag, from, prefix, parts: [], closed: closed.has(index) };
		here().push({ block });
		if (isSingle(tag.name) || (mayBeSingle(tag.name) && !block.closed)) return;
		if (!block.closed)
			faults.push({ from, message: `${tag.source} has no end. ${isTransparent(tag.name) ? 'It goes on to the next of its kind.' : 'Only the paragraph below it belongs to it now.'}` });
		open.push(block);
	});
	return { parts: root, faults };
}

/** Places of the tags whose next tag of the same name is their end. */
function closedTags(pieces: readonly Piece[]): Set<number> {
	const closed = new Set<number>();
	const next = new Map<string, boolean>();
	for (let index = pieces.length - 1; index >= 0; index -= 1) {
		const name = pieces[index]?.tag?.name;
		if (name === undefined) continue;
		const ends = name.startsWith('end');
		if (!ends && next.get(name) === true) closed.add(index);
		next.set(ends ? name.slice(3) : name, ends);
	}
	return closed;
}
