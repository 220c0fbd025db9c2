import { codeLines } from '../lines.js';
import type { Rewriting } from '../rewriting.js';

/** Gives a heading the id that mdBook's `## Words {#id}` names, as an anchor, so that links to it go on working. Classes and other attributes only changed how it looked. */
export const anchorHeadingIds: Rewriting = (lines, { became }) => {
	if (!lines.some(({ text }) => isAttributed(text))) return lines;
	const inCode = codeLines(lines);
	return lines.map((line, index) => {
		if (inCode[index] || !isAttributed(line.text)) return line;
		const at = line.text.lastIndexOf('{');
		const attributes = line.text.slice(at + 1).replace(/\}\s*$/, '');
		if (!/^\s*(?:(?:[#.][\w:-]+|[\w:-]+(?:=\S*)?)(?:\s+|$))+$/.test(attributes) || !/[#.]/.test(attributes)) return line;
		became('heading id');
		const id = /#([\w:-]+)/.exec(attributes)?.[1];
		return { ...line, text: line.text.slice(0, at).trimEnd() + (id === undefined ? '' : ` <a id="${id}"></a>`) };
	});
};

function isAttributed(text: string): boolean {
	return /^ {0,3}#{1,6}\s/.test(text) && /\}\s*$/.test(text) && text.includes('{');
}
