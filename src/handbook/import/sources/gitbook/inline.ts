import { nameToEmoji } from 'gemoji';
import { plainWords } from '../../alert-lines.js';
import { codeLines, outsideCode } from '../../lines.js';
import type { Rewriting } from '../../rewriting.js';
import { isTableRow } from './tags.js';

const mention = /\[([^[\]]*)\]\((<[^<>]*>|[^\s<>]+)\s+"mention"\)/g;
const shortcode = /(?<![\w:/\\]):([a-z0-9_+-]{1,40}):(?![\w:/])/g;
const variable = /\{\{\s*(?:book|space\.vars|vars)\.([\w.-]+)\s*\}\}/g;
const expression = /<code class="expression">\s*(?:space\.vars|vars)\.([\w.-]+)\s*<\/code>/g;

/** A mention of a text has that text's title for its words. */
export const mentionsToTitles: Rewriting = (lines, { titleAt, became }) => {
	if (!lines.some(({ text }) => text.includes('"mention"'))) return lines;
	return changeWords(lines, (text, row) =>
		text.replace(mention, (_whole, words: string, address: string) => {
			became('mention');
			const title = titleAt(address.replace(/^<|>$/g, ''));
			const name = title === undefined ? words : plainWords(title);
			return `[${row ? name.replace(/\|/g, '\\|') : name}](${address})`;
		}),
	);
};

/** Names of emoji between colons are the emoji, where there is one of that name. */
export const shortcodesToEmoji: Rewriting = (lines, { became }) =>
	changeWords(lines, (text) =>
		text.replace(shortcode, (whole, name: string) => {
			const emoji = Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] : undefined;
			if (emoji === undefined) return whole;
			became('emoji');
			return emoji;
		}),
	);

/** Spaces at the end of a heading, which GitBook writes as `&#x20;`, would be a part of its id. */
export const trimHeadings: Rewriting = (lines) => {
	const isPadded = ({ text }: { text: string }): boolean => /^ {0,3}#{1,6}\s/.test(text) && text.trimEnd().endsWith('&#x20;');
	if (!lines.some(isPadded)) return lines;
	const inCode = codeLines(lines);
	return lines.map((line, index) => (inCode[index] || !isPadded(line) ? line : { ...line, text: withoutSpaces(line.text) }));
};

function withoutSpaces(text: string): string {
	let end = text.trimEnd();
	while (end.endsWith('&#x20;')) end = end.slice(0, -'&#x20;'.length).trimEnd();
	return end;
}

/** Variables of the book have their values; those that have none stay, and are told. */
export function fillVariables(values: ReadonlyMap<string, string>): Rewriting {
	return (lines, { became, note }) => {
		if (!lines.some(({ text }) => text.includes('{{') || text.includes('class="expression"'))) return lines;
		return changeWords(lines, (text, _row, line) => {
			const fill = (whole: string, name: string): string => {
				const value = values.get(name);
				if (value === undefined) note(line, `${whole} was left as it is: the book says nowhere what it stands for.`);
				else became('variable');
				return value ?? whole;
			};
			return text.replace(variable, fill).replace(expression, fill);
		});
	};
}

/** Changes the words of every line that is not code. */
function changeWords(lines: Parameters<Rewriting>[0], change: (text: string, isRow: boolean, line: { from: number }) => string): ReturnType<Rewriting> {
	const inCode = codeLines(lines);
	return lines.map((line, index) => (inCode[index] ? line : { ...line, text: outsideCode(line.text, (words) => change(words, isTableRow(line.text), line)) }));
}
