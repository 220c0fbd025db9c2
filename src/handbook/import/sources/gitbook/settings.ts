import { join } from 'node:path/posix';
import { canonicalLanguage } from '../../../../lib/language.js';
import { readYaml } from '../../../../markdown/read-yaml.js';
import { decodeText } from '../../decode-text.js';
import type { SourceFolder } from '../../source-folder.js';

/** What `.gitbook.yaml` (since 2018) and `book.json` (before) say. */
export interface GitbookSettings {
	/** Folder of the texts, `''` for the folder itself. */
	root: string;
	/** Path of the table of contents below `root`. */
	summary: string;
	/** Path of the text that opens the book, below `root`. */
	readme: string;
	title?: string;
	language?: string;
	/** Former addresses and the paths of texts they lead to, below `root`. */
	redirects: ReadonlyMap<string, string>;
	variables: ReadonlyMap<string, string>;
	/** Published before 2018: as `x.html`. */
	old: boolean;
	faults: string[];
}

/** Reads the settings of a folder. What is not said is as GitBook takes it. */
export function readSettings(folder: SourceFolder): GitbookSettings {
	const textAt = (path: string): string | undefined => (folder.files.includes(path) ? decodeText(folder.bytes(path))?.text : undefined);
	const yaml = textAt('.gitbook.yaml') ?? textAt('.gitbook.yml');
	const { data, fault } = readYaml(yaml ?? '');
	const json = textAt('book.json');
	const book = json === undefined ? {} : readJson(json);
	const structure = { ...tableAt(book?.structure), ...tableAt(data.structure) };
	const language = wordsAt(book?.language);
	const title = wordsAt(book?.title) ?? wordsAt(data.title);
	const known = language && canonicalLanguage(language);
	const root = insidePath(wordsAt(data.root) ?? wordsAt(book?.root) ?? '');
	const vars = textAt(join(root, '.gitbook/vars.yaml')) ?? textAt('.gitbook/vars.yaml');
	return {
		root,
		summary: insidePath(wordsAt(structure.summary) ?? 'SUMMARY.md'),
		readme: insidePath(wordsAt(structure.readme) ?? 'README.md'),
		...(title && { title }),
		...(known && { language: known }),
		redirects: new Map(Object.entries(tableAt(data.redirects)).flatMap(([from, to]) => (typeof to === 'string' ? [[from, insidePath(to)] as const] : []))),
		variables: new Map(
			[...Object.entries(tableAt(book?.variables)), ...(vars === undefined ? [] : Object.entries(readYaml(vars).data))].flatMap(([name, value]) =>
				isPlain(value) ? [[name, String(value)] as const] : [],
			),
		),
		old: json !== undefined,
		faults: [...(fault ? [`.gitbook.yaml cannot be read: ${fault.message}`] : []), ...(book === undefined ? ['book.json cannot be read.'] : [])],
	};
}

function readJson(text: string): Record<string, unknown> | undefined {
	try {
		return tableAt(JSON.parse(text.replace(/^\uFEFF/, '')));
	} catch {
		return undefined;
	}
}

function tableAt(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function wordsAt(value: unknown): string | undefined {
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function isPlain(value: unknown): value is string | number {
	return typeof value === 'string' || typeof value === 'number';
}

/** A path inside the folder; one that would lead out is the folder itself. */
function insidePath(path: string): string {
	const inside = join('/', path.replace(/\\/g, '/')).replace(/^\/+|\/+$/g, '');
	return path.split('/').includes('..') ? '' : inside;
}
