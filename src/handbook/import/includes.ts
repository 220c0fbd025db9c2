import { dirname, join, normalize } from 'node:path/posix';
import type { Line } from './lines.js';
import type { RewritingContext } from './rewriting.js';

const directive = /(\\)?\{\{\s*#\s*([a-z_]+)([^{}]*)\}\}/gi;
/** mdBook's own limit (MAX_LINK_NESTED_DEPTH). */
const deepest = 10;
/** So that no small text grows large. */
const longest = 2_000_000;

/**
 * Does what mdBook would, in code too: brings in `{{#include path}}`, `{{#include path:from:to}}` (lines from 1) and `{{#include path:anchor}}`,
 * the same for `rustdoc_include`, a program for `playground`, and takes `{{#title ...}}` off the page, whose tab it named.
 */
export function bringInIncludes(lines: readonly Line[], { path, read, became, note }: RewritingContext): Line[] {
	let length = 0;
	const expand = (source: string, from: string, depth: number, line: Line): string =>
		source.replace(directive, (whole, escaped: string | undefined, name: string, rest: string) => {
			if (escaped) return whole.slice(1);
			if (name === 'title') {
				became('title');
				return '';
			}
			const found = depth < deepest ? broughtIn(name, rest.trim(), from, read) : undefined;
			length += found?.text.length ?? 0;
			if (!found || length > longest) {
				note(line, `${whole} was left as it is: it cannot be brought in.`);
				return whole;
			}
			became(name);
			return expand(found.text, found.path, depth + 1, line);
		});
	return lines.flatMap((line) =>
		line.text.includes('{{')
			? expand(line.text, path, 0, line)
					.split('\n')
					.map((text) => ({ text, from: line.from }))
			: [line],
	);
}

interface Excerpt {
	text: string;
	path: string;
}

type Read = (path: string) => string | undefined;

function broughtIn(name: string, rest: string, from: string, read: Read): Excerpt | undefined {
	if (name === 'include' || name === 'rustdoc_include') return excerpt(rest, from, read);
	if (name !== 'playground' && name !== 'playpen') return undefined;
	const found = excerpt(rest.split(/\s+/)[0] ?? '', from, read);
	if (!found) return undefined;
	const ticks = '`'.repeat(Math.max(3, ...[...found.text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
	return { ...found, text: `${ticks}rust\n${found.text}\n${ticks}` };
}

function excerpt(target: string, from: string, read: Read): Excerpt | undefined {
	const [file = '', ...range] = target.split(':');
	const path = normalize(join(dirname(from), file.trim()));
	const text = file === '' ? undefined : read(path);
	if (text === undefined) return undefined;
	const clean = text
		.replace(/^\uFEFF/, '')
		.replace(/\r\n/g, '\n')
		.replace(/\n$/, '')
		.split('\n');
	const wanted = wantedLines(clean, range);
	return wanted && { text: wanted.join('\n'), path };
}

/** The lines that a range names: `3`, `3:5`, `3:`, `:5`, or the name of an anchor. */
function wantedLines(lines: readonly string[], [first, second]: readonly string[]): readonly string[] | undefined {
	if (first === undefined) return lines;
	if (first !== '' && !/^\d+$/.test(first)) return anchoredLines(lines, first);
	const start = Number(first || 1);
	const end = second === undefined && first !== '' ? start : Number(second || Number.MAX_SAFE_INTEGER);
	return Number.isNaN(end) ? undefined : lines.slice(Math.max(0, start - 1), end);
}

/** The lines between `ANCHOR: name` and `ANCHOR_END: name`, without the marks of any anchor; undefined when there is no such anchor. */
function anchoredLines(lines: readonly string[], name: string): string[] | undefined {
	const start = lines.findIndex((line) => /ANCHOR:\s*([\w-]+)/.exec(line)?.[1] === name);
	if (start < 0) return undefined;
	const end = lines.findIndex((line, index) => index > start && /ANCHOR_END:\s*([\w-]+)/.exec(line)?.[1] === name);
	return lines.slice(start + 1, end < 0 ? undefined : end).filter((line) => !/ANCHOR(?:_END)?:\s*[\w-]/.test(line));
}
