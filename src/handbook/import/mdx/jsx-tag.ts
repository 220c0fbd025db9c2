import { readExpression } from '../script-literals.js';

/** An attribute of a tag. */
export interface JsxAttribute {
	name: string;
	/** What it says; `true` for one without a value, undefined when only running it would tell. */
	value: unknown;
	/** The expression in braces, as it stands. */
	expression?: string;
}

/** A tag of JSX or HTML. */
export interface JsxTag {
	/** Empty for a fragment, `<>`. */
	name: string;
	closing: boolean;
	selfClosing: boolean;
	attributes: JsxAttribute[];
	/** Where the tag ends in the text. */
	end: number;
}

const nameForm = /[A-Za-z][\w.-]*/y;
const attributeForm = /[A-Za-z_@:][\w.:@-]*/y;
const bare = /[^\s"'=<>`{}]+/y;
const spaces = /\s*/y;

/** How many characters may be looked through in vain in one text, so that none takes long. */
const patience = 1_000_000;

/** Reads tags and expressions of one text. What turns out to be neither is undefined. */
export class JsxReader {
	readonly #text: string;
	#left = patience;

	constructor(text: string) {
		this.#text = text;
	}

	/** The tag that begins at a `<`. */
	tagAt(start: number): JsxTag | undefined {
		const closing = this.#text[start + 1] === '/';
		let at = start + (closing ? 2 : 1);
		const name = this.#match(nameForm, at) ?? '';
		at += name.length;
		const attributes: JsxAttribute[] = [];
		if (name === '' && this.#text[at] !== '>') return undefined;
		while (this.#left > 0) {
			const gap = this.#match(spaces, at)?.length ?? 0;
			at += gap;
			if (this.#text.startsWith('/>', at)) return { name, closing, selfClosing: true, attributes, end: at + 2 };
			if (this.#text[at] === '>') return { name, closing, selfClosing: false, attributes, end: at + 1 };
			if (closing || (gap === 0 && attributes.length === 0)) return this.#vain(start, at);
			if (this.#text[at] === '{') {
				const end = this.bracesEnd(at);
				if (end === undefined) return this.#vain(start, at);
				at = end;
				continue;
			}
			const key = this.#match(attributeForm, at);
			if (key === undefined) return this.#vain(start, at);
			at += key.length;
			const found = this.#valueAt(at);
			if (!found) return this.#vain(start, at);
			attributes.push({ name: key, ...found.attribute });
			at = found.end;
		}
		return undefined;
	}

	#valueAt(start: number): { attribute: Omit<JsxAttribute, 'name'>; end: number } | undefined {
		let at = start + (this.#match(spaces, start)?.length ?? 0);
		if (this.#text[at] !== '=') return { attribute: { value: true }, end: start };
		at += 1 + (this.#match(spaces, at + 1)?.length ?? 0);
		const sign = this.#text[at] ?? '';
		if (sign === '"' || sign === "'") {
			const end = this.#text.indexOf(sign, at + 1);
			if (end < 0) this.#left -= this.#text.length - at;
			return end < 0 ? undefined : { attribute: { value: this.#text.slice(at + 1, end) }, end: end + 1 };
		}
		if (sign === '{') {
			const end = this.bracesEnd(at);
			if (end === undefined) return undefined;
			const expression = this.#text.slice(at + 1, end - 1).trim();
			return { attribute: { value: readExpression(expression.replace(/\.default$/, '')), expression }, end };
		}
		const value = this.#match(bare, at);
		return value === undefined ? undefined : { attribute: { value }, end: at + value.length };
	}

	/** Where the expression ends that begins with a brace, behind its last brace. */
	bracesEnd(start: number): number | undefined {
		let depth = 0;
		for (let at = start; at < this.#text.length && at - start < this.#left; at += 1) {
			const sign = this.#text[at] ?? '';
			if ('"\'`'.includes(sign)) at = this.#quoteEnd(at, sign);
			else if (sign === '/' && this.#text[at + 1] === '*') at = Math.max(at, this.#text.indexOf('*/', at + 2) + 1);
			else if (sign === '{') depth += 1;
			else if (sign === '}') depth -= 1;
			if (depth === 0) return at + 1;
		}
		this.#left -= this.#text.length - start;
		return undefined;
	}

	/** The closing quotation mark; the place itself when there is none on the line, as in words such as “don't”. */
	#quoteEnd(start: number, sign: string): number {
		for (let at = start + 1; at < this.#text.length; at += 1) {
			if (this.#text[at] === '\\') at += 1;
			else if (this.#text[at] === sign) return at;
			else if (this.#text[at] === '\n' && sign !== '`') return start;
		}
		this.#left -= this.#text.length - start;
		return start;
	}

	#match(form: RegExp, at: number): string | undefined {
		form.lastIndex = at;
		return form.exec(this.#text)?.[0];
	}

	#vain(start: number, at: number): undefined {
		this.#left -= at - start;
		return undefined;
	}
}
