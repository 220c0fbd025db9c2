import type { Line } from './lines.js';

/** One of the five alerts of GitHub's Markdown. */
export type Alert = 'NOTE' | 'TIP' | 'IMPORTANT' | 'WARNING' | 'CAUTION';

/** Where an alert stands: what precedes its lines, such as the indent of a list, and the line of the source that opened it. */
export interface AlertPlace {
	prefix: string;
	from: number;
}

/** Lines of Markdown as an alert. A title of its own is its first line, in bold. */
export function quotedAlert(alert: Alert, title: string, content: readonly Line[], { prefix, from }: AlertPlace): Line[] {
	const inside = trimBlank(content).map((line) => ({ ...line, text: withoutPrefix(line.text, prefix) }));
	const heading = title.trim() === '' ? [] : [{ text: `**${boldWords(title)}**`, from }];
	const gap = heading.length > 0 && inside.length > 0 ? [{ text: '', from }] : [];
	// A list, a table or a heading does not begin in the middle of a paragraph.
	const first = heading[0] ?? inside[0];
	const apart = first !== undefined && !/^[\p{L}"“]|^\*\*/u.test(first.text) ? [{ text: '', from }] : [];
	return [{ text: `[!${alert}]`, from }, ...apart, ...heading, ...gap, ...inside].map((line) => ({ ...line, text: `${prefix}> ${line.text}`.trimEnd() }));
}

/** Plain words, such as a title, within `**`: nothing in them is taken for Markdown. */
export function boldWords(words: string): string {
	return plainWords(words).replace(/\s+/g, ' ').trim();
}

/** Words as words: nothing in them is taken for Markdown. */
export function plainWords(words: string): string {
	return words.replace(/[\\`*_[\]<]/g, '\\$&');
}

/** Without the empty lines at the ends. */
export function trimBlank<L extends Line>(lines: readonly L[]): L[] {
	const isEmpty = ({ text }: Line): boolean => /^[\s>]*$/.test(text);
	const start = lines.findIndex((line) => !isEmpty(line));
	return start < 0 ? [] : lines.slice(start, lines.findLastIndex((line) => !isEmpty(line)) + 1);
}

/** A line as it stands within what the prefix opens. */
export function withoutPrefix(text: string, prefix: string): string {
	if (text.startsWith(prefix)) return text.slice(prefix.length);
	return text.trim() === prefix.trim() ? '' : text;
}
