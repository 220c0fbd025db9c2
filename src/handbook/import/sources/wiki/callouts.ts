import { codeLines, type Line } from '../../lines.js';
import type { Rewriting } from '../../rewriting.js';

/** The alert of GitHub's Markdown that says the same as a callout. */
const alertOfType: Readonly<Record<string, string>> = {
	note: 'NOTE',
	info: 'NOTE',
	todo: 'NOTE',
	abstract: 'NOTE',
	summary: 'NOTE',
	tldr: 'NOTE',
	example: 'NOTE',
	quote: 'NOTE',
	cite: 'NOTE',
	question: 'NOTE',
	help: 'NOTE',
	faq: 'NOTE',
	tip: 'TIP',
	hint: 'TIP',
	success: 'TIP',
	check: 'TIP',
	done: 'TIP',
	important: 'IMPORTANT',
	warning: 'WARNING',
	attention: 'WARNING',
	caution: 'CAUTION',
	danger: 'CAUTION',
	error: 'CAUTION',
	failure: 'CAUTION',
	fail: 'CAUTION',
	missing: 'CAUTION',
	bug: 'CAUTION',
};

const head = /^(\s*(?:>[^\S\n]?)+)\[!([\w-]+)(?:\|[^\]\n]*)?\]([+-]?)[^\S\n]*(.*)$/;

/** Callouts become alerts. The title stays, as a bold first line; without one, readers saw the name of the type. */
export const callouts: Rewriting = (lines, { became }) => {
	const inCode = codeLines(lines);
	return lines.flatMap((line, index): Line[] => {
		const [, quote = '', type = '', fold, title = ''] = (inCode[index] ? null : head.exec(line.text)) ?? [];
		if (fold === undefined) return [line];
		const alert = alertOfType[type.toLowerCase()] ?? 'NOTE';
		const shown = title.trim() || (type.toLowerCase() === alert.toLowerCase() ? '' : type.charAt(0).toUpperCase() + type.slice(1).replace(/-/g, ' '));
		if (shown === '' && fold === '' && !line.text.includes('|')) return [line];
		became('callout');
		const prefix = quote.trimEnd();
		const follows = lines[index + 1]?.text.trimStart().startsWith('>') ?? false;
		return [
			{ ...line, text: `${prefix} [!${alert}]` },
			...(shown === '' ? [] : [{ ...line, text: `${prefix} **${shown.replace(/\*\*/g, '')}**` }]),
			...(shown !== '' && follows ? [{ ...line, text: prefix }] : []),
		];
	});
};
