import type { Line } from '../lines.js';
import { isBlank, quote, trimBlank } from './indent.js';
import { inlineHtml } from './inline-html.js';

/** GitHub's alert for what other programs call their boxes. */
const alertOf: Readonly<Record<string, string>> = {
	note: 'NOTE',
	info: 'NOTE',
	tip: 'TIP',
	hint: 'TIP',
	success: 'TIP',
	check: 'TIP',
	done: 'TIP',
	important: 'IMPORTANT',
	attention: 'WARNING',
	warning: 'WARNING',
	warn: 'WARNING',
	failure: 'WARNING',
	fail: 'WARNING',
	missing: 'WARNING',
	bug: 'WARNING',
	caution: 'CAUTION',
	danger: 'CAUTION',
	error: 'CAUTION',
};

/** Boxes that have no other title than the reader's site gives them. */
const untitled = new Set(['note', 'info', 'tip', 'important', 'warning', 'warn', 'caution', 'danger', 'default', 'normal', 'secondary']);

/** A box of another program as an alert of GitHub's Markdown. A title that the program would have shown is its first line. */
export function alertBox({ type, title, content, from }: { type: string; title: string | undefined; content: readonly Line[]; from: number }): Line[] {
	const kind = type.toLowerCase();
	const shown = title ?? (untitled.has(kind) ? '' : kind.charAt(0).toUpperCase() + kind.slice(1));
	const inner = trimBlank(content);
	if (kind === 'quote' || kind === 'cite' || kind === 'blockquote') return quote([...boldLine(title ?? '', from), ...gap(title ?? '', inner, from), ...inner]);
	return quote([{ text: `[!${Object.hasOwn(alertOf, kind) ? alertOf[kind] : 'NOTE'}]`, from }, ...boldLine(shown, from), ...gap(shown, inner, from), ...inner]);
}

/** A box that opens and closes. */
export function foldedBox({ title, open = false, content, from }: { title: string; open?: boolean; content: readonly Line[]; from: number }): Line[] {
	const last = content.at(-1)?.from ?? from;
	return [
		{ text: open ? '<details open>' : '<details>', from },
		{ text: `<summary>${inlineHtml(title)}</summary>`, from },
		{ text: '', from },
		...trimBlank(content),
		{ text: '', from: last },
		{ text: '</details>', from: last },
	];
}

function boldLine(title: string, from: number): Line[] {
	return title === '' ? [] : [{ text: bold(title), from }];
}

/** Words in bold, unless they are already. */
export function bold(words: string): string {
	const text = words.replace(/\s+/g, ' ').trim();
	return text === '' || /^\*\*[^*]+\*\*$/.test(text) ? text : `**${text.replace(/\*\*|__/g, '')}**`;
}

function gap(title: string, content: readonly Line[], from: number): Line[] {
	return title === '' || content.every(isBlank) ? [] : [{ text: '', from }];
}
