import { codeLines, type Line } from '../../lines.js';
import type { Rewriting } from '../../rewriting.js';

/** A way to hide words: what opens it and what closes it. */
interface Hiding {
	opens: string;
	closes: string;
	name: string;
	/** Opened and never closed, it hides nothing unless it begins its line. */
	needsEnd: boolean;
}

const html: Hiding = { opens: '<!--', closes: '-->', name: 'comment', needsEnd: true };
const percent: Hiding = { opens: '%%', closes: '%%', name: 'comment', needsEnd: true };

/** Leaves out comments of HTML, which no reader ever saw. */
export const dropHtmlComments: Rewriting = (lines, context) => drop(lines, [html], context);

/** Leaves out comments of HTML and those between `%%`, which no reader ever saw. */
export const dropComments: Rewriting = (lines, context) => drop(lines, [html, percent], context);

/** Leaves out hidden words line by line. Code stays as it is, and so does what only looks like the beginning of a comment. */
function drop(lines: readonly Line[], hidings: readonly Hiding[], { became, note }: Pick<Parameters<Rewriting>[1], 'became' | 'note'>): readonly Line[] {
	if (!lines.some(({ text }) => hidings.some(({ opens }) => text.includes(opens)))) return lines;
	const inCode = codeLines(lines);
	const lastWith = new Map(hidings.map(({ closes }) => [closes, lines.findLastIndex(({ text }) => text.includes(closes))]));
	const kept: Line[] = [];
	let open: Hiding | undefined;
	for (const [index, line] of lines.entries()) {
		// A fence within a comment is a part of the comment.
		if (open === undefined && inCode[index]) {
			kept.push(line);
			continue;
		}
		let text = '';
		let rest = line.text;
		let changed = open !== undefined;
		while (rest !== '' || open !== undefined) {
			if (open !== undefined) {
				const end = rest.indexOf(open.closes);
				if (end < 0) break;
				rest = rest.slice(end + open.closes.length);
				open = undefined;
				continue;
			}
			// What cannot close any more, or not here, opens nothing: so no line takes long.
			const position = line.text.length - rest.length;
			const usable = hidings.filter(({ closes }) => line.text.lastIndexOf(closes) >= position || (lastWith.get(closes) ?? -1) > index || (closes === '%%' && text.trim() === ''));
			if (usable.length === 0) {
				text += rest;
				break;
			}
			const code = /(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/.exec(rest);
			const [first] = usable
				.map((hiding) => ({ hiding, at: rest.indexOf(hiding.opens) }))
				.filter(({ at }) => at >= 0)
				.sort((a, b) => a.at - b.at);
			if (!first || (code && code.index < first.at)) {
				const end = first && code ? code.index + code[0].length : rest.length;
				text += rest.slice(0, end);
				rest = rest.slice(end);
				continue;
			}
			const { hiding, at } = first;
			const after = rest.slice(at + hiding.opens.length);
			const closesHere = after.includes(hiding.closes);
			const closesLater = (lastWith.get(hiding.closes) ?? -1) > index;
			const startsLine = (text + rest.slice(0, at)).trim() === '';
			if (!closesHere && !(startsLine && (closesLater || hiding === percent)) && !(hiding === html && closesLater)) {
				text += rest.slice(0, at + hiding.opens.length);
				rest = after;
				continue;
			}
			text += rest.slice(0, at);
			rest = after;
			open = hiding;
			changed = true;
			became(hiding.name);
			note(line, 'Words in a comment, which no reader saw, were left out here.');
		}
		if (!changed) kept.push(line);
		else if (text.trim() !== '') kept.push({ ...line, text: text.trimEnd() });
		else if (open === undefined && (kept.at(-1)?.text ?? '') !== '') kept.push({ ...line, text: '' });
	}
	return kept;
}
