import { codeLines, type Line } from '../../lines.js';

/** A tag such as `{% hint style="info" %}`. */
export interface Tag {
	/** `hint`, `endhint`, `@github-files/github-code-block`. */
	name: string;
	attributes: ReadonlyMap<string, string>;
	/** As it stands in the source. */
	source: string;
}

/** A line of a text, or a tag that stood on one. */
export type Piece = Line & {
	/** What precedes it on its line that is no words: an indent, the mark of a quotation. Tags only. */
	prefix: string;
	/** Undefined for a line. */
	tag?: Tag;
	/** True for a line of code. */
	code: boolean;
};

const attribute = /([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s"'%]+))/g;

/**
 * Takes a text apart into lines and tags, each tag as if it stood on a line of its own. Only tags that `isKnown` says yes to count;
 * those in code are code, and those in a row of a table stay where they are.
 */
export function piecesOf(lines: readonly Line[], isKnown: (name: string) => boolean): Piece[] {
	const inCode = codeLines(lines);
	return lines.flatMap((line, index): Piece[] => {
		const code = inCode[index] === true;
		const whole: Piece = { ...line, prefix: '', code };
		if (code || !line.text.includes('{%') || isTableRow(line.text)) return [whole];
		const found = tagsIn(line.text).filter(({ tag }) => isKnown(tag.name));
		if (found.length === 0) return [whole];
		const marker = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?/.exec(line.text)?.[0] ?? '';
		// What continues an item of a list stands below its words.
		const prefix = marker.replace(/[^\s>]/g, ' ');
		const pieces: Piece[] = [];
		let from = 0;
		const words = (end: number): void => {
			const text = line.text.slice(from, end);
			const first = from === 0;
			if (text.trim() === '' || (first && /^[\s>]*$/.test(text))) return;
			pieces.push({ ...line, text: first ? text.trimEnd() : prefix + text.trim(), prefix, code });
		};
		for (const { start, end, tag } of found) {
			words(start);
			pieces.push({ ...line, prefix, tag, code });
			from = end;
		}
		words(line.text.length);
		return pieces;
	});
}

/** Changes the tags of a line where they stand, but not those in backticks. */
export function replaceTags(text: string, change: (tag: Tag) => string | undefined): string {
	let result = '';
	let from = 0;
	for (const { start, end, tag } of tagsIn(text)) {
		result += text.slice(from, start) + (change(tag) ?? tag.source);
		from = end;
	}
	return result + text.slice(from);
}

/** True for a row of a table, whose cells cannot hold blocks. */
export function isTableRow(text: string): boolean {
	return /^[\s>]*\|/.test(text);
}

/** Every tag of a line, from left to right, those in backticks aside. */
export function tagsIn(text: string): { start: number; end: number; tag: Tag }[] {
	const found: { start: number; end: number; tag: Tag }[] = [];
	const code = codeSpans(text);
	let span = 0;
	let at = text.indexOf('{%');
	while (at >= 0) {
		const close = text.indexOf('%}', at + 2);
		if (close < 0) break;
		const end = close + 2;
		const inner = text
			.slice(at + 2, close)
			.replace(/^[-+]|[-+]$/g, '')
			.trim();
		const [name = ''] = /^@?[A-Za-z][\w./-]*/.exec(inner) ?? [];
		while ((code[span]?.[1] ?? Number.MAX_SAFE_INTEGER) <= at) span += 1;
		const isCode = (code[span]?.[0] ?? Number.MAX_SAFE_INTEGER) < at;
		if (name !== '' && !isCode) found.push({ start: at, end, tag: { name, attributes: attributesOf(inner.slice(name.length)), source: text.slice(at, end) } });
		at = text.indexOf('{%', end);
	}
	return found;
}

function attributesOf(text: string): Map<string, string> {
	return new Map([...text.matchAll(attribute)].map(([, name = '', double, single, bare]) => [name, unescaped(double ?? single ?? bare ?? '')]));
}

function unescaped(value: string): string {
	return value
		.replace(/\\(["'\\])/g, '$1')
		.replace(/&(?:quot|#x22|#34);/gi, '"')
		.replace(/&(?:apos|#39|#x27);/gi, "'")
		.replace(/&amp;/g, '&');
}

/** Where the code of a line stands, backticks included. */
function codeSpans(text: string): [number, number][] {
	const runs = [...text.matchAll(/`+/g)].map(({ index, 0: run }) => ({ start: index, length: run.length }));
	const later = new Map<number, number>();
	const partner = runs.map(() => -1);
	for (let at = runs.length - 1; at >= 0; at -= 1) {
		const length = runs[at]?.length ?? 0;
		partner[at] = later.get(length) ?? -1;
		later.set(length, at);
	}
	const spans: [number, number][] = [];
	for (let at = 0; at < runs.length; at += 1) {
		const close = runs[partner[at] ?? -1];
		if (close === undefined) continue;
		spans.push([runs[at]?.start ?? 0, close.start + close.length]);
		at = partner[at] ?? at;
	}
	return spans;
}
