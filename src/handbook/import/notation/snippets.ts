import type { Line } from '../lines.js';
import type { Rewriting } from '../rewriting.js';

/** So that no small text grows large. */
const longest = 2_000_000;
const deepest = 8;

const single = /^(\s*)-{1,}8<-{1,}\s+(["'])(.+?)\2\s*$/;
const fence = /^(\s*)-{1,}8<-{1,}\s*$/;

/** Brings in what pymdownx.snippets would (`--8<-- "file"`), in code too. `read` gives a file by the name that the text has for it. */
export function snippets(read: (name: string) => string | undefined): Rewriting {
	return (lines, { became, note }) => {
		if (!lines.some(({ text }) => text.includes('8<'))) return lines;
		let length = 0;
		const bringIn = (name: string, spaces: string, line: Line, depth: number): Line[] => {
			const found = depth < deepest ? excerpt(name, read) : undefined;
			length += found?.length ?? 0;
			if (found === undefined || length > longest) {
				note(line, `The file “${name}” was to be brought in here. It cannot be, so that the line was left as it is.`);
				return [line];
			}
			became('snippet');
			return expand(
				found
					.replace(/\r\n/g, '\n')
					.replace(/\n$/, '')
					.split('\n')
					.map((text) => ({ text: text === '' ? '' : spaces + text, from: line.from })),
				depth + 1,
			);
		};
		const expand = (part: readonly Line[], depth: number): Line[] => {
			let listing: string | undefined;
			return part.flatMap((line): Line[] => {
				const [, spaces = '', , name] = single.exec(line.text) ?? [];
				if (listing === undefined && name !== undefined) return bringIn(name, spaces, line, depth);
				const edge = fence.exec(line.text);
				if (edge) {
					listing = listing === undefined ? (edge[1] ?? '') : undefined;
					return [];
				}
				if (listing === undefined) return [line];
				const file = line.text.trim();
				return file === '' || file.startsWith(';') ? [] : bringIn(file, listing, line, depth);
			});
		};
		// A lone line of scissors opens nothing.
		return lines.filter(({ text }) => fence.test(text)).length % 2 === 0 ? expand(lines, 0) : lines;
	};
}

/** A file, its lines `file:3:5`, or its section `file:name`. */
function excerpt(name: string, read: (name: string) => string | undefined): string | undefined {
	const whole = read(name);
	if (whole !== undefined) return withoutMarks(whole);
	const [, file = '', first = '', , last] = /^(.+?):([\w-]*)(:(\d*))?$/.exec(name) ?? [];
	const text = file === '' ? undefined : read(file);
	if (text === undefined) return undefined;
	const lines = text.split(/\r?\n/);
	if (/^\d*$/.test(first)) return lines.slice(Number(first || 1) - 1, last === undefined && first !== '' ? undefined : Number(last || lines.length)).join('\n');
	const mark = (kind: string): number => lines.findIndex((line) => line.includes(`--8<-- [${kind}:${first}]`));
	const [start, end] = [mark('start'), mark('end')];
	return start < 0 ? undefined : withoutMarks(lines.slice(start + 1, end < start ? undefined : end).join('\n'));
}

function withoutMarks(text: string): string {
	return text
		.split('\n')
		.filter((line) => !/--8<-- \[(?:start|end):/.test(line))
		.join('\n');
}
