import { lineAt, lineStarts } from './line-places.js';
import { codeLines, type Line, linesOf } from './lines.js';

/** The signs that a tag of a program begins and ends with. */
export interface TagSigns {
	open: string;
	close: string;
}

/** A piece of a text: words, or a tag of a program. */
export interface Piece {
	/** As it stands in the source. */
	lines: Line[];
	/** What stands between the signs. */
	inside?: string;
	open?: string;
}

/** The longest tag; more is none, so that no stray sign takes a whole text. */
const longest = 20_000;

/**
 * Takes a text apart into words and tags. What stands in a fence or in backticks is words.
 * The programs that have tags look for them in indented lines too.
 */
export function piecesOf(lines: readonly Line[], signs: readonly TagSigns[]): Piece[] {
	const text = lines.map((line) => line.text).join('\n');
	const mask = withoutCode(lines);
	const starts = lineStarts(lines);
	const slice = (start: number, end: number): Line[] => sliceOf(lines, starts, text, start, end);
	const opens = signs.map((): number => -1);
	const closes = signs.map((): number => -1);
	const next = (known: number[], index: number, sign: string, from: number): number => {
		const last = known[index] ?? -1;
		if (last >= from) return last;
		const found = mask.indexOf(sign, from);
		known[index] = found < 0 ? Number.POSITIVE_INFINITY : found;
		return known[index];
	};

	const pieces: Piece[] = [];
	let done = 0;
	let at = 0;
	while (at < text.length) {
		const places = signs.map(({ open }, index) => next(opens, index, open, at));
		const start = Math.min(...places);
		if (!Number.isFinite(start)) break;
		const index = places.indexOf(start);
		const { open = '', close = '' } = signs[index] ?? {};
		const end = next(closes, index, close, start + open.length);
		if (!Number.isFinite(end) || end - start > longest) {
			at = start + open.length;
			continue;
		}
		if (start > done) pieces.push({ lines: slice(done, start) });
		pieces.push({ lines: slice(start, end + close.length), inside: text.slice(start + open.length, end), open });
		done = end + close.length;
		at = done;
	}
	if (done < text.length) pieces.push({ lines: slice(done, text.length) });
	return pieces;
}

/** The lines of one text, with a sign of no meaning for each character of code. */
function withoutCode(lines: readonly Line[]): string {
	const fenced = codeLines(lines.map((line) => ({ ...line, text: line.text.trimStart() })));
	return lines
		.map(({ text }, index) => {
			if (fenced[index]) return '\0'.repeat(text.length);
			return text.replace(/(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)/g, (code) => '\0'.repeat(code.length));
		})
		.join('\n');
}

function sliceOf(lines: readonly Line[], starts: readonly number[], text: string, start: number, end: number): Line[] {
	const first = lineAt(starts, start);
	return linesOf(text.slice(start, end).replace(/\r/g, '')).map((line, index) => ({ text: line.text, from: lines[first + index]?.from ?? 1 }));
}

/** The words of a piece. */
export function wordsOf(lines: readonly Line[]): string {
	return lines.map(({ text }) => text).join('\n');
}

/** Names and values of a tag: `"a b" c key="d"`, quoted with `"`, `'` or backticks. */
export interface TagValues {
	/** In order, those without a name. */
	plain: string[];
	named: Record<string, string>;
	/** Names whose value is not quoted: a variable, for programs that have them. */
	bare: Set<string>;
}

/** Reads what stands behind the name of a tag. */
export function tagValues(text: string): TagValues {
	const values: TagValues = { plain: [], named: {}, bare: new Set() };
	const value = /\s*(?:([\p{L}\w.-]+)\s*=\s*)?(?:"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|`([^`]*)`|([^\s"'`][^\s]*)|["'`])/uy;
	for (let match = value.exec(text); match; match = value.exec(text)) {
		const [, name, double, single, raw, bare] = match;
		const quoted = double ?? single;
		const found = quoted === undefined ? (raw ?? bare ?? '') : quoted.replace(/\\(["'\\])/g, '$1');
		if (name === undefined) values.plain.push(found);
		else if (!Object.hasOwn(values.named, name)) {
			values.named[name] = found;
			if (bare !== undefined) values.bare.add(name);
		}
	}
	return values;
}
