import { commonFields } from '../common-terms.js';
import { codeLines, type Line } from '../lines.js';
import type { Rewriting } from '../rewriting.js';
import type { Source } from './source.js';

/** A name with the number that Notion ends it with: `House rules 0f3c…9a.md`. */
const numbered = / [0-9a-f]{32}(?=\/|\.[a-z0-9]+$|$)/g;

/** Notion, exported as Markdown or HTML: every name ends with a number of 32 digits. */
export const notion: Source = {
	recognise(folder) {
		if (!folder.files.some((path) => / [0-9a-f]{32}\.(?:md|html)$/.test(path))) return undefined;
		const place = (path: string): string => path.replace(numbered, '');
		return {
			generator: 'Notion (export)',
			root: '',
			ownFiles: [],
			documents: true,
			site: false,
			rewritings: [callouts],
			describe: (path, { data }) => ({ fields: commonFields(data), place: place(path) }),
			placeOfFile: place,
		};
	},
};

const kinds: readonly (readonly [RegExp, string])[] = [
	[/^(?:⚠|🚧)/u, 'WARNING'],
	[/^(?:💡|✨)/u, 'TIP'],
	[/^(?:❗|❕|‼|📌|🔑)/u, 'IMPORTANT'],
	[/^(?:🛑|⛔|🚫|🔥)/u, 'CAUTION'],
];

/** Notion's callouts, which it writes as `<aside>`. One that does not end stays as it is. */
const callouts: Rewriting = (lines, { became }) => {
	const inCode = codeLines(lines);
	const result: Line[] = [];
	let end = -1;
	lines.forEach((line, index) => {
		if (index <= end) return;
		const close = !inCode[index] && line.text.trim() === '<aside>' ? endOf(lines, inCode, index) : undefined;
		if (close === undefined) {
			result.push(line);
			return;
		}
		const inside = trimmed(lines.slice(index + 1, close));
		const kind = kinds.find(([icon]) => icon.test(inside[0]?.text.trim() ?? ''))?.[1] ?? 'NOTE';
		result.push({ text: `> [!${kind}]`, from: line.from }, ...inside.map(({ text, from }) => ({ text: `> ${text}`.trimEnd(), from })));
		became('aside');
		end = close;
	});
	return result;
};

/** Index of the line that ends a callout: none when another begins, or nothing ends it. */
function endOf(lines: readonly Line[], inCode: readonly boolean[], start: number): number | undefined {
	for (let index = start + 1; index < lines.length; index += 1) {
		const text = lines[index]?.text.trim();
		if (inCode[index] || text === '<aside>') return undefined;
		if (text === '</aside>') return index;
	}
	return undefined;
}

function trimmed(lines: readonly Line[]): readonly Line[] {
	const first = lines.findIndex(({ text }) => text.trim() !== '');
	const last = lines.findLastIndex(({ text }) => text.trim() !== '');
	return first === -1 ? [] : lines.slice(first, last + 1);
}
