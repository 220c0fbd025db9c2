import { basename, dirname, join, relative } from 'node:path/posix';
import { slug } from 'github-slugger';
import { toString as textOf } from 'mdast-util-to-string';
import { codeLines, type Line, linesOf, outsideCode } from '../lines.js';
import { dedent, isBlank } from '../notation/indent.js';
import { changeAddresses } from '../notation/link-addresses.js';
import { parseMarkdown } from '../parse-markdown.js';
import { valueAt } from '../plain-data.js';
import type { Rewriting, RewritingContext } from '../rewriting.js';
import { isExternal } from '../source-targets.js';
import type { MkdocsConfig } from './mkdocs-config.js';

/** `[TOC]` stands for a table of contents, which the site has by itself. */
export const tableOfContents: Rewriting = (lines, { became }) => {
	const code = codeLines(lines);
	return lines.filter(({ text }, index) => {
		const isToc = !code[index] && text.trim() === '[TOC]';
		if (isToc) became('toc');
		return !isToc;
	});
};

const opening = /^\s*<([a-z][\w-]*)\b([^>]*?)\s+markdown(?:=(?:"[^"]*"|'[^']*'|\w+))?(?=[\s>])([^>]*)>\s*$/i;

/** Markdown within HTML (`<div markdown>`) needs empty lines around it, and no indentation. */
export const markdownInHtml: Rewriting = (lines, { became }) => {
	if (!lines.some(({ text }) => opening.test(text))) return lines;
	const code = codeLines(lines, { indentation: false });
	const out: Line[] = [];
	let index = 0;
	while (index < lines.length) {
		const line = lines[index];
		if (line === undefined) break;
		const [, name, before = '', after = ''] = code[index] ? [] : (opening.exec(line.text) ?? []);
		index += 1;
		if (name === undefined) {
			out.push(line);
			continue;
		}
		became('markdown in HTML');
		out.push({ text: `<${name}${before}${after}>`.trimEnd(), from: line.from }, { text: '', from: line.from });
		const start = index;
		const closing = new RegExp(String.raw`^\s*(?:<[^>]*>.*)?</${name}>\s*$|^\s*<(?:/|[a-z])`, 'i');
		while (index < lines.length && (code[index] || !closing.test(lines[index]?.text ?? ''))) index += 1;
		const content = dedent(lines.slice(start, index));
		out.push(...content);
		if (content.some((each) => !isBlank(each))) out.push({ text: '', from: line.from });
	}
	return out;
};

/** Names in `{{ }}` that the settings give a value; the others are left. */
export function macros({ extra, title, url }: MkdocsConfig): Rewriting {
	return (lines, { became, note, data }) => {
		const code = codeLines(lines);
		let noted = false;
		const known = (name: string): string | undefined => {
			if (name === 'config.site_name') return title;
			if (name === 'config.site_url') return url;
			if (name === 'page.title' || name === 'title') return typeof data.title === 'string' ? data.title : undefined;
			const path = name.replace(/^(?:config\.)?extra\.|^page\.meta\./, '').split('.');
			const value = valueAt(extra, ...path) ?? valueAt(data, ...path);
			return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
		};
		return lines.map((line, index) => {
			if (code[index] || !/\{[{%]/.test(line.text)) return line;
			const text = outsideCode(line.text, (words) =>
				words.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (whole, name: string) => {
					const value = known(name);
					if (value !== undefined) became('macro');
					return value ?? whole;
				}),
			);
			if (!noted && outsideCode(text, (words) => words.replace(/\{[{%]/g, '\u0000')).includes('\u0000')) {
				noted = true;
				note(line, 'What stands in {{ }} or {% %} was left as it is: only the program that made the site knows what it says.');
			}
			return text === line.text ? line : { ...line, text };
		});
	};
}

/** `[[Page]]`, `[[Page|words]]` and `[[Page#part]]` lead to the text of that name, the nearest one. */
export const wikilinks: Rewriting = (lines, { path, files, became }) => {
	const code = codeLines(lines);
	const byName = Map.groupBy(
		[...files].filter((file) => /\.md$/i.test(file)),
		(file) => nameKey(basename(file)),
	);
	return lines.map((line, index) => {
		if (code[index] || !line.text.includes('[[')) return line;
		const text = outsideCode(line.text, (words) =>
			words.replace(/(?<!!)\[\[([^\]|#[]{1,200})(#[^\]|[]{1,200})?(?:\|([^\][]{1,200}))?\]\]/g, (whole, name: string, part = '', label?: string) => {
				const found = byName.get(nameKey(basename(name.trim())))?.toSorted((a, b) => relative(dirname(path), a).length - relative(dirname(path), b).length)[0];
				if (found === undefined) return whole;
				became('wikilink');
				const fragment = part === '' ? '' : `#${slug(part.slice(1).trim())}`;
				return `[${(label ?? name).trim()}](<${relative(dirname(path), found)}${fragment}>)`;
			}),
		);
		return text === line.text ? line : { ...line, text };
	});
};

function nameKey(name: string): string {
	return name
		.replace(/\.md$/i, '')
		.replace(/[\s_-]+/g, '-')
		.toLowerCase();
}

/** Fragments that MkDocs made of headings, where headings have other ids here. */
export const mappedFragments: Rewriting = (lines, context) => {
	const known = new Map<string, ReadonlyMap<string, string>>();
	const idsOf = (file: string): ReadonlyMap<string, string> => {
		const found = known.get(file);
		if (found) return found;
		const ids = file === context.path ? headingIds(lines) : headingIds(linesOf(context.read(file) ?? ''));
		known.set(file, ids);
		return ids;
	};
	if (!lines.some(({ text }) => text.includes('#') && /\]\(|href=|\]:/.test(text))) return lines;
	return changeAddresses(lines, (address) => {
		const [, path = '', fragment = ''] = /^([^?#]*)#(.+)$/s.exec(address) ?? [];
		if (fragment === '' || isExternal(address)) return undefined;
		const file = fileOf(path, context);
		const id = file === undefined ? undefined : idsOf(file).get(fragment);
		return id === undefined || id === fragment ? undefined : `${path}#${id}`;
	});
};

function fileOf(path: string, { path: from, files }: RewritingContext): string | undefined {
	if (path === '') return from;
	let plain: string;
	try {
		plain = join(dirname(from), decodeURIComponent(path)).replace(/\/$/, '');
	} catch {
		return undefined;
	}
	return [plain, `${plain}.md`, `${plain}/index.md`, `${plain}/README.md`].find((file) => files.has(file));
}

/** Ids of a text's headings here, by those that Python-Markdown gave them, where the two differ. */
function headingIds(lines: readonly Line[]): Map<string, string> {
	const ids = new Map<string, string>();
	const counts = new Map<string, number>();
	const own = new Map<string, number>();
	for (const node of parseMarkdown(lines.map(({ text }) => text).join('\n')).children) {
		if (node.type !== 'heading') continue;
		const words = textOf(node, { includeHtml: false, includeImageAlt: false }).replace(/\s*\{[^}]*\}\s*$/, '');
		const theirs = words
			.normalize('NFKD')
			.replace(/[^\x00-\x7f]/g, '')
			.replace(/[^\w\s-]/g, '')
			.trim()
			.toLowerCase()
			.replace(/[-\s]+/g, '-');
		const ours = slug(words);
		const [theirCount, ourCount] = [counts.get(theirs) ?? 0, own.get(ours) ?? 0];
		counts.set(theirs, theirCount + 1);
		own.set(ours, ourCount + 1);
		ids.set(theirCount === 0 ? theirs : `${theirs}_${theirCount}`, ourCount === 0 ? ours : `${ours}-${ourCount}`);
	}
	return ids;
}
