import { codeLines, type Line } from '../lines.js';
import type { RewritingContext } from '../rewriting.js';
import { bold } from './boxes.js';
import { addBlock } from './indent.js';

const titled = /^([\s>]*)(?:`{3,}|~{3,})[^`]*?\b(?:title|filename|name)=(?:"([^"]+)"|'([^']+)')/;

/** Titles that stand behind the opening of a code block, where few programs show them, as a line above it. The block stays as it is. */
export function codeTitles(lines: readonly Line[], { became }: Pick<RewritingContext, 'became'>): Line[] {
	const code = codeLines(lines, { indentation: false });
	const out: Line[] = [];
	let inside = false;
	lines.forEach((line, index) => {
		const opens = code[index] === true && !inside;
		inside = code[index] === true && (opens ? code[index + 1] === true : !/^[\s>]*(?:`{3,}|~{3,})\s*$/.test(line.text));
		const [, prefix = '', double, single] = opens ? (titled.exec(line.text) ?? []) : [];
		const title = double ?? single;
		if (title !== undefined) {
			became('code title');
			addBlock(out, [
				{ text: prefix + bold(title), from: line.from },
				{ text: prefix.trimEnd(), from: line.from },
			]);
		}
		out.push(line);
	});
	return out;
}
