import { dirname, join, relative } from 'node:path/posix';
import { applyEdits } from '../../edits.js';
import { findLinks } from '../../find-links.js';
import { codeLines, type Line } from '../../lines.js';
import { parseMarkdown } from '../../parse-markdown.js';
import type { Rewriting, RewritingContext } from '../../rewriting.js';
import { isExternal } from '../../source-targets.js';
import { splitFrontMatter } from '../../split-front-matter.js';
import { tagsIn } from './tags.js';

/** Texts that bring each other in go no deeper. */
const deepest = 5;
/** So that no small text grows large, in characters. */
const longest = 2_000_000;

/** Brings in what `{% include "../.gitbook/includes/x.md" %}` names, with its links seen from here. */
export const bringInFragments: Rewriting = (lines, context) => {
	const spent = { length: 0 };
	return expand(lines, context.path, 0, context, spent);
};

function expand(lines: readonly Line[], from: string, depth: number, context: RewritingContext, spent: { length: number }): readonly Line[] {
	if (!lines.some(({ text }) => text.includes('{%') && text.includes('include'))) return lines;
	const inCode = codeLines(lines);
	return lines.flatMap((line, index): readonly Line[] => {
		const name = inCode[index] ? undefined : includedName(line.text);
		if (name === undefined) return [line];
		const path = name.startsWith('/') ? join('.', name.replace(/^\/+/, '')) : join(dirname(from), name);
		const text = depth < deepest && !isExternal(name) ? context.read(path) : undefined;
		spent.length += text?.length ?? 0;
		if (text === undefined || spent.length > longest) {
			context.note(line, `${line.text.trim()} was left as it is: it cannot be brought in.`);
			return [line];
		}
		context.became('include');
		const indent = /^[\s>]*/.exec(line.text)?.[0] ?? '';
		const fragment = seenFrom(splitFrontMatter(text).body.trim(), path, context.path);
		const brought = fragment.split(/\r?\n/).map((each) => ({ text: (indent + each).trimEnd(), from: line.from }));
		return expand(brought, path, depth + 1, context, spent);
	});
}

/** The file that a line brings in, when the line does nothing else. */
function includedName(line: string): string | undefined {
	const [found, ...others] = tagsIn(line);
	if (found?.tag.name !== 'include' || others.length > 0) return undefined;
	if (line.slice(0, found.start).replace(/[\s>]/g, '') !== '' || line.slice(found.end).trim() !== '') return undefined;
	return /^\{%-?\s*include\s+["']([^"']+)["']/.exec(found.tag.source)?.[1];
}

/** A text of another file, whose links and images lead where they led there. */
function seenFrom(text: string, path: string, from: string): string {
	const edits = findLinks(parseMarkdown(text), text).flatMap(({ start, end, address }) => {
		if (isExternal(address) || /^[#/]|^$/.test(address) || start === end) return [];
		const [, file = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
		const there = relative(dirname(from), join(dirname(path), file)) + (file.endsWith('/') ? '/' : '');
		return there === file ? [] : [{ start, end, text: there + rest }];
	});
	return applyEdits(text, edits);
}
