import { LineWriter, trimmed } from '../../line-writer.js';
import { codeLines, type Line, linesOf } from '../../lines.js';
import { codeBlock, figureBlock, linkAddress, linkTo } from '../../markdown-blocks.js';
import type { RewritingContext } from '../../rewriting.js';
import { type Piece, piecesOf, tagValues, wordsOf } from '../../tags.js';
import { alertOfInclude, mediaOfTag } from './known-tags.js';
import { evaluate, holds, type Known, type Lookup, within } from './liquid-values.js';

/** What Liquid may ask of the site. */
export interface SiteOfLiquid {
	/** A value of `site` or `page`, such as `site.title`. */
	lookup: Lookup;
	/** The path of a file from the root, by the words of `link`; of a post, by those of `post_url`. */
	link(path: string): string | undefined;
	post(name: string): string | undefined;
	/** The file of `include`, and of `include_relative` beside the text. */
	include(name: string, relative: boolean): { text: string; path: string } | undefined;
}

interface Node {
	piece: Piece;
	/** The name of a tag, and what stands behind it. */
	name?: string;
	rest: string;
	/** True for `{{ }}`. */
	output: boolean;
}

/** What a text, or a file that it brings in, is resolved with. */
interface Run {
	/** The values given to `include`. */
	params?: ReadonlyMap<string, unknown> | undefined;
	/** Variables from around it. */
	given?: ReadonlyMap<string, Known>;
	depth: number;
	isHtml?: boolean;
	/** Is told what stays as it is. */
	left: (line: Line, message: string) => void;
}

const blocks = new Set(['if', 'unless', 'case', 'for', 'tablerow', 'capture', 'comment', 'raw', 'highlight', 'mermaid', 'details', 'cycle']);
/** Tags that show nothing in a text. */
const silent = new Set(['seo', 'feed_meta', 'toc', 'break', 'continue']);
/** How deep files may bring in each other. */
const deepest = 8;
/** So that no small text grows large, in characters. */
const longest = 2_000_000;

/** Turns Liquid into what readers saw, as far as the text and the settings say what that was. The rest stays, and is noted. */
export function resolveLiquid(lines: readonly Line[], site: SiteOfLiquid, context: RewritingContext): Line[] {
	let length = 0;
	const run = (part: readonly Line[], { params, given = new Map(), depth, isHtml = false, left }: Run): Line[] => {
		const nodes = piecesOf(part, [
			{ open: '{%', close: '%}' },
			{ open: '{{', close: '}}' },
		]).map(nodeOf);
		const ends = endsOf(nodes);
		const variables = new Map<string, Known>(given);
		const lookup: Lookup = (path) => {
			const [first = '', second = ''] = path;
			if (variables.has(first)) {
				const known = variables.get(first);
				return known && { value: within(known.value, path.slice(1)) ?? null };
			}
			if (first === 'include') return params && path.length === 2 ? { value: params.get(second) ?? null } : undefined;
			return site.lookup(path);
		};
		const writer = new LineWriter();
		const place = (node: Node): Line => node.piece.lines[0] ?? { text: '', from: 1 };
		const words = (node: Node, text: string): void => writer.add(text.split('\n').map((each) => ({ text: each, from: place(node).from })));

		const write = (start: number, end: number): void => {
			for (let index = start; index < end; index += 1) {
				const node = nodes[index];
				if (!node) continue;
				const last = ends.get(index);
				if (node.name === undefined && !node.output) writer.add(node.piece.lines);
				else if (node.output) showValue(node, nodes[index - 1]);
				else if (last !== undefined) {
					showBlock(node, index, last);
					index = last;
				} else showTag(node);
			}
		};

		const showValue = (node: Node, before: Node | undefined): void => {
			const behindAddress = before?.output === true && before.rest === 'site.url';
			const known = node.rest === 'site.baseurl' && !behindAddress ? { value: '' } : evaluate(node.rest, lookup);
			if (!known || (typeof known.value === 'object' && known.value !== null)) {
				left(place(node), `${shortened(node)} was left as it is: what it shows comes from the program.`);
				writer.add(node.piece.lines);
				return;
			}
			context.became('liquid');
			const text = String(known.value ?? '');
			words(node, (isHtml || text.includes('\n')) && /\|\s*markdownify/.test(node.rest) ? `\n\n${text}\n\n` : text);
		};

		const showBlock = (node: Node, index: number, last: number): void => {
			const { name } = node;
			const inner = nodes.slice(index + 1, last);
			if (name === 'comment') {
				context.became('comment');
				return;
			}
			if (name === 'raw') {
				for (const { piece } of inner) writer.add(piece.lines);
				context.became('raw');
				return;
			}
			if (name === 'highlight' || name === 'mermaid') {
				writer.addBlock(codeBlock(name === 'mermaid' ? name : (node.rest.split(/\s/)[0] ?? ''), joined(inner), place(node).from));
				context.became(name);
				return;
			}
			if (name === 'if' || name === 'unless') {
				const branch = branchOf(index, last, name);
				if (branch) {
					write(branch[0], branch[1]);
					context.became('if');
					return;
				}
			}
			if (name === 'capture' && capture(node, inner)) {
				context.became(name);
				return;
			}
			if (name === 'for') {
				const repeated = eachOf(node, inner);
				if (repeated) {
					context.note(place(node), `${shortened(node)} made this part from data. What it made is a part of the text now.`);
					writer.addBlock(repeated);
					context.became('for');
					return;
				}
			}
			const source = joined(nodes.slice(index, last + 1));
			// What is set within may be set or not.
			for (const { name: tag, rest } of inner) if (tag === 'assign' || tag === 'capture') variables.set(/^[\w-]+/.exec(rest)?.[0] ?? '', undefined);
			if (name === 'capture') variables.set(/^[\w-]+/.exec(node.rest)?.[0] ?? '', undefined);
			left(place(node), `${shortened(node)} and what belongs to it was left as it is: what it shows comes from data that only the program has.`);
			if (source.length > 1) writer.addBlock(codeBlock('liquid', source, place(node).from));
			else writer.add(source);
		};

		/** Keeps the words of a capture under its name; false when a part of them is not certain. */
		const capture = (node: Node, inner: readonly Node[]): boolean => {
			const name = /^["']?([\w-]+)["']?$/.exec(node.rest)?.[1];
			if (name === undefined || depth >= deepest) return false;
			let whole = true;
			const made = run(joined(inner), {
				params,
				given: variables,
				depth: depth + 1,
				isHtml,
				left: () => {
					whole = false;
				},
			});
			length += wordsOf(made).length;
			if (!whole || length > longest) return false;
			variables.set(name, { value: wordsOf(trimmed(made)) });
			return true;
		};

		/** What a loop over a list of data made; undefined when a part of it is not certain. */
		const eachOf = (node: Node, inner: readonly Node[]): Line[] | undefined => {
			const [, variable, list] = /^([\w-]+)\s+in\s+([\w.-]+)$/.exec(node.rest) ?? [];
			const known = variable === undefined || list === undefined ? undefined : evaluate(list, lookup);
			if (variable === undefined || !known || !Array.isArray(known.value) || depth >= deepest) return undefined;
			const body = joined(inner);
			length += wordsOf(body).length * known.value.length;
			if (known.value.length > 2000 || length > longest) return undefined;
			let whole = true;
			const made = new LineWriter();
			for (const value of known.value as unknown[]) {
				const inside = new Map(variables).set(variable, { value });
				made.add(
					run(body, {
						params,
						given: inside,
						depth: depth + 1,
						isHtml,
						left: () => {
							whole = false;
						},
					}),
				);
				if (!whole) return undefined;
			}
			const lines = trimmed(made.lines());
			// Empty lines between the items of a list come from the lines of the loop.
			const isList = lines.every(({ text }) => text.trim() === '' || /^\s*(?:[-*+]|\d+\.)\s/.test(text));
			return isList ? lines.filter(({ text }) => text.trim() !== '') : lines;
		};

		/** The nodes between which the branch stands that readers saw; undefined when that is not certain. */
		const branchOf = (index: number, last: number, name: string): [number, number] | undefined => {
			let from = index + 1;
			let result = holds(nodes[index]?.rest ?? '', lookup);
			if (name === 'unless' && result !== undefined) result = !result;
			for (let at = index + 1; at <= last; at += 1) {
				const inner = ends.get(at);
				if (inner !== undefined) {
					at = inner;
					continue;
				}
				const part = nodes[at];
				if (at !== last && part?.name !== 'elsif' && part?.name !== 'else') continue;
				if (result === undefined) return undefined;
				if (result) return [from, at];
				from = at + 1;
				result = part?.name === 'elsif' ? holds(part.rest, lookup) : true;
			}
			return [last, last];
		};

		const showTag = (node: Node): void => {
			const { name = '', rest } = node;
			const line = place(node);
			if (name === '#' || silent.has(name)) {
				context.became(name === '#' ? 'comment' : name);
				return;
			}
			if (name === 'assign') {
				const [, variable, expression] = /^([\w-]+)\s*=\s*(.*)$/s.exec(rest) ?? [];
				if (variable !== undefined && expression !== undefined) {
					variables.set(variable, evaluate(expression, lookup));
					context.became('assign');
					return;
				}
			}
			if (name === 'link' || name === 'post_url') {
				const told = rest.trim();
				const found = name === 'link' ? site.link(told) : site.post(told);
				if (found !== undefined) {
					context.became(name);
					words(node, linkAddress(`/${found.split('/').map(encodeURIComponent).join('/')}`));
					return;
				}
			}
			if (name === 'include' || name === 'include_relative' || name === 'include_cached') {
				const shown = included(node, name === 'include_relative');
				if (shown) {
					context.became('include');
					if ('words' in shown) words(node, shown.words);
					else if (shown.block.length > 0) writer.addBlock(shown.block);
					return;
				}
			}
			const media = mediaOfTag(name, tagValues(rest));
			if (media !== undefined) {
				context.became(name);
				writer.addBlock([{ text: linkTo(media, media), from: line.from }]);
				return;
			}
			left(line, `${shortened(node)} was left as it is: ${name.startsWith('include') ? 'the file cannot be brought in, or the program makes a part of it.' : 'it is a tag of the program.'}`);
			writer.add(node.piece.lines);
		};

		const included = (node: Node, relative: boolean): { block: Line[] } | { words: string } | undefined => {
			const { from } = place(node);
			const [, file = '', rest = ''] = /^(\S+)([\s\S]*)$/.exec(node.rest) ?? [];
			const { named, bare } = tagValues(rest);
			const values = new Map<string, unknown>();
			for (const [key, value] of Object.entries(named)) {
				const known = bare.has(key) ? evaluate(value, lookup) : { value };
				if (!known) return undefined;
				values.set(key, known.value);
			}
			const value = (...names: string[]): string | undefined => names.flatMap((each) => (typeof values.get(each) === 'string' ? [String(values.get(each))] : []))[0];
			const plainName = file.replace(/^.*\//, '').replace(/\.\w+$/, '');
			if (plainName === 'toc') return { block: [] };
			const found = site.include(file, relative);
			const alert = alertOfInclude(plainName, value, from);
			if (alert) return { block: alert };
			if (!found) {
				const src = value('image_path', 'src', 'url', 'file', 'image');
				const captions = [value('caption') ?? ''];
				if (src !== undefined && /^(?:figure|image|img)$/.test(plainName)) return { block: figureBlock({ src, alt: value('alt') ?? captions[0] ?? '', link: '', captions }, from) };
				const media = mediaOfTag(value('provider') ?? plainName, { plain: [value('id', 'url') ?? ''], named: {}, bare: new Set() });
				return media === undefined ? undefined : { block: [{ text: linkTo(media, media), from }] };
			}
			length += found.text.length;
			if (depth >= deepest || length > longest) return undefined;
			const isHtml = /\.html?$/i.test(found.path);
			const source = linesOf(found.text.replace(/\r\n/g, '\n').replace(/\n$/, '')).map((line) => ({ text: isHtml ? line.text.trimStart() : line.text, from }));
			let whole = true;
			const shown = run(isHtml ? source.filter(({ text }) => text !== '') : source, {
				params: values,
				depth: depth + 1,
				isHtml,
				left: (line, message) => {
					if (isHtml) whole = false;
					else left(line, message);
				},
			});
			if (!whole) return undefined;
			const placed = shown.map((line) => ({ ...line, from }));
			return placed.length === 1 ? { words: placed[0]?.text ?? '' } : { block: placed };
		};

		write(0, nodes.length);
		return writer.lines();
	};
	return withoutRaw(run(lines, { depth: 0, left: (line, message) => context.note(line, message) }));
}

function nodeOf(piece: Piece): Node {
	const { inside, open } = piece;
	if (inside === undefined) return { piece, rest: '', output: false };
	const text = inside.replace(/^-|-$/g, '').trim();
	if (open === '{{') return { piece, rest: text, output: true };
	const [, name = '', rest = ''] = /^(#|[\w-]+)?\s*([\s\S]*)$/.exec(text) ?? [];
	return name === '' ? { piece, rest: '', output: false } : { piece, name, rest, output: false };
}

/** The index of the last tag of each block, by that of its first. */
function endsOf(nodes: readonly Node[]): Map<number, number> {
	const ends = new Map<number, number>();
	const open: { name: string; index: number }[] = [];
	nodes.forEach(({ name }, index) => {
		if (name === undefined) return;
		const top = open.at(-1);
		// Nothing runs within these, whatever stands there.
		const isClosed = top !== undefined && ['raw', 'comment'].includes(top.name);
		if (name.startsWith('end') && blocks.has(name.slice(3))) {
			if (top?.name !== name.slice(3)) return;
			ends.set(top.index, index);
			open.pop();
		} else if (blocks.has(name) && !isClosed && open.length < 60) open.push({ name, index });
	});
	return ends;
}

function joined(nodes: readonly Node[]): Line[] {
	const writer = new LineWriter();
	for (const { piece } of nodes) writer.add(piece.lines);
	return writer.lines();
}

/** Jekyll takes these signs away in code too, where writers need them most. */
function withoutRaw(lines: readonly Line[]): Line[] {
	const code = codeLines(lines);
	return lines.flatMap((line, index): Line[] => {
		if (!/\{%-?\s*(?:end)?raw\s*-?%\}/.test(line.text)) return [line];
		const text = line.text.replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, '');
		return code[index] && text.trim() === '' ? [] : [{ ...line, text }];
	});
}

function shortened({ piece }: Node): string {
	return wordsOf(piece.lines).replace(/\s+/g, ' ').slice(0, 200);
}
