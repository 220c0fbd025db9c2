import type { Line } from './lines.js';
import type { Rewriting } from './rewriting.js';

/** True for a file of HTML. */
export function isHtmlPath(path: string): boolean {
	return /\.html?$/i.test(path);
}

/**
 * Keeps a text of HTML as HTML within Markdown, which would end it at an empty line and take indented lines for code.
 * What stands in `<pre>` stays as it is.
 */
export const htmlAsMarkdown: Rewriting = (lines, { path }) => {
	if (!isHtmlPath(path)) return lines;
	let keeps: string | undefined;
	return lines.flatMap((line): Line[] => {
		const within = keeps !== undefined;
		keeps = stillOpen(line.text, keeps);
		if (within) return [line.text.trim() === '' ? { ...line, text: '&#32;' } : line];
		const text = line.text.trimStart();
		return text === '' ? [] : [{ ...line, text }];
	});
};

/** The element that is open behind the line and whose spaces mean something. */
function stillOpen(text: string, open: string | undefined): string | undefined {
	let current = open;
	for (const [, slash, name = ''] of text.matchAll(/<(\/)?(pre|textarea)\b/gi)) current = slash === undefined ? (current ?? name.toLowerCase()) : current === name.toLowerCase() ? undefined : current;
	return current;
}
