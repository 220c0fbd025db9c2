import { cleanSource, readFrontMatter } from '../../markdown/front-matter.js';
import { endOfJson, type ForeignFacts, readJson, readToml } from './foreign-facts.js';

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
	if (/^\{\s*"/.test(text)) return splitJson(text) ?? whole;
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
	if (language === 'toml') return withFacts(split, readToml(block), { block, language });
	if (language === 'json') return withFacts(split, readJson(/^\s*\{/.test(block) ? block : `{${block}}`), { block, language });
	if (language !== 'yaml') return { ...split, broken: { block, language: language.replace(/[^\w-]/g, ''), message: 'The facts at the top are in another language than YAML.', line: 1 } };

	const { data, fault } = readFrontMatter(cleanSource(`---\n${block}---\n`));
	if (!fault) return { ...split, data };
	// Words between two lines that someone drew, not facts.
	if (!/^[\w-]+[^\S\n]*:/m.test(block)) return whole;
	return { ...split, broken: { block, language, message: fault.message, line: fault.line } };
}

/** Splits a text that an object of JSON opens, as Hugo writes facts; undefined when it is none. */
function splitJson(text: string): SplitSource | undefined {
	const closing = /^\}[^\S\r\n]*(?:\r?\n|$)/m.exec(text);
	const looksLikeFacts = /^\{\s*"[\w-]+"\s*:/.test(text);
	const end = endOfJson(text) ?? (closing ? closing.index + 1 : undefined);
	if (!looksLikeFacts || end === undefined) return undefined;
	const gap = /^[^\S\r\n]*(?:\r?\n|$)/.exec(text.slice(end))?.[0];
	if (gap === undefined) return undefined;
	const block = text.slice(0, end);
	const split: SplitSource = { data: {}, body: text.slice(end + gap.length), bodyLine: text.slice(0, end + gap.length).split('\n').length };
	return withFacts(split, readJson(block), { block, language: 'json', above: 0 });
}

function withFacts(split: SplitSource, facts: ForeignFacts, { block, language, above = 1 }: { block: string; language: string; above?: number }): SplitSource {
	if ('data' in facts) return { ...split, data: facts.data };
	return { ...split, broken: { block, language, message: facts.message, line: facts.line + above } };
}
