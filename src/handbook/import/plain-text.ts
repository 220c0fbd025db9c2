import { decodeText } from './decode-text.js';
import type { ConvertedText } from './source-folder.js';

/** A line that Markdown breaks from the one before by itself. */
const ownLine = /^\s*(?:[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s|>|```|~~~|\|)|^\s*(?:=+|-{3,}|[*_]{3,})\s*$/;

/** What people write to draw a line below a title or between parts. */
const drawnLine = /^\s*([-=*_~#+.])(?:\s*\1){3,}\s*$/;

/**
 * Reads a plain text as Markdown. Headings, lists and emphasis may have been meant; tags and backslashes were not. A line that ends
 * before the next word would have had to go to a new one was ended on purpose. Undefined for a file without words.
 */
export function readPlainText(bytes: Uint8Array): ConvertedText | undefined {
	const decoded = decodeText(bytes);
	if (!decoded || !/\p{L}{2}/u.test(decoded.text)) return undefined;
	const lines = decoded.text.split(/\r?\n/).map((line) => line.replace(/\t/g, '    ').trimEnd());
	const width = wrapWidth(lines);
	let fence = false;
	const text = lines.map((line, index) => {
		if (/^\s*(?:```|~~~)/.test(line)) fence = !fence;
		if (fence || /^\s*(?:```|~~~)/.test(line)) return line;
		const previous = lines[index - 1] ?? '';
		const next = lines[index + 1] ?? '';
		// Dashes at the top would begin facts; a drawn line is a line.
		if (drawnLine.test(line) && !(previous.trim() !== '' && /^\s*[-=]+\s*$/.test(line))) return '* * *';
		const shown = escapeWords(flush(line, previous, next));
		const goesOn = line.trim() !== '' && next.trim() !== '' && !ownLine.test(next) && !/^\s*(?:#{1,6}\s|\|)/.test(line) && !drawnLine.test(line);
		const nextWord = /^\s*(\S+)/.exec(next)?.[1] ?? '';
		return goesOn && line.length + 1 + nextWord.length <= width ? `${shown}\\` : shown;
	});
	return { ...decoded, text: text.join('\n') };
}

/** Where lines were wrapped: as far as the longest of nearly all lines that go on. */
function wrapWidth(lines: readonly string[]): number {
	const lengths = lines
		.filter((line, index) => line.trim() !== '' && (lines[index + 1] ?? '').trim() !== '')
		.map((line) => line.length)
		.sort((a, b) => a - b);
	return Math.max(lengths[Math.floor(lengths.length * 0.95)] ?? 0, 50);
}

/** The first line of a paragraph is often set in: that is no code. Whole blocks that are set in stay as they are. */
function flush(line: string, previous: string, next: string): string {
	const isAlone = previous.trim() === '' && !/^ {4}/.test(next);
	return /^ {4,}\S/.test(line) && isAlone ? line.trimStart() : line;
}

/** Keeps what Markdown would take for a tag, an entity or an escape as the words that they are. */
function escapeWords(line: string): string {
	if (/^ {4,}/.test(line)) return line;
	return line
		.replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
		.replace(/<(?!(?:https?:\/\/|mailto:|[\w.+-]+@)[^\s<>]+>)(?=[a-z/!?])/gi, '\\<')
		.replace(/&(?=#?\w+;)/g, '\\&');
}
