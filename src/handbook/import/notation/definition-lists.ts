import { codeLines, type Line } from '../lines.js';
import type { RewritingContext } from '../rewriting.js';
import { bold } from './boxes.js';
import { addBlock, indentOf, isBlank, moveLeft } from './indent.js';

const definition = /^:\s{1,4}(\S.*)$/;

/** Turns lists of terms and what they mean (`:   meaning` below a term) into terms in bold with a list below each. */
export function definitionLists(lines: readonly Line[], { became }: Pick<RewritingContext, 'became'>): readonly Line[] {
	if (!lines.some(({ text }) => definition.test(text))) return lines;
	const code = codeLines(lines);
	const out: Line[] = [];
	let inDefinition = false;
	lines.forEach((line, index) => {
		const words = code[index] && !inDefinition ? undefined : definition.exec(line.text)?.[1];
		if (words !== undefined) {
			if (!inDefinition && !makeTerm(out)) {
				out.push(line);
				return;
			}
			inDefinition = true;
			became('definition');
			addBlockOrItem(out, { text: `- ${words}`, from: line.from });
		} else if (inDefinition && !isBlank(line) && indentOf(line.text) < 4) {
			inDefinition = false;
			addBlock(out, [line]);
		} else if (inDefinition) out.push({ text: indentOf(line.text) >= 4 ? `  ${moveLeft([line], 4)[0]?.text ?? ''}` : line.text, from: line.from });
		else out.push(line);
	});
	return out;
}

/** Puts the term above in bold: the line of words that comes last. False when there is none. */
function makeTerm(out: Line[]): boolean {
	const index = out.findLastIndex((line) => !isBlank(line));
	const term = out[index];
	if (!term || out.length - index > 2 || /^\s*(?:[#>|`~<-]|[*+]\s|\d+[.)]\s)/.test(term.text)) return false;
	let first = index;
	while (first > 0 && !isBlank(out[first - 1] ?? term) && !/^\s*(?:[#>|`~<-]|[*+]\s|\d+[.)]\s)/.test(out[first - 1]?.text ?? '')) first -= 1;
	const terms = out.splice(first);
	for (const line of terms.filter((each) => !isBlank(each))) addBlock(out, [{ text: bold(line.text), from: line.from }]);
	return true;
}

function addBlockOrItem(out: Line[], item: Line): void {
	if (/^- /.test(out.at(-1)?.text ?? '')) out.push(item);
	else addBlock(out, [item]);
}
