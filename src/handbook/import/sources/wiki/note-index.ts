import { basename, dirname, join } from 'node:path/posix';
import { isMarkdownPath } from '../../choose-texts.js';
import { decodeText } from '../../decode-text.js';
import { isDotPath, type SourceFolder } from '../../source-folder.js';
import { type SplitSource, splitFrontMatter } from '../../split-front-matter.js';

/** A text of a wiki, read once for all links to it. */
export interface Note {
	/** Path below the layout's root. */
	path: string;
	/** Its file's name without extension, which is what links call it. */
	name: string;
	split: SplitSource;
}

/** How a wiki writes the names of its texts in links. */
export interface NameRules {
	/** The same for two names that mean the same text. */
	keyOf(name: string): string;
	/** Other names of a text, in its front matter or its words. */
	otherNames(note: Note): readonly string[];
}

/** Every text and file of a wiki by its name. */
export class NoteIndex {
	readonly notes: ReadonlyMap<string, Note>;
	readonly #rules: NameRules;
	/** Paths by the key of their file's name, with and without extension. */
	readonly #byName = new Map<string, string[]>();
	readonly #byOtherName = new Map<string, string[]>();
	readonly #found = new Map<string, string | undefined>();

	constructor(folder: SourceFolder, root: string, rules: NameRules) {
		this.#rules = rules;
		const below = root === '' ? '' : `${root}/`;
		const paths = folder.files.filter((path) => path.startsWith(below)).map((path) => path.slice(below.length));
		const shown = paths.filter((path) => !isDotPath(path));
		this.notes = new Map(
			shown.filter(isMarkdownPath).flatMap((path) => {
				const decoded = decodeText(folder.bytes(below + path));
				return decoded ? [[path, { path, name: withoutExtension(basename(path)), split: splitFrontMatter(decoded.text) }] as const] : [];
			}),
		);
		for (const path of shown) {
			add(this.#byName, this.#key(basename(path)), path);
			if (this.notes.has(path)) add(this.#byName, this.#key(withoutExtension(basename(path))), path);
		}
		for (const note of this.notes.values()) for (const name of rules.otherNames(note)) add(this.#byOtherName, this.#key(name), note.path);
	}

	/** The file that a link means in the text at `from`: by its path, else by its name wherever it lies, the nearest first. */
	resolve(link: string, from: string): string | undefined {
		const wanted = link.trim().replace(/^\/+|\/+$/g, '');
		if (wanted === '') return undefined;
		const memory = `${dirname(from)}\0${link}`;
		if (!this.#found.has(memory)) this.#found.set(memory, this.#search(wanted, from));
		return this.#found.get(memory);
	}

	#search(wanted: string, from: string): string | undefined {
		if (/^\.\.?\//.test(wanted)) return this.#atPath(join(dirname(from), wanted));
		const whole = this.#key(wanted);
		const found = (this.#byName.get(this.#key(basename(wanted))) ?? []).filter((path) => {
			const names = [this.#key(path), this.#key(withoutExtension(path))];
			return names.some((name) => name === whole || name.endsWith(`/${whole}`));
		});
		const exact = wanted.includes('/') ? found.find((path) => [this.#key(path), this.#key(withoutExtension(path))].includes(whole)) : undefined;
		const candidates = found.length > 0 ? found : (this.#byOtherName.get(whole) ?? []);
		return exact ?? candidates.toSorted((a, b) => distance(a, from) - distance(b, from) || a.length - b.length || (a < b ? -1 : 1))[0];
	}

	#atPath(path: string): string | undefined {
		return (this.#byName.get(this.#key(basename(path))) ?? []).find((each) => [this.#key(each), this.#key(withoutExtension(each))].includes(this.#key(path)));
	}

	#key(name: string): string {
		return this.#rules.keyOf(name.normalize('NFC').toLowerCase());
	}
}

function add(map: Map<string, string[]>, key: string, path: string): void {
	const paths = map.get(key);
	if (paths === undefined) map.set(key, [path]);
	else if (!paths.includes(path)) paths.push(path);
}

/** A path without the extension of a text. */
function withoutExtension(path: string): string {
	return isMarkdownPath(path) ? path.replace(/\.\w+$/, '') : path;
}

/** How many folders lie between two files. */
function distance(a: string, b: string): number {
	const left = dirname(a).split('/');
	const right = dirname(b).split('/');
	let shared = 0;
	while (shared < left.length && left[shared] === right[shared]) shared += 1;
	return left.length + right.length - 2 * shared;
}
