import { lineAt, lineStarts } from '../line-places.js';
import { type Line, linesOf } from '../lines.js';
import { addBlock, dedent, indent, isBlank, trimBlank } from '../notation/indent.js';
import type { Rewriting, RewritingContext } from '../rewriting.js';
import { readScript, type ScriptLiterals } from '../script-literals.js';
import { splitFrontMatter } from '../split-front-matter.js';
import { type ComponentContext, components, type Rendered } from './components.js';
import { htmlTag } from './html-tag.js';
import { importsOf } from './imports.js';
import { markdownLines } from './markdown-lines.js';
import { rebase } from './rebase.js';
import { type MdxElement, type MdxNode, scanMdx } from './scan-mdx.js';

/** How MDX is read. */
export interface MdxOptions {
	/** The file that an import leads to, by its words and the path of the text; undefined when there is none. */
	locate(target: string, from: string): string | undefined;
}

/** How deep texts may bring in others. */
const deepest = 8;
/** So that no small text grows large. */
const longest = 2_000_000;

/** Turns MDX into plain Markdown: texts that are brought in, known components, literals. Of other components the words stay, and a note says so. */
export function mdxToMarkdown(options: MdxOptions): Rewriting {
	return (lines, context) => {
		// A text without these signs is Markdown already.
		if (!lines.some(({ text }) => /[<{]|^(?:import|export)\s|^ {4}/.test(text))) return lines;
		const state = { length: 0, depth: 0, noted: new Set<string>() };
		return new MdxWriter(lines, context.path, {}, { ...options, context, state }).whole();
	};
}

interface Shared extends MdxOptions {
	context: RewritingContext;
	state: { length: number; depth: number; noted: Set<string> };
}

class MdxWriter {
	readonly #text: string;
	readonly #lines: readonly Line[];
	readonly #starts: number[];
	readonly #path: string;
	readonly #props: Readonly<Record<string, unknown>>;
	readonly #shared: Shared;
	readonly #nodes: MdxNode[];
	readonly #imports: ReadonlyMap<string, string>;
	readonly #script: ScriptLiterals;

	constructor(lines: readonly Line[], path: string, props: Readonly<Record<string, unknown>>, shared: Shared) {
		this.#lines = lines;
		this.#text = lines.map(({ text }) => text).join('\n');
		this.#starts = lineStarts(lines);
		this.#path = path;
		this.#props = props;
		this.#shared = shared;
		this.#nodes = scanMdx(this.#text);
		const scripts = this.#nodes.flatMap((node) => (node.type === 'script' ? [node.source] : []));
		this.#imports = importsOf(scripts);
		this.#script = readScript(scripts.join('\n'));
	}

	whole(): Line[] {
		return markdownLines(this.#render(this.#nodes, 0));
	}

	#render(nodes: readonly MdxNode[], depth: number): Line[] {
		const out: Line[] = [{ text: '', from: this.#fromAt(nodes[0]?.start ?? 0) }];
		const append = (text: string): void => {
			const last = out.at(-1);
			if (last) last.text += text;
		};
		let heading = depth;
		let inFence = false;
		const watch = (text: string): void => {
			if (/^\s*(?:```|~~~)/.test(text)) inFence = !inFence;
			else if (!inFence) heading = /^(#{1,6})\s/.exec(text)?.[1]?.length ?? heading;
		};
		nodes.forEach((node, index) => {
			switch (node.type) {
				case 'text':
					this.#text
						.slice(node.start, node.end)
						.split('\n')
						.forEach((text, at) => {
							if (at === 0) append(text);
							else out.push({ text, from: 0 });
							watch(text);
						});
					this.#number(out, node.start, node.end);
					break;
				case 'expression':
					append(this.#expression(node.source, node.start));
					break;
				case 'element': {
					const context = this.#contextOf(node, heading);
					const rendered = this.#element(node, context);
					if (typeof rendered === 'string') append(rendered);
					else {
						const before = out.at(-1);
						const spaces = before && isBlank(before) ? before.text : '';
						if (before && spaces !== '') before.text = '';
						addBlock(out, indent(rendered, spaces));
						if (rendered.length > 0) out.push({ text: '', from: this.#fromAt(node.end) });
						const follows = nodes[index + 1];
						if (rendered.length > 0 && follows?.type === 'text' && !/^[^\S\n]*(?:\n|$)/.test(this.#text.slice(follows.start, follows.end))) out.push({ text: '', from: this.#fromAt(node.end) });
					}
					break;
				}
				default:
			}
		});
		return out;
	}

	/** Gives the lines of a piece of text, which are the last ones, the lines they come from. */
	#number(out: Line[], start: number, end: number): void {
		let place = lineAt(this.#starts, end);
		for (let at = out.length - 1; at >= 0 && out[at]?.from === 0; at -= 1, place -= 1) {
			const line = out[at];
			if (line) line.from = this.#lines[place]?.from ?? this.#fromAt(start);
		}
	}

	#fromAt(place: number): number {
		return this.#lines[lineAt(this.#starts, place)]?.from ?? 1;
	}

	#contextOf(element: MdxElement, depth: number): ComponentContext {
		const from = this.#fromAt(element.start);
		return {
			content: (children) => trimBlank(dedent(trimBlank(this.#render(children, depth)))),
			words: (children) =>
				this.#render(children, depth)
					.map(({ text }) => text.trim())
					.filter(Boolean)
					.join(' '),
			depth,
			from,
			attribute: (of, ...names) => names.map((name) => this.#attribute(of, name)).find((value) => value !== undefined),
			note: (message) => this.#note(from, message),
		};
	}

	#attribute(element: MdxElement, name: string): string | undefined {
		const found = element.attributes.find((attribute) => attribute.name === name);
		if (found === undefined || found.value === true) return undefined;
		const value = found.value ?? this.#known(found.expression ?? '');
		return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
	}

	/** The value of a name that the text itself gives: an import, a constant, a field of its front matter, a property. */
	#known(expression: string): unknown {
		const [, object, key = ''] = /^(?:(props|frontMatter|frontmatter|\$frontmatter)\??\.)?([\w$]+)$/.exec(expression) ?? [];
		if (object === 'props') return this.#props[key];
		if (object !== undefined) return Object.hasOwn(this.#shared.context.data, key) ? this.#shared.context.data[key] : undefined;
		return this.#script.constant(key) ?? this.#imports.get(key);
	}

	#expression(source: string, start: number): string {
		const literal = /^(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`$\\]*`|[\d.]+)$/.test(source) ? readScript(`[${source}]`).exported : undefined;
		const value = Array.isArray(literal) ? literal[0] : this.#imports.has(source) ? undefined : this.#known(source);
		if (typeof value === 'string' || typeof value === 'number') return plain(String(value));
		if (source === 'children' || source === 'props.children') return '';
		this.#note(this.#fromAt(start), `{${shortened(source)}} was left as it is: only the program that made the site knows what it says.`);
		return `{${this.#text.slice(start + 1, start + 1 + Math.max(0, this.#text.indexOf(source, start) - start - 1))}${source}}`;
	}

	#element(element: MdxElement, context: ComponentContext): Rendered {
		const { name, children, whole } = element;
		const { became } = this.#shared.context;
		if (name === '' && whole) return inFlow(element, this.#text) ? context.content(children) : context.words(children);
		if (/^[a-z]/.test(name) && !name.includes('.')) {
			const tag = htmlTag(element, (attribute) => this.#attribute(element, attribute));
			if (!whole || children.length === 0) return children.length === 0 && whole && this.#isClosedApart(element) ? `${tag}</${name}>` : tag;
			const inner = this.#render(children, context.depth);
			if (/^<(?:div|span|section)>$/.test(tag)) return inFlow(element, this.#text) ? context.content(children) : inner.length === 1 ? (inner[0]?.text ?? '') : inner;
			if (name === 'style' || name === 'script') return '';
			// Its lines go on as lines: what is HTML stays HTML.
			return inner.length === 1
				? `${tag}${inner[0]?.text ?? ''}</${name}>`
				: [{ text: tag + (inner[0]?.text ?? ''), from: context.from }, ...inner.slice(1, -1), { text: `${inner.at(-1)?.text ?? ''}</${name}>`, from: inner.at(-1)?.from ?? context.from }];
		}
		const target = this.#imports.get(name);
		const partial = target !== undefined && /\.mdx?$/i.test(target) ? this.#partial(element, target, context) : undefined;
		if (partial) {
			became('import');
			return partial;
		}
		const known = Object.hasOwn(components, name) ? components[name] : undefined;
		const flow = inFlow(element, this.#text);
		if (known && whole) {
			const rendered = known(element, context, flow);
			if (rendered !== undefined) {
				became(name);
				return rendered;
			}
		}
		return this.#unknown(element, context, flow);
	}

	/** A component that nothing is known of: the words in it stay; one without words stays as its source. */
	#unknown(element: MdxElement, context: ComponentContext, flow: boolean): Rendered {
		const { name, children, whole } = element;
		const source = this.#text.slice(element.start, element.end);
		const content = whole ? context.content(children) : [];
		const words = content
			.map(({ text }) => text.trim())
			.filter(Boolean)
			.join(' ');
		if (words === '') {
			this.#noteOnce(name, context.from, `<${name}> is a component of the site. It has no words that could be kept, so that it stands in the text as it was written.`);
			const ticks = source.includes('`') ? '``' : '`';
			const code = `${ticks}${ticks.length > 1 ? ' ' : ''}${source.replace(/\s+/g, ' ')}${ticks.length > 1 ? ' ' : ''}${ticks}`;
			return flow ? [{ text: code, from: context.from }] : code;
		}
		this.#noteOnce(name, context.from, `<${name}> is a component of the site. The words in it were kept, and how it showed them was not.`);
		const title = context.attribute(element, 'title', 'label', 'heading', 'name', 'caption', 'summary', 'description');
		if (!flow) return words;
		return title === undefined ? content : [{ text: `**${title.trim()}**`, from: context.from }, { text: '', from: context.from }, ...content];
	}

	#isClosedApart(element: MdxElement): boolean {
		return this.#text.slice(element.start, element.end).endsWith(`</${element.name}>`);
	}

	/** Another text in the place of its name. */
	#partial(element: MdxElement, target: string, context: ComponentContext): Line[] | undefined {
		const { locate, state, context: rewriting } = this.#shared;
		const path = locate(target, this.#path);
		const source = path === undefined ? undefined : rewriting.read(path);
		if (path === undefined || source === undefined || state.depth >= deepest || state.length + source.length > longest) {
			context.note(`<${element.name} /> brings in ${target}, which cannot be brought in.`);
			return undefined;
		}
		state.length += source.length;
		state.depth += 1;
		const { body } = splitFrontMatter(source);
		const lines = rebase(linesOf(body), path, rewriting.path).map(({ text }) => ({ text, from: context.from }));
		const props = Object.fromEntries(element.attributes.map(({ name, value, expression }) => [name, value ?? this.#known(expression ?? '')]));
		const written = new MdxWriter(lines, path, props, this.#shared).whole();
		state.depth -= 1;
		return trimBlank(written);
	}

	#noteOnce(name: string, from: number, message: string): void {
		if (this.#shared.state.noted.has(name)) return;
		this.#shared.state.noted.add(name);
		this.#note(from, message);
	}

	#note(from: number, message: string): void {
		this.#shared.context.note({ from }, message);
	}
}

/** True for a component that has its lines for itself. */
function inFlow({ start, end }: MdxElement, text: string): boolean {
	return /(?:^|\n)[^\S\n]*$/.test(text.slice(Math.max(0, start - 200), start)) && /^[^\S\n]*(?:\n|$)/.test(text.slice(end, end + 200));
}

/** Words that mean themselves, as Markdown. */
function plain(words: string): string {
	return words.replace(/[<>&*_`[\]\\]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function shortened(source: string): string {
	const line = source.replace(/\s+/g, ' ');
	return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
