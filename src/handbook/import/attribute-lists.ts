import { codeLines, type Line, outsideCode } from './lines.js';
import { alertBlock } from './markdown-blocks.js';
import type { Rewriting, RewritingContext } from './rewriting.js';

/** What stands between the brackets of `{: .class #id key="value" }`. */
interface Attributes {
	id?: string;
	classes: string[];
	/** Words alone, such as `toc`. */
	names: string[];
}

/** Boxes by the classes that themes have for them; a class with `title` behind it says that the first paragraph is one. */
const boxClass = /^(?:prompt-|notice--|alert-|callout-)?(note|tip|info|important|warning|caution|danger|success|primary|new|hint)(-title)?$/;

/** Takes the attribute lists of kramdown out: `{: .class #id}` in and below a text, `{:toc}`, `{::options /}`. Boxes become alerts, ids stay for the links that lead to them. */
export const undoKramdownLists: Rewriting = (lines, context) => {
	const code = codeLines(lines);
	const output: Line[] = [];
	let comment = false;
	for (let index = 0; index < lines.length; index += 1) {
		const line = lines[index];
		if (!line) continue;
		if (code[index] || !(comment || line.text.includes('{:'))) {
			output.push(...(code[index] ? [line] : otherKramdown(line, context)));
			continue;
		}
		if (comment) {
			if (/\{:\/(?:comment)?\}/.test(line.text)) comment = false;
			continue;
		}
		if (/^\s*\{::comment\}/.test(line.text)) {
			comment = !/\{:\/(?:comment)?\}/.test(line.text);
			context.became('comment');
			continue;
		}
		if (/^\s*\{:(?::options\b[^{}]*\/|:nomarkdown|\/(?:nomarkdown|options)?)\}\s*$/.test(line.text)) {
			context.became('kramdown');
			continue;
		}
		const own = /^[\s>]*\{:([^{}]*)\}\s*$/.exec(line.text)?.[1];
		const attributes = own === undefined ? undefined : attributesOf(own, { names: true });
		if (attributes) {
			index = applyToBlock(attributes, lines, code, index, output, context);
			continue;
		}
		output.push({ ...line, text: withoutSpanLists(line.text, context) });
	}
	return output;
};

/** Takes the attribute lists of Hugo out: behind headings, and alone on a line below a block. */
export const undoHugoLists: Rewriting = (lines, context) => {
	const code = codeLines(lines);
	return lines.flatMap((line, index): Line[] => {
		if (code[index] || !/\{[.#\w]/.test(line.text)) return [line];
		const start = line.text.lastIndexOf('{');
		const end = line.text.indexOf('}', start);
		const isHeading = /^#{1,6}\s/.test(line.text);
		const isAlone = line.text.slice(0, start).trim() === '' && index > 0 && lines[index - 1]?.text.trim() !== '';
		if (
			end < 0 ||
			line.text
				.slice(end + 1)
				.replace(/#+\s*$/, '')
				.trim() !== '' ||
			!(isHeading || isAlone)
		)
			return [line];
		const attributes = attributesOf(line.text.slice(start + 1, end), { names: false });
		if (!attributes || attributes.classes.length + Number(attributes.id !== undefined) + attributes.names.length === 0) return [line];
		context.became('attributes');
		if (isHeading) return [{ ...line, text: withAnchor(line.text.slice(0, start).trimEnd(), attributes.id) }];
		return attributes.id === undefined
			? []
			: [
					{ ...line, text: '' },
					{ ...line, text: `<a id="${attributes.id}"></a>` },
				];
	});
};

/** Markdown within HTML, which needs an empty line above it, and abbreviations, whose meaning would be nowhere. */
function otherKramdown(line: Line, { became }: RewritingContext): Line[] {
	const [whole, short = '', meaning = ''] = /^\*\[([^\]]+)\]:\s*(\S.*)$/.exec(line.text) ?? [];
	if (whole !== undefined) {
		became('abbreviation');
		return [{ ...line, text: `- **${short}**: ${meaning}` }];
	}
	if (!/^\s*<\w[^<>]*\smarkdown=["']?(?:1|block|true)\b/.test(line.text)) return [line];
	became('markdown in HTML');
	const text = line.text.replace(/\smarkdown=["']?(?:1|block|true)["']?/, '');
	return /^\s*<[^<>]+>\s*$/.test(text)
		? [
				{ ...line, text },
				{ ...line, text: '' },
			]
		: [{ ...line, text }];
}

/** A list alone on its line belongs to the block above it, else to the one below. Gives the index of the last line that was used. */
function applyToBlock({ id, classes, names }: Attributes, lines: readonly Line[], code: readonly boolean[], index: number, output: Line[], context: RewritingContext): number {
	const line = lines[index] ?? { text: '', from: 1 };
	const above = output.at(-1);
	const isBelow = above !== undefined && above.text.trim() !== '' && index > 0;
	if (names.includes('toc')) {
		// The list of one item that it stands below is not shown.
		while (output.length > 0 && /^\s*(?:[-*+]|\d+\.)\s/.test(output.at(-1)?.text ?? '') && (output.at(-2)?.text ?? '').trim() === '') {
			output.pop();
			break;
		}
		context.became('toc');
		return index;
	}
	context.became('attributes');
	if (id !== undefined) {
		if (isBelow && /^#{1,6}\s/.test(above.text)) output[output.length - 1] = { ...above, text: withAnchor(above.text, id) };
		else output.push(...(isBelow ? [{ ...line, text: '' }] : []), { ...line, text: `<a id="${id}"></a>` }, { ...line, text: '' });
	}
	const box = classes.map((name) => boxClass.exec(name)).find((found) => found !== null);
	if (!box && !classes.includes('notice')) return index;
	const kind = box?.[1] ?? 'note';
	if (isBelow) {
		const start = output.findLastIndex(({ text }) => text.trim() === '' || /^#{1,6}\s/.test(text)) + 1;
		const block = output.splice(start);
		output.push(...boxOf(kind, box?.[2] !== undefined, block, line.from));
		return index;
	}
	let end = index + 1;
	while (end < lines.length && lines[end]?.text.trim() !== '' && !code[end]) end += 1;
	const block = lines.slice(index + 1, end).filter(({ text }) => !/^[\s>]*\{:[^{}]*\}\s*$/.test(text));
	if (block.length > 0)
		output.push(
			...boxOf(
				kind,
				box?.[2] !== undefined,
				block.map((each) => ({ ...each, text: withoutSpanLists(each.text, context) })),
				line.from,
			),
		);
	return end - 1;
}

function boxOf(kind: string, hasTitle: boolean, block: readonly Line[], from: number): Line[] {
	const inner = block.every(({ text }) => /^\s*>/.test(text)) ? block.map((line) => ({ ...line, text: line.text.replace(/^\s*>\s?/, '') })) : block;
	const [title, ...others] = inner;
	const box = hasTitle ? alertBlock(kind, title?.text.replace(/^#+\s*/, '') ?? '', others, from) : alertBlock(kind, '', inner, from);
	// In a list, as deep as it stood.
	const indent = /^[^\S\n]*/.exec(block[0]?.text ?? '')?.[0] ?? '';
	return box.map((line) => ({ ...line, text: indent + line.text }));
}

/** Without the lists that stand behind words: `[x](y){:target="_blank"}`. */
function withoutSpanLists(text: string, context: RewritingContext): string {
	return outsideCode(text, (words) =>
		words.replace(/([^\S\n]*)\{:([^{}]*)\}/g, (whole, space: string, inner: string, at: number) => {
			const attributes = attributesOf(inner, { names: true });
			if (!attributes) return whole;
			context.became('attributes');
			const anchor = attributes.id === undefined ? '' : `${space}<a id="${attributes.id}"></a>`;
			return anchor || (at === 0 || words.length > at + whole.length ? space : '');
		}),
	).trimEnd();
}

function withAnchor(heading: string, id: string | undefined): string {
	return id === undefined ? heading : `${heading} <a id="${id}"></a>`;
}

function attributesOf(inner: string, { names: allowed }: { names: boolean }): Attributes | undefined {
	const attributes: Attributes = { classes: [], names: [] };
	const part = /\s*(?:([.#])([\p{L}\w:-]+)|([\w:-]+)=(?:"[^"]*"|'[^']*'|[^\s"']+)|([\w-]+):?(?=\s|[.#]|$))/uy;
	const text = inner.trim();
	while (part.lastIndex < text.length) {
		const match = part.exec(text);
		if (!match) return undefined;
		const [, sign, name = '', key, alone] = match;
		if (sign === '#') attributes.id = name;
		else if (sign === '.') attributes.classes.push(name);
		else if (key === 'id') attributes.id = match[0].replace(/^[^=]*=["']?|["']$/g, '').replace(/[<>"&\s]/g, '');
		else if (key !== undefined) attributes.names.push(key);
		else if (alone !== undefined) {
			if (!allowed) return undefined;
			attributes.names.push(alone);
		}
	}
	return attributes;
}
