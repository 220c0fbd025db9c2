import { basename, dirname } from 'node:path/posix';
import { decodeText } from '../decode-text.js';
import { readLooseYaml } from '../loose-yaml.js';
import { fieldsOf, wordsOf } from '../plain-data.js';
import type { SourceFolder } from '../source-folder.js';
import type { SplitSource } from '../split-front-matter.js';

/** A text of Docusaurus's documentation. */
export interface Doc {
	/** Path in the source folder. */
	path: string;
	/** Path below the documentation's folder, without numbers and extension. */
	plain: string;
	/** What sidebars call it. */
	id: string;
	label: string | undefined;
	position: number | undefined;
}

/** What `_category_.json` or `_category_.yml` says of a folder. */
export interface Category {
	file: string;
	label: string | undefined;
	position: number | undefined;
	/** The text that opens it, `null` when none should. */
	link: string | null | undefined;
	/** Words of its generated list. */
	description: string | undefined;
}

/** A name without the number that puts it in order; a date or a version is no such number. */
export function withoutNumber(name: string): { name: string; number: number | undefined } {
	const [, digits, rest] = /^(\d+)\s*[-_.]+\s*([^-_.\s].*)$/.exec(name) ?? [];
	return digits === undefined || rest === undefined || /^\d+(?:[-_.]|$)/.test(rest) ? { name, number: undefined } : { name: rest, number: Number(digits) };
}

/** A path whose names have lost their numbers. */
export function plainPath(path: string): string {
	return path
		.split('/')
		.map((name) => withoutNumber(name).name)
		.join('/');
}

/** A text as sidebars see it. `below` is its path below the documentation's folder. */
export function docOf(path: string, below: string, { data }: Pick<SplitSource, 'data'>): Doc {
	const stem = below.replace(/\.mdx?$/i, '');
	const plain = plainPath(stem);
	const folder = dirname(plain) === '.' ? '' : `${dirname(plain)}/`;
	const position = typeof data.sidebar_position === 'number' ? data.sidebar_position : withoutNumber(basename(stem)).number;
	return { path, plain, id: folder + (wordsOf(data.id) ?? basename(plain)), label: wordsOf(data.sidebar_label) ?? wordsOf(data.title), position };
}

/** True for a text that stands for its folder: an index, a README, or one of the folder's own name. */
export function opensFolder(plain: string): boolean {
	const name = basename(plain).toLowerCase();
	return name === 'index' || name === 'readme' || name === basename(dirname(plain)).toLowerCase();
}

/** What a folder says of itself; `path` is that of the folder in the source. */
export function categoryOf(folder: SourceFolder, path: string): Category | undefined {
	const file = ['_category_.json', '_category_.yml', '_category_.yaml'].map((name) => `${path}/${name}`).find((each) => folder.files.includes(each));
	if (file === undefined) return undefined;
	const data = fieldsOf(readLooseYaml(decodeText(folder.bytes(file))?.text ?? ''));
	const link = fieldsOf(data.link);
	return {
		file,
		label: wordsOf(data.label),
		position: typeof data.position === 'number' ? data.position : undefined,
		link: data.link === null ? null : wordsOf(link.id),
		description: wordsOf(link.description),
	};
}
