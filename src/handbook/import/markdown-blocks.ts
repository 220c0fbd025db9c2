import { dedented, trimmed } from './line-writer.js';
import type { Line } from './lines.js';

/** GitHub's alerts by the names that programs give to boxes of their kind. */
const alertOfName: Readonly<Record<string, string>> = {
	tip: 'TIP',
	tips: 'TIP',
	hint: 'TIP',
	success: 'TIP',
	check: 'TIP',
	ok: 'TIP',
	important: 'IMPORTANT',
	warning: 'WARNING',
	warn: 'WARNING',
	attention: 'WARNING',
	orange: 'WARNING',
	danger: 'CAUTION',
	error: 'CAUTION',
	failure: 'CAUTION',
	bug: 'CAUTION',
	caution: 'CAUTION',
	red: 'CAUTION',
	green: 'TIP',
};

/** An alert of GitHub's Markdown; what has no kind there is a note. */
export function alertBlock(name: string, title: string, inner: readonly Line[], from: number): Line[] {
	const kind = alertOfName[name.toLowerCase()] ?? 'NOTE';
	const heading = title.trim() === '' ? [] : [{ text: `**${title.trim()}**`, from }, ...(trimmed(inner).length > 0 ? [{ text: '', from }] : [])];
	return [{ text: `> [!${kind}]`, from }, ...quoted([...heading, ...trimmed(dedented(inner))])];
}

/** Lines as a quotation. */
export function quoted(lines: readonly Line[]): Line[] {
	return lines.map((line) => ({ ...line, text: `> ${line.text}`.trimEnd() }));
}

/** Words that open when they are asked for. */
export function detailsBlock(summary: string, inner: readonly Line[], from: number): Line[] {
	const words = trimmed(dedented(inner));
	const end = words.at(-1)?.from ?? from;
	return [
		{
			text: `<details><summary>${summary
				.trim()
				.replace(/&(?!\w+;|#)/g, '&amp;')
				.replace(/</g, '&lt;')}</summary>`,
			from,
		},
		{ text: '', from },
		...words,
		{ text: '', from: end },
		{ text: '</details>', from: end },
	];
}

/** Words below a bold line, such as a tab below its name. */
export function titledBlock(title: string, inner: readonly Line[], from: number): Line[] {
	const words = trimmed(dedented(inner));
	if (title.trim() === '') return words;
	return [{ text: `**${title.trim()}**`, from }, ...(words.length > 0 ? [{ text: '', from }, ...words] : [])];
}

/** Code in a fence that it does not close by itself. */
export function codeBlock(language: string, inner: readonly Line[], from: number): Line[] {
	const words = trimmed(inner);
	const ticks = words.reduce((longest, { text }) => Math.max(longest, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)), 3);
	const fence = '`'.repeat(ticks);
	return [{ text: fence + language.replace(/[\s`]/g, ''), from }, ...words, { text: fence, from: words.at(-1)?.from ?? from }];
}

/** An image with the words below it, as a reader saw a figure. */
export function figureBlock({ src, alt, link, captions }: { src: string; alt: string; link: string; captions: readonly string[] }, from: number): Line[] {
	const image = `![${linkWords(alt)}](${linkAddress(src)})`;
	const below = captions.filter((words) => words.trim() !== '').flatMap((words) => ['', ...words.trim().split(/\r?\n/)]);
	return [link === '' ? image : `[${image}](${linkAddress(link)})`, ...below].map((text) => ({ text, from }));
}

/** A link in Markdown. */
export function linkTo(words: string, address: string): string {
	return `[${linkWords(words)}](${linkAddress(address)})`;
}

/** An address as a link of Markdown takes it. */
export function linkAddress(address: string): string {
	return address
		.trim()
		.replace(/[\s<>]/g, encodeURIComponent)
		.replace(/\(/g, '%28')
		.replace(/\)/g, '%29');
}

function linkWords(words: string): string {
	return words
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/(?<!\\)[[\]]/g, '\\$&');
}
