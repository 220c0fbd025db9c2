import { codeLines, type Line, outsideCode } from '../lines.js';
import type { Rewriting } from '../rewriting.js';

/** Marks within lines that single extensions of Python-Markdown add. */
export type PymdownMark = 'mark' | 'caret' | 'tilde' | 'keys' | 'critic' | 'abbr';

/** Names of keys as they stand on them, where that is not the name with a capital letter. */
const keys: Readonly<Record<string, string>> = {
	'page-up': 'Page Up',
	'page-down': 'Page Down',
	'arrow-up': '↑',
	'arrow-down': '↓',
	'arrow-left': '←',
	'arrow-right': '→',
	up: '↑',
	down: '↓',
	left: '←',
	right: '→',
	cmd: 'Cmd',
	esc: 'Esc',
	del: 'Del',
	ins: 'Ins',
};

const forms: Readonly<Record<Exclude<PymdownMark, 'abbr'>, readonly [RegExp, (...parts: string[]) => string][]>> = {
	critic: [
		[/\{\+\+(.{1,2000}?)\+\+\}/g, (_whole, words = '') => `<ins>${words}</ins>`],
		[/\{--(.{1,2000}?)--\}/g, (_whole, words = '') => `<del>${words}</del>`],
		[/\{~~(.{1,2000}?)~>(.{1,2000}?)~~\}/g, (_whole, before = '', after = '') => `<del>${before}</del><ins>${after}</ins>`],
		[/\{==(.{1,2000}?)==\}/g, (_whole, words = '') => `<mark>${words}</mark>`],
		[/\{>>(.{1,2000}?)<<\}/g, (_whole, words = '') => ` (${words.trim()})`],
	],
	mark: [[/(?<![=\\])==(?![=\s])([^=\n]{1,2000}?)(?<!\s)==(?!=)/g, (_whole, words = '') => `<mark>${words}</mark>`]],
	caret: [
		[/(?<![\^\\])\^\^(?![\^\s])([^^\n]{1,2000}?)(?<!\s)\^\^(?!\^)/g, (_whole, words = '') => `<ins>${words}</ins>`],
		[/(?<![\^\\[])\^(?![\^\s])([^^\s]{1,200}?)\^(?!\^)/g, (_whole, words = '') => `<sup>${words}</sup>`],
	],
	tilde: [[/(?<![~\\])~(?![~\s])([^~\s]{1,200}?)~(?!~)/g, (_whole, words = '') => `<sub>${words}</sub>`]],
	keys: [[/(?<![+\\\w])\+\+([\w-]+(?:\+(?:[\w-]+|"[^"\n]{1,40}"))*|"[^"\n]{1,40}")\+\+(?![+\w])/g, (_whole, names = '') => names.split('+').map(keyOf).join('+')]],
};

const abbreviation = /^\*\[([^\]\n]{1,100})\]:\s*(.+)$/;

/** Turns such marks into the HTML that they stand for, and abbreviations into a list: only those that the site has switched on. */
export function pymdownMarks(marks: readonly PymdownMark[]): Rewriting {
	const chosen = (['critic', 'mark', 'caret', 'tilde', 'keys'] as const).filter((mark) => marks.includes(mark));
	return (lines, { became }) => {
		const code = codeLines(lines);
		const out: Line[] = [];
		lines.forEach((line, index) => {
			if (code[index]) {
				out.push(line);
				return;
			}
			const [, short, long = ''] = marks.includes('abbr') ? (abbreviation.exec(line.text) ?? []) : [];
			if (short !== undefined) {
				became('abbr');
				const before = out.at(-1);
				if (before && before.text.trim() !== '' && !before.text.startsWith('- **')) out.push({ text: '', from: line.from });
				out.push({ text: `- **${short}**: ${long}`, from: line.from });
				return;
			}
			const text = outsideCode(line.text, (words) =>
				chosen.reduce(
					(current, mark) =>
						forms[mark].reduce(
							(changed, [form, write]) =>
								changed.replace(form, (...parts: string[]) => {
									became(mark);
									return write(...parts);
								}),
							current,
						),
					words,
				),
			);
			out.push(text === line.text ? line : { ...line, text });
		});
		return out;
	};
}

function keyOf(name: string): string {
	const known = Object.hasOwn(keys, name) ? keys[name] : undefined;
	const words = known ?? name.replace(/^"|"$/g, '').replaceAll('-', ' ');
	return `<kbd>${words.charAt(0).toUpperCase()}${words.slice(1)}</kbd>`;
}
