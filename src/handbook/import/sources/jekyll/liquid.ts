import { LineWriter, trimmed } from '../../line-writer.js';
import { codeLines, type Line, linesOf } from '../../lines.js';
import { codeBlock, linkAddress, linkTo } from '../../markdown-blocks.js';
import type { RewritingContext } from '../../rewriting.js';
import { tagValues, wordsOf } from '../../tags.js';
import { mediaOfTag } from './known-tags.js';
import { shownBranch } from './liquid-branch.js';
import { knownInclude, missingInclude, readInclude } from './liquid-include.js';
import { blockEnds, type LiquidNode, lineOf, liquidNodes, shortened, sourceOf } from './liquid-nodes.js';
import { evaluate, type Known, type Lookup, within } from './liquid-values.js';

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

/** What a text shares with the files and loops within it. */
interface Shared {
	site: SiteOfLiquid;
	context: RewritingContext;
	/** How much was brought in, in characters. */
	length: number;
}

/** What a text, or a part of it, is resolved with. */
interface Surroundings {
	/** The values given to `include`. */
	params?: ReadonlyMap<string, unknown> | undefined;
	/** Variables from around it. */
	given?: ReadonlyMap<string, Known>;
	depth: number;
	isHtml?: boolean;
	/** Is told what stays as it is. */
	left: (line: Line, message: string) => void;
}

/** Tags that show nothing in a text. */
const silent = new Set(['seo', 'feed_meta', 'toc', 'break', 'continue']);
/** How deep files may bring in each other. */
const deepest = 8;
/** So that no small text grows large, in characters. */
const longest = 2_000_000;
/** The longest list that a loop goes through. */
const mostTurns = 2000;

/** Turns Liquid into what readers saw, as far as the text and the settings say what that was. The rest stays, and is noted. */
export function resolveLiquid(lines: readonly Line[], site: SiteOfLiquid, context: RewritingContext): Line[] {
	return withoutRaw(new LiquidText(lines, { site, context, length: 0 }, { depth: 0, left: (line, message) => context.note(line, message) }).resolved());
}

/** A text with Liquid in it, or a part of one that is read by itself. */
class LiquidText {
	readonly #nodes: readonly LiquidNode[];
	readonly #ends: ReadonlyMap<number, number>;
	readonly #shared: Shared;
	readonly #around: Surroundings;
	readonly #variables: Map<string, Known>;
	readonly #writer = new LineWriter();

	constructor(lines: readonly Line[], shared: Shared, around: Surroundings) {
		this.#nodes = liquidNodes(lines);
		this.#ends = blockEnds(this.#nodes);
		this.#shared = shared;
		this.#around = around;
		this.#variables = new Map(around.given);
	}

	resolved(): Line[] {
		this.#write(0, this.#nodes.length);
		return this.#writer.lines();
	}

	#write(start: number, end: number): void {
		for (let index = start; index < end; index += 1) {
			const node = this.#nodes[index];
			if (!node) continue;
			const last = this.#ends.get(index);
			if (node.name === undefined && !node.output) this.#writer.add(node.piece.lines);
			else if (node.output) this.#value(node, this.#nodes[index - 1]);
			else if (last !== undefined) {
				this.#block(node, index, last);
				index = last;
			} else this.#tag(node);
		}
	}

	#value(node: LiquidNode, before: LiquidNode | undefined): void {
		const behindAddress = before?.output === true && before.rest === 'site.url';
		const known = node.rest === 'site.baseurl' && !behindAddress ? { value: '' } : evaluate(node.rest, this.#lookup);
		if (!known || (typeof known.value === 'object' && known.value !== null)) {
			this.#around.left(lineOf(node), `${shortened(node)} was left as it is: what it shows comes from the program.`);
			this.#writer.add(node.piece.lines);
			return;
		}
		this.#became('liquid');
		const text = String(known.value ?? '');
		this.#words(node, (this.#around.isHtml || text.includes('\n')) && /\|\s*markdownify/.test(node.rest) ? `\n\n${text}\n\n` : text);
	}

	#block(node: LiquidNode, index: number, last: number): void {
		const inner = this.#nodes.slice(index + 1, last);
		switch (node.name) {
			case 'comment':
				this.#became('comment');
				return;
			case 'raw':
				for (const { piece } of inner) this.#writer.add(piece.lines);
				this.#became('raw');
				return;
			case 'highlight':
			case 'mermaid':
				this.#writer.addBlock(codeBlock(node.name === 'mermaid' ? node.name : (node.rest.split(/\s/)[0] ?? ''), sourceOf(inner), lineOf(node).from));
				this.#became(node.name);
				return;
			case 'if':
			case 'unless': {
				const branch = shownBranch(this.#nodes, this.#ends, [index, last], this.#lookup);
				if (!branch) break;
				this.#write(...branch);
				this.#became('if');
				return;
			}
			case 'capture':
				if (!this.#capture(node, inner)) break;
				this.#became('capture');
				return;
			case 'for': {
				const repeated = this.#repeated(node, inner);
				if (!repeated) break;
				this.#shared.context.note(lineOf(node), `${shortened(node)} made this part from data. What it made is a part of the text now.`);
				this.#writer.addBlock(repeated);
				this.#became('for');
				return;
			}
			default:
		}
		this.#leaveBlock(node, inner, sourceOf(this.#nodes.slice(index, last + 1)));
	}

	#leaveBlock(node: LiquidNode, inner: readonly LiquidNode[], source: readonly Line[]): void {
		// What is set within may be set or not.
		for (const { name, rest } of inner) if (name === 'assign' || name === 'capture') this.#variables.set(/^[\w-]+/.exec(rest)?.[0] ?? '', undefined);
		if (node.name === 'capture') this.#variables.set(/^[\w-]+/.exec(node.rest)?.[0] ?? '', undefined);
		this.#around.left(lineOf(node), `${shortened(node)} and what belongs to it was left as it is: what it shows comes from data that only the program has.`);
		if (source.length > 1) this.#writer.addBlock(codeBlock('liquid', source, lineOf(node).from));
		else this.#writer.add(source);
	}

	/** Keeps the words of a capture under its name; false when a part of them is not certain. */
	#capture(node: LiquidNode, inner: readonly LiquidNode[]): boolean {
		const name = /^["']?([\w-]+)["']?$/.exec(node.rest)?.[1];
		if (name === undefined || this.#around.depth >= deepest) return false;
		const made = this.#certain(sourceOf(inner), this.#variables);
		this.#shared.length += made ? wordsOf(made).length : 0;
		if (!made || this.#shared.length > longest) return false;
		this.#variables.set(name, { value: wordsOf(trimmed(made)) });
		return true;
	}

	/** What a loop over a list of data made; undefined when a part of it is not certain. */
	#repeated(node: LiquidNode, inner: readonly LiquidNode[]): Line[] | undefined {
		const [, variable, list] = /^([\w-]+)\s+in\s+([\w.-]+)$/.exec(node.rest) ?? [];
		const known = variable === undefined || list === undefined ? undefined : evaluate(list, this.#lookup);
		if (variable === undefined || !known || !Array.isArray(known.value) || this.#around.depth >= deepest) return undefined;
		const body = sourceOf(inner);
		this.#shared.length += wordsOf(body).length * known.value.length;
		if (known.value.length > mostTurns || this.#shared.length > longest) return undefined;
		const made = new LineWriter();
		for (const value of known.value as unknown[]) {
			const turn = this.#certain(body, new Map(this.#variables).set(variable, { value }));
			if (!turn) return undefined;
			made.add(turn);
		}
		const lines = trimmed(made.lines());
		// Empty lines between the items of a list come from the lines of the loop.
		const isList = lines.every(({ text }) => text.trim() === '' || /^\s*(?:[-*+]|\d+\.)\s/.test(text));
		return isList ? lines.filter(({ text }) => text.trim() !== '') : lines;
	}

	/** A part of this text, resolved by itself; undefined when anything of it had to be left. */
	#certain(part: readonly Line[], given: ReadonlyMap<string, Known>): Line[] | undefined {
		let whole = true;
		const left = (): void => {
			whole = false;
		};
		const made = new LiquidText(part, this.#shared, { ...this.#around, given, depth: this.#around.depth + 1, left }).resolved();
		return whole ? made : undefined;
	}

	#tag(node: LiquidNode): void {
		const { name = '', rest } = node;
		if (name === '#' || silent.has(name)) this.#became(name === '#' ? 'comment' : name);
		else if (name === 'assign' && this.#assign(rest)) this.#became(name);
		else if ((name === 'link' || name === 'post_url') && this.#link(node)) this.#became(name);
		else if (/^include(?:_relative|_cached)?$/.test(name) && this.#include(node)) this.#became('include');
		else if (this.#media(node)) this.#became(name);
		else {
			this.#around.left(
				lineOf(node),
				`${shortened(node)} was left as it is: ${name.startsWith('include') ? 'the file cannot be brought in, or the program makes a part of it.' : 'it is a tag of the program.'}`,
			);
			this.#writer.add(node.piece.lines);
		}
	}

	#assign(text: string): boolean {
		const [, variable, expression] = /^([\w-]+)\s*=\s*(.*)$/s.exec(text) ?? [];
		if (variable === undefined || expression === undefined) return false;
		this.#variables.set(variable, evaluate(expression, this.#lookup));
		return true;
	}

	#link(node: LiquidNode): boolean {
		const told = node.rest.trim();
		const found = node.name === 'link' ? this.#shared.site.link(told) : this.#shared.site.post(told);
		if (found === undefined) return false;
		this.#words(node, linkAddress(`/${found.split('/').map(encodeURIComponent).join('/')}`));
		return true;
	}

	#media(node: LiquidNode): boolean {
		const media = mediaOfTag(node.name ?? '', tagValues(node.rest));
		if (media === undefined) return false;
		this.#writer.addBlock([{ text: linkTo(media, media), from: lineOf(node).from }]);
		return true;
	}

	#include(node: LiquidNode): boolean {
		const { from } = lineOf(node);
		const include = readInclude(node.rest, this.#lookup);
		if (!include) return false;
		const file = this.#shared.site.include(include.file, node.name === 'include_relative');
		const known = knownInclude(include, from) ?? (file ? undefined : missingInclude(include, from));
		const shown = known ?? (file && this.#file(file, include.values, from));
		if (!shown) return false;
		const [line] = shown;
		if (!known && line && shown.length === 1) this.#words(node, line.text);
		else if (line) this.#writer.addBlock(shown);
		return true;
	}

	/** What a file shows; undefined when that is not certain. */
	#file({ text, path }: { text: string; path: string }, params: ReadonlyMap<string, unknown>, from: number): Line[] | undefined {
		this.#shared.length += text.length;
		const { depth, left } = this.#around;
		if (depth >= deepest || this.#shared.length > longest) return undefined;
		const isHtml = /\.html?$/i.test(path);
		const lines = linesOf(text.replace(/\r\n/g, '\n').replace(/\n$/, '')).map((line) => ({ text: isHtml ? line.text.trimStart() : line.text, from }));
		let whole = true;
		const leftInHtml = (): void => {
			whole = false;
		};
		const source = isHtml ? lines.filter((line) => line.text !== '') : lines;
		const shown = new LiquidText(source, this.#shared, { params, depth: depth + 1, isHtml, left: isHtml ? leftInHtml : left }).resolved();
		return whole ? shown.map((line) => ({ ...line, from })) : undefined;
	}

	readonly #lookup: Lookup = (path) => {
		const [first = '', second = ''] = path;
		if (this.#variables.has(first)) {
			const known = this.#variables.get(first);
			return known && { value: within(known.value, path.slice(1)) ?? null };
		}
		const { params } = this.#around;
		if (first === 'include') return params && path.length === 2 ? { value: params.get(second) ?? null } : undefined;
		return this.#shared.site.lookup(path);
	};

	#words(node: LiquidNode, text: string): void {
		const { from } = lineOf(node);
		this.#writer.add(text.split('\n').map((each) => ({ text: each, from })));
	}

	#became(name: string): void {
		this.#shared.context.became(name);
	}
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
