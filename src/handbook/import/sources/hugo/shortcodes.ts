import { LineWriter } from '../../line-writer.js';
import type { Line } from '../../lines.js';
import { titledBlock } from '../../markdown-blocks.js';
import { type Piece, piecesOf, type TagValues, tagValues, wordsOf } from '../../tags.js';

/** A shortcode of Hugo as it stands in a text. */
export interface Shortcode extends TagValues {
	name: string;
	/** `<`: its words are as they are. `%`: they are Markdown. */
	sign: '<' | '%';
	/** The opening tag as it stands. */
	tag: string;
	from: number;
	/** What stands between its tags, shortcodes in it as they stand; undefined for one without a second tag. */
	source?: Line[];
	/** The same, shortcodes in it turned into Markdown. */
	inner?: Line[];
	/** Names of the shortcodes around it, the nearest last. */
	within: readonly Shortcode[];
	/** The words right before it, on its own line. */
	before: string;
}

/** What a shortcode becomes: words in a line, a block of its own, or nothing that is known. */
export type Shown = { words: string } | { block: Line[] } | undefined;

interface Node {
	piece: Piece;
	name?: string;
	closes?: boolean;
	/** Index of the node that closes it. */
	end?: number;
}

/** So that no text can be nested deeper than a program can follow. */
const deepest = 40;

/** Turns every shortcode of a text into what `show` says; one that is not known stays, and so do the words in it. */
export function rewriteShortcodes(lines: readonly Line[], show: (shortcode: Shortcode) => Shown, unknown: (shortcode: Shortcode) => void): Line[] {
	const nodes = paired(
		piecesOf(lines, [
			{ open: '{{<', close: '>}}' },
			{ open: '{{%', close: '%}}' },
		]),
	);
	if (!nodes.some(({ name }) => name !== undefined)) return [...lines];

	const write = (start: number, end: number, within: readonly Shortcode[]): Line[] => {
		const writer = new LineWriter({ keepsIndent: within.length > 0 });
		let before = '';
		for (let index = start; index < end; index += 1) {
			const node = nodes[index];
			if (!node) continue;
			if (node.name === undefined || node.closes) {
				writer.add(unescaped(node.piece.lines));
				before = node.piece.lines.at(-1)?.text ?? '';
				continue;
			}
			const shortcode = shortcodeOf(node, within, before);
			const last = node.end;
			if (last !== undefined) {
				shortcode.source = joined(nodes.slice(index + 1, last).map(({ piece }) => piece.lines));
				shortcode.inner = write(index + 1, last, [...within, shortcode]);
			}
			const shown = show(shortcode);
			if (shown && 'block' in shown) {
				if (shown.block.length > 0) writer.addBlock(shown.block);
			} else if (shown) writer.add(shown.words.split('\n').map((text) => ({ text, from: shortcode.from })));
			else {
				unknown(shortcode);
				if (shortcode.inner) {
					const title = shortcode.named.title ?? shortcode.named.header ?? shortcode.named.heading ?? '';
					if (shortcode.inner.length > 1 || title !== '') writer.addBlock(titledBlock(title, shortcode.inner, shortcode.from));
					else writer.add(shortcode.inner);
				} else writer.add(node.piece.lines);
			}
			before = '';
			if (last !== undefined) index = last;
		}
		return writer.lines();
	};
	return write(0, nodes.length, []);
}

/** Finds the second tag of each shortcode that has one. */
function paired(pieces: readonly Piece[]): Node[] {
	const nodes = pieces.map(nodeOf);
	const open = new Map<string, number[]>();
	const stack: number[] = [];
	nodes.forEach((node, index) => {
		if (node.name === undefined) return;
		if (!node.closes) {
			open.set(node.name, [...(open.get(node.name) ?? []).slice(-deepest), index]);
			stack.push(index);
			return;
		}
		const opening = open.get(node.name)?.at(-1);
		if (opening === undefined) return;
		const first = nodes[opening];
		if (first) first.end = index;
		// What was opened within and not closed has no second tag.
		while (stack.length > 0) {
			const last = stack.pop() ?? 0;
			const name = nodes[last]?.name ?? '';
			open.set(
				name,
				(open.get(name) ?? []).filter((each) => each !== last),
			);
			if (last === opening) break;
		}
	});
	return flattened(nodes);
}

/** Undoes pairs that are nested too deep. */
function flattened(nodes: Node[]): Node[] {
	const ends: number[] = [];
	return nodes.map((node, index) => {
		while (ends.length > 0 && (ends.at(-1) ?? 0) <= index) ends.pop();
		if (node.end === undefined) return node;
		if (ends.length >= deepest) return { piece: node.piece };
		ends.push(node.end);
		return node;
	});
}

function nodeOf(piece: Piece): Node {
	const { inside } = piece;
	if (inside === undefined || /^\s*\/\*/.test(inside)) return { piece };
	const [, slash, name] = /^\s*(\/)?\s*([\w./-]*\w)/.exec(inside) ?? [];
	return name === undefined ? { piece } : { piece, name, closes: slash !== undefined };
}

function shortcodeOf({ piece, name = '' }: Node, within: readonly Shortcode[], before: string): Shortcode {
	const rest = (piece.inside ?? '')
		.trim()
		.slice(name.length)
		.replace(/\/\s*$/, '');
	return { name, sign: piece.open?.endsWith('<') ? '<' : '%', tag: wordsOf(piece.lines), from: piece.lines[0]?.from ?? 1, within, before, ...tagValues(rest) };
}

/** A shortcode that is only told about, with signs that keep it from running, as readers saw it. */
function unescaped(lines: readonly Line[]): Line[] {
	return lines.map((line) => ({ ...line, text: unescapeShortcode(line.text) }));
}

/** The same within a line, in code too: Hugo takes the signs away everywhere. */
export function unescapeShortcode(text: string): string {
	return text.includes('*') ? text.replace(/\{\{([<%])\/\*((?:(?!\*\/).){0,2000})\*\/([>%])\}\}/g, '{{$1$2$3}}') : text;
}

function joined(pieces: readonly (readonly Line[])[]): Line[] {
	const writer = new LineWriter();
	for (const piece of pieces) writer.add(piece);
	return writer.lines();
}
