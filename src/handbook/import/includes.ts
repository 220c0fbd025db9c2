import { dirname, join, normalize } from 'node:path/posix';

/** A text with its includes brought in. */
export interface Included {
	text: string;
	/** Line of the file itself for each line of the text, from 1; the line of the directive for what was brought in. */
	lines: number[];
	/** How many were brought in. */
	count: number;
	/** Directives that stay as they are. */
	left: { line: number; directive: string }[];
}

const directive = /(\\)?\{\{\s*#\s*([a-z_]+)([^}]*)\}\}/gi;
/** mdBook's own limit (MAX_LINK_NESTED_DEPTH). */
const deepest = 10;
/** So that no small text grows large. */
const longest = 2_000_000;

/**
 * Brings in what mdBook would: `{{#include path}}` and `{{#include path:from:to}}`, lines from 1.
 * `read` gives the text of a file, or undefined when it is not there.
 */
export function bringInIncludes(text: string, path: string, read: (path: string) => string | undefined): Included {
	let count = 0;
	let length = text.length;
	const left: Included['left'] = [];

	const expand = (source: string, from: string, depth: number, line: number): string =>
		source.replace(directive, (whole, escaped: string | undefined, name: string, rest: string) => {
			if (escaped) return whole;
			const found = name === 'include' && depth < deepest ? excerpt(rest.trim(), from, read) : undefined;
			length += found?.text.length ?? 0;
			if (!found || length > longest) {
				left.push({ line, directive: whole });
				return whole;
			}
			count += 1;
			return expand(found.text, found.path, depth + 1, line);
		});

	const lines: number[] = [];
	const parts = text.split('\n').map((part, index) => {
		const expanded = part.includes('{{') ? expand(part, path, 0, index + 1) : part;
		lines.push(...Array.from(expanded.split('\n'), () => index + 1));
		return expanded;
	});
	return { text: parts.join('\n'), lines, count, left };
}

function excerpt(target: string, from: string, read: (path: string) => string | undefined): { text: string; path: string } | undefined {
	const [, file = '', first, second] = /^([^:]+)(?::(\d*))?(?::(\d*))?$/.exec(target) ?? [];
	const path = normalize(join(dirname(from), file.trim()));
	const text = file === '' ? undefined : read(path);
	if (text === undefined) return undefined;
	const clean = text.replace(/^\uFEFF/, '').replace(/\r?\n$/, '');
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
