import { applyEdits } from '../edits.js';
import { type FoundLink, findLinks } from '../find-links.js';
import { type Line, linesOf } from '../lines.js';
import { parseMarkdown } from '../parse-markdown.js';

/** Gives every link and image the address that `change` says; undefined leaves it. Nothing in code is touched. */
export function changeAddresses(lines: readonly Line[], change: (address: string, link: FoundLink) => string | undefined): readonly Line[] {
	const text = lines.map((line) => line.text).join('\n');
	const edits = findLinks(parseMarkdown(text), text).flatMap((link) => {
		const address = change(link.address, link);
		if (address === undefined || address === link.address) return [];
		const safe = link.syntax === 'html' ? address.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/'/g, '&#39;') : address.replace(/[\s()<>\\]/g, encodeSign);
		return [{ start: link.start, end: link.end, text: safe }];
	});
	if (edits.length === 0) return lines;
	// An address is never broken over lines, so that lines stay the lines that they are.
	return linesOf(applyEdits(text, edits)).map(({ text: words }, index) => ({ text: words, from: lines[index]?.from ?? 1 }));
}

function encodeSign(sign: string): string {
	return '()'.includes(sign) ? `%${sign.charCodeAt(0).toString(16).toUpperCase()}` : encodeURIComponent(sign);
}
