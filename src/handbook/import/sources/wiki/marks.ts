import { codeLines, type Line, outsideCode } from '../../lines.js';
import type { Rewriting } from '../../rewriting.js';
import { blockName } from './note-parts.js';

/** `==words==` become `<mark>words</mark>`. */
export const highlights: Rewriting = (lines, { became }) => {
	const inCode = codeLines(lines);
	return lines.map((line, index) => {
		if (inCode[index] || !line.text.includes('==')) return line;
		const text = outsideCode(line.text, (words) =>
			words.replace(/(?<![=\\])==(?=[^\s=])([^=\n]*[^\s=])==(?!=)/g, (_whole, marked: string) => {
				became('highlight');
				return `<mark>${marked}</mark>`;
			}),
		);
		return text === line.text ? line : { ...line, text };
	});
};

/** The id in a page of a block with a name. */
export function blockId(name: string): string {
	return `block-${name.toLowerCase()}`;
}

/** Names of blocks, which no reader saw, become places that links lead to; those that no link names go. */
export function blockNames(isNamed: (path: string, name: string) => boolean): Rewriting {
	return (lines, { path, became }) => {
		const inCode = codeLines(lines);
		return lines.flatMap((line, index): Line[] => {
			const [marker, name] = (inCode[index] ? null : blockName.exec(line.text)) ?? [];
			if (marker === undefined || name === undefined) return [line];
			became('block name');
			const place = isNamed(path, name) ? `<a id="${blockId(name)}"></a>` : '';
			const before = line.text.slice(0, line.text.length - marker.length);
			return before.trim() === '' && place === '' ? [] : [{ ...line, text: `${before}${place && before.trim() !== '' ? ' ' : ''}${place}` }];
		});
	};
}

/** Languages of code blocks that a plugin runs, so that readers saw what it made of them. */
const runBlock = /^[\s>]*(?:`{3,}|~{3,})\s*\{?(dataview|dataviewjs|query|tasks|button|meta-bind|kanban|excalidraw|base|leaflet|tracker|query-table)\b/i;

/** Tells of what plugins make while the wiki is read, and leaves it as it is. */
export const noteCommands: Rewriting = (lines, { note }) => {
	const inCode = codeLines(lines);
	lines.forEach((line, index) => {
		const run = runBlock.exec(line.text)?.[1];
		if (run !== undefined && !inCode[index - 1]) note(line, `This is code of ${run}: readers saw what it made, which did not come along. The code stays.`);
		if (!inCode[index] && /<%[-_*+]?[^%]*%>/.test(line.text)) note(line, 'This is code of a template and was left as it is.');
		if (/`(?:=|\$=)\s*[\w.]/.test(line.text) && !inCode[index]) note(line, 'This code is run by Dataview: readers saw what it made. The code stays.');
		if (!inCode[index] && /\{\{(?:query|embed|renderer|function)\b/.test(line.text)) note(line, 'This command was left as it is: only the wiki itself can run it.');
	});
	return lines;
};
