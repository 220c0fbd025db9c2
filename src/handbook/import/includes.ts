import { dirname, join, normalize } from 'node:path/posix';
import type { Line } from './lines.js';
import type { RewritingContext } from './rewriting.js';

const directive = /(\\)?\{\{\s*#\s*([a-z_]+)([^}]*)\}\}/gi;
/** mdBook's own limit (MAX_LINK_NESTED_DEPTH). */
const deepest = 10;
/** So that no small text grows large. */
const longest = 2_000_000;

/** Brings in what mdBook would: `{{#include path}}` and `{{#include path:from:to}}`, lines from 1. */
export function bringInIncludes(lines: readonly Line[], { path, read, became, note }: RewritingContext): Line[] {
	let length = 0;
	const expand = (source: string, from: string, depth: number, line: Line): string =>
		source.replace(directive, (whole, escaped: string | undefined, name: string, rest: string) => {
			if (escaped) return whole;
			const found = name === 'include' && depth < deepest ? excerpt(rest.trim(), from, read) : undefined;
			length += found?.text.length ?? 0;
			if (!found || length > longest) {
				note(line, `${whole} was left as it is: it cannot be brought in.`);
				return whole;
			}
			became('include');
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

function excerpt(target: string, from: string, read: (path: string) => string | undefined): { text: string; path: string } | undefined {
	const [, file = '', first, second] = /^([^:]+)(?::(\d*))?(?::(\d*))?$/.exec(target) ?? [];
	const path = normalize(join(dirname(from), file.trim()));
	const text = file === '' ? undefined : read(path);
	if (text === undefined) return undefined;
	const clean = text
		.replace(/^\uFEFF/, '')
		.replace(/\r\n/g, '\n')
		.replace(/\n$/, '');
	if (first === undefined) return { text: clean, path };
	const start = Number(first || 1);
	const end = second === undefined ? start : Number(second || Number.MAX_SAFE_INTEGER);
	return {
		text: clean
			.split('\n')
			.slice(start - 1, end)
			.join('\n'),
		path,
	};
}
