import { codeLines, linesOf } from '../lines.js';
import { type JsxAttribute, JsxReader } from './jsx-tag.js';

/** A piece of an MDX text; `start` and `end` are places in it. */
export type MdxNode = { start: number; end: number } & (
	| { type: 'text' }
	/** `{…}`: what is between the braces. */
	| { type: 'expression'; source: string }
	| { type: 'comment' }
	/** Lines of `import` and `export`. */
	| { type: 'script'; source: string }
	| MdxElement
);

/** A component, or a tag of HTML that is written as in JSX. */
export interface MdxElement {
	type: 'element';
	name: string;
	attributes: readonly JsxAttribute[];
	children: MdxNode[];
	/** False for a tag that is closed nowhere. */
	whole: boolean;
	start: number;
	end: number;
}

const importForm = /import\s{1,20}(?:[\w$*{},\s]{1,2000}?\sfrom\s{1,20})?(["'])[^"'\n]{1,500}\1[^\S\n]*;?[^\S\n]*(?=\n|$)/y;
const exportForm = /export\s+(?:const|let|var|function|async|class|default|type|interface|\{|\*)/y;
const math = /\$(?!\s)[^$\n<]{1,500}(?<!\s)\$/y;
const headingId = /\{(?:#[\w.:-]+|\/\*\s*#[\w.:-]+\s*\*\/)\}[^\S\n]*(?=\n|$)/y;

/** Tags that hold nothing. */
const empty = new Set(['img', 'br', 'hr', 'input', 'meta', 'link', 'source', 'embed', 'col', 'wbr']);

/** How deep tags may be nested; deeper ones are text. */
const deepest = 100;

/** How far the end of a statement is looked for, in characters. */
const longestScript = 20_000;

/** Takes an MDX text apart. Code, and HTML that is plain HTML, is text. */
export function scanMdx(text: string): MdxNode[] {
	const reader = new JsxReader(text);
	const isCode = codeLines(linesOf(text), { indentation: false });
	const root: MdxNode[] = [];
	const open: MdxElement[] = [];
	const siblings = (): MdxNode[] => open.at(-1)?.children ?? root;
	let written = 0;
	/** Line of the place that the scan has come to, and where it begins. */
	let line = 0;
	let lineBegin = 0;
	let counted = 0;
	let afterScript = true;
	let paragraphEnd = -1;
	let commentsEnd = true;
	let vainScripts = 0;

	const put = (node: MdxNode): void => {
		if (written < node.start) siblings().push({ type: 'text', start: written, end: node.start });
		siblings().push(node);
		written = node.end;
	};
	/** Closes what a closing tag names; false when nothing of that name is open. */
	const close = (name: string, start: number, end: number): boolean => {
		const index = open.findLastIndex((element) => element.name === name);
		if (index < 0) return false;
		if (written < start) siblings().push({ type: 'text', start: written, end: start });
		abandon(open.splice(index + 1), siblings());
		const element = open.pop();
		if (element) Object.assign(element, { whole: true, end });
		written = end;
		return true;
	};

	for (let at = 0; at < text.length; ) {
		for (; counted < at; counted += 1) {
			if (text[counted] !== '\n') continue;
			line += 1;
			lineBegin = counted + 1;
		}
		const lineStart = at === lineBegin;
		if (lineStart && isCode[line]) {
			at = endOfLine(text, at);
			continue;
		}
		if (lineStart && afterScript && vainScripts < 20) {
			const end = scriptEnd(text, at);
			if (end === undefined && test(exportForm, text, at)) vainScripts += 1;
			if (end !== undefined) {
				put({ type: 'script', source: text.slice(at, end), start: at, end });
				at = end;
				continue;
			}
		}
		const sign = text[at] ?? '';
		if (lineStart) afterScript = /^[^\S\n]*(?:\n|$)/.test(text.slice(at, at + 200));
		let next = at + 1;
		if (sign === '\\') next = Math.min(text.length, at + (text[at + 1] === '\n' ? 1 : 2));
		else if (sign === '`') {
			if (at >= paragraphEnd) paragraphEnd = endOfParagraph(text, at);
			next = inlineCodeEnd(text, at, paragraphEnd);
		} else if (sign === '$') next = mathEnd(text, at);
		else if (sign === '{' && !test(headingId, text, at) && !/^\s{0,20}:::/.test(text.slice(lineBegin, lineBegin + 30))) {
			const end = reader.bracesEnd(at);
			if (end !== undefined) {
				const source = text.slice(at + 1, end - 1).trim();
				put(/^\/\*(?:(?!\*\/)[\s\S])*\*\/$/.test(source) || source === '' ? { type: 'comment', start: at, end } : { type: 'expression', source, start: at, end });
				next = end;
			}
		} else if (text.startsWith('<!--', at)) {
			const end: number = commentsEnd ? text.indexOf('-->', at) : -1;
			commentsEnd = end >= 0;
			if (commentsEnd) next = end + 3;
		} else if (sign === '<') {
			const tag = reader.tagAt(at);
			if (tag && (tag.closing || open.length < deepest) && (isComponent(tag.name) || tag.closing || tag.attributes.some(isJsx))) {
				const { name, attributes, end } = tag;
				if (tag.closing) {
					if (close(name, at, end)) next = end;
				} else {
					const element: MdxElement = { type: 'element', name, attributes, children: [], whole: tag.selfClosing || empty.has(name), start: at, end };
					put(element);
					if (!element.whole) open.push(element);
					next = end;
				}
			}
		}
		at = next;
	}
	if (written < text.length) siblings().push({ type: 'text', start: written, end: text.length });
	abandon(open, root);
	return root;
}

/** What stands behind tags that are closed nowhere is not within them. The outermost comes first. */
function abandon(elements: readonly MdxElement[], siblings: MdxNode[]): void {
	for (const element of elements) for (const child of element.children.splice(0)) siblings.push(child);
}

function isComponent(name: string): boolean {
	return name === '' || /^[A-Z]|\./.test(name);
}

function isJsx({ name, expression }: JsxAttribute): boolean {
	return expression !== undefined || name === 'className' || name === 'htmlFor';
}

function scriptEnd(text: string, at: number): number | undefined {
	importForm.lastIndex = at;
	const found = importForm.exec(text)?.[0];
	if (found !== undefined) return at + found.length;
	if (!test(exportForm, text, at)) return undefined;
	// A statement ends before an empty line that stands in no bracket.
	const near = text.slice(at, at + longestScript);
	for (const { index } of [...near.matchAll(/\n(?=[^\S\n]*(?:\n|$|import\s|export\s))|$/g)].slice(0, 200)) if (isBalanced(near.slice(0, index))) return at + index;
	return undefined;
}

function isBalanced(script: string): boolean {
	const bare = script.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`/g, '');
	return [...'{(['].every((sign, index) => bare.split(sign).length === bare.split('})]'[index] ?? '').length);
}

/** Behind the backticks that close code within a paragraph; behind the opening ones when there are none. */
function inlineCodeEnd(text: string, at: number, limit: number): number {
	const run = /`+/y;
	run.lastIndex = at;
	const ticks = run.exec(text)?.[0] ?? '`';
	for (let found = text.indexOf(ticks, at + ticks.length); found >= 0 && found < limit; ) {
		let end = found;
		while (text[end] === '`') end += 1;
		if (end - found === ticks.length) return end;
		found = text.indexOf(ticks, end);
	}
	return at + ticks.length;
}

function endOfParagraph(text: string, at: number): number {
	const blankLine = /\n[^\S\n]*\n/g;
	blankLine.lastIndex = at;
	return blankLine.exec(text)?.index ?? text.length;
}

function mathEnd(text: string, at: number): number {
	if (text.startsWith('$$', at)) {
		const end = text.indexOf('$$', at + 2);
		return end < 0 || end - at > 5_000 ? at + 2 : end + 2;
	}
	math.lastIndex = at;
	const found = math.exec(text)?.[0];
	return found !== undefined && /[\\^_={}]/.test(found) ? at + found.length : at + 1;
}

function test(form: RegExp, text: string, at: number): boolean {
	form.lastIndex = at;
	return form.test(text);
}

function endOfLine(text: string, at: number): number {
	const end = text.indexOf('\n', at);
	return end < 0 ? text.length : end + 1;
}
