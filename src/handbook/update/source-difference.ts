import { diffArrays } from 'diff';
import type { Paragraph } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { parseMarkdown } from '../import/parse-markdown.js';
import { matchBlocks } from '../merge/match-blocks.js';
import { type Block, splitBlocks } from '../merge/split-blocks.js';

/** Some words of a changed block, and what became of them. */
export interface Words {
	is: 'same' | 'removed' | 'added';
	text: string;
}

/** A part of a difference, in the order of the text. */
export type Part =
	/** So many blocks in a row that are as they were. */
	| { type: 'same'; count: number }
	/** A paragraph, heading or item with other words. */
	| { type: 'changed'; words: Words[] }
	/** A block: its words, or its Markdown when it is a table, code or the like. */
	| { type: 'removed' | 'added'; text: string; isCode: boolean };

/** Words that may differ before a paragraph counts as another one. */
const mostDifferent = 2000;

/** How a text differs from an earlier version, block by block and, within a block, in words. */
export function sourceDifference(before: string, now: string): Part[] {
	const [old, next] = [splitBlocks(before).blocks, splitBlocks(now).blocks];
	const matches = matchBlocks(old, next);
	const parts: Part[] = [];
	let at = 0;
	for (const [index, block] of old.entries()) {
		const match = matches[index];
		const other = match === undefined ? undefined : next[match];
		if (match === undefined || !other) {
			parts.push(whole('removed', block));
			continue;
		}
		parts.push(...next.slice(at, match).map((each) => whole('added', each)), ...blockDifference(block, other));
		at = match + 1;
	}
	return folded([...parts, ...next.slice(at).map((each) => whole('added', each))]);
}

/** True when two versions read the same. */
export function isSameText(parts: readonly Part[]): boolean {
	return parts.every(({ type }) => type === 'same');
}

function blockDifference(old: Block, next: Block): Part[] {
	if (old.text === next.text) return [{ type: 'same', count: 1 }];
	const words = isProse(old) && isProse(next) ? wordDifference(old.text, next.text) : undefined;
	return words ? [{ type: 'changed', words }] : [whole('removed', old), whole('added', next)];
}

function isProse({ kind, text }: Block): boolean {
	return kind === 'heading' || kind === 'paragraph' || kind === 'blockquote' || (kind === 'listItem' && !/```|~~~/.test(text));
}

/** Compares what a reader sees; where that is the same, a link or an emphasis has changed, so the Markdown is compared. */
function wordDifference(old: string, next: string): Words[] | undefined {
	const [before, now] = [readerWords(old), readerWords(next)];
	return before === now ? compareWords(old, next) : compareWords(before, now);
}

function readerWords(text: string): string {
	const { children } = parseMarkdown(text);
	const [only] = children;
	if (children.length !== 1 || (only?.type !== 'paragraph' && only?.type !== 'heading')) return text;
	return plainText(only as Paragraph);
}

function compareWords(old: string, next: string): Words[] | undefined {
	const split = (text: string): string[] => text.split(/\s+/).filter(Boolean);
	const changes = diffArrays(split(old), split(next), { maxEditLength: mostDifferent });
	return changes?.map(({ added, removed, value }) => ({ is: added ? 'added' : removed ? 'removed' : 'same', text: value.join(' ') }));
}

function whole(type: 'removed' | 'added', block: Block): Part {
	return { type, text: isProse(block) ? readerWords(block.text) : block.text, isCode: !isProse(block) };
}

function folded(parts: readonly Part[]): Part[] {
	const result: Part[] = [];
	for (const part of parts) {
		const last = result.at(-1);
		if (part.type === 'same' && last?.type === 'same') last.count += part.count;
		else result.push(part.type === 'same' ? { ...part } : part);
	}
	return result;
}
