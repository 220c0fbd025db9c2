import { cleanSource, readFrontMatter } from '../../markdown/front-matter.js';

/** A source taken apart, whatever state its front matter is in. */
export interface SplitSource {
	data: Record<string, unknown>;
	/** The text below the front matter, exactly as it is. */
	body: string;
	/** Line of the source on which the text begins, from 1. */
	bodyLine: number;
	/** Facts that begin and never end; they are a part of the text. */
	unclosed?: string;
	/** Front matter that cannot be read, as it stands, and why. */
	broken?: { block: string; language: string; message: string; line: number };
}

const fence = /^(---|\+\+\+|;;;)(?![-+;])[^\S\r\n]*([^\r\n]*?)[^\S\r\n]*\r?\n/;

/** Splits a text from its front matter. Dashes that only draw a line belong to the text. */
export function splitFrontMatter(source: string): SplitSource {
	const text = source.replace(/^\uFEFF/, '');
	const whole: SplitSource = { data: {}, body: text, bodyLine: 1 };
	const [opening, marker = '', name = ''] = fence.exec(text) ?? [];
	if (opening === undefined) return whole;
	const closing = new RegExp(String.raw`^${marker.replace(/\+/g, '\\+')}[^\S\r\n]*(?:\r?\n|$)`, 'm').exec(text.slice(opening.length));
	if (!closing) {
		const lines = text.slice(opening.length).split(/\r?\n\s*\r?\n/)[0] ?? '';
		return /^[\w-]+[^\S\n]*[:=][^\S\n]/.test(lines) ? { ...whole, unclosed: lines } : whole;
	}

	const block = text.slice(opening.length, opening.length + closing.index);
	const end = opening.length + closing.index + closing[0].length;
	const split: SplitSource = { data: {}, body: text.slice(end), bodyLine: text.slice(0, end).split('\n').length };
	const language = name || (marker === '+++' ? 'toml' : marker === ';;;' ? 'json' : 'yaml');
	if (language !== 'yaml') return { ...split, broken: { block, language: language.replace(/[^\w-]/g, ''), message: 'The facts at the top are in another language than YAML.', line: 1 } };

	const { data, fault } = readFrontMatter(cleanSource(`---\n${block}---\n`));
	if (!fault) return { ...split, data };
	// Words between two lines that someone drew, not facts.
	if (!/^[\w-]+[^\S\n]*:/m.test(block)) return whole;
	return { ...split, broken: { block, language, message: fault.message, line: fault.line } };
}
