import type { Line } from './lines.js';

/** Puts lines together from pieces that begin and end within a line. */
export class LineWriter {
	readonly #lines: Line[] = [];
	readonly #keepsIndent: boolean;
	#afterBlock = false;

	/** `keepsIndent`: what is written becomes a part of something that takes the indentation of all its lines away. */
	constructor({ keepsIndent = false } = {}) {
		this.#keepsIndent = keepsIndent;
	}

	/** Adds words right behind what is there. */
	add(piece: readonly Line[]): void {
		const start = this.#afterBlock ? piece.findIndex(({ text }) => text.trim() !== '') : 0;
		const last = piece.at(-1);
		if (start < 0 && last) {
			// One empty line is there; only what may stand before another block is kept.
			if (piece.length > 1) this.#lines[this.#lines.length - 1] = { ...last };
			return;
		}
		const [first, ...others] = piece.slice(start);
		if (!first) return;
		if (this.#afterBlock) this.#lines.push({ ...first });
		else this.#glue(first);
		this.#afterBlock = false;
		for (const line of others) this.#lines.push(line);
	}

	/** Adds a paragraph or another block of its own, with empty lines around it, as deep in a list as it stands. */
	addBlock(block: readonly Line[]): void {
		const from = block[0]?.from ?? 1;
		const last = this.#lines.at(-1);
		const indent = last !== undefined && last.text.trim() === '' && (this.#keepsIndent || this.#inList()) ? last.text : '';
		if (last?.text.trim() === '') this.#lines[this.#lines.length - 1] = { text: '', from: last.from };
		else if (last) this.#lines.push({ text: '', from }, { text: '', from });
		const above = this.#lines.at(-2);
		if (this.#afterBlock || (above && above.text.trim() !== '')) this.#lines.push({ text: '', from });
		const [first, ...others] = block.map((line) => ({ ...line, text: line.text === '' ? '' : indent + line.text }));
		if (first) this.#glue(first);
		for (const line of others) this.#lines.push(line);
		this.#lines.push({ text: '', from: block.at(-1)?.from ?? from });
		this.#afterBlock = true;
	}

	lines(): Line[] {
		return this.#lines;
	}

	#glue(first: Line): void {
		const last = this.#lines.at(-1);
		if (last) this.#lines[this.#lines.length - 1] = { text: last.text + first.text, from: last.text.trim() === '' ? first.from : last.from };
		else this.#lines.push({ ...first });
	}

	/** True where an indented line continues an item of a list. */
	#inList(): boolean {
		for (let index = this.#lines.length - 2; index >= Math.max(0, this.#lines.length - 200); index -= 1) {
			const text = this.#lines[index]?.text ?? '';
			if (/^\s*(?:[-*+]|\d+[.)])\s/.test(text)) return true;
			if (/^\S/.test(text)) return false;
		}
		return false;
	}
}

/** Without the indentation that all the lines have. */
export function dedented(lines: readonly Line[]): Line[] {
	const depths = lines.flatMap(({ text }) => (text.trim() === '' ? [] : [text.length - text.trimStart().length]));
	const depth = depths.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
	return lines.map((line) => ({ ...line, text: line.text.trim() === '' ? '' : line.text.slice(depth) }));
}

/** Without the empty lines at both ends. */
export function trimmed(lines: readonly Line[]): Line[] {
	const first = lines.findIndex(({ text }) => text.trim() !== '');
	const last = lines.findLastIndex(({ text }) => text.trim() !== '');
	return first < 0 ? [] : lines.slice(first, last + 1);
}
