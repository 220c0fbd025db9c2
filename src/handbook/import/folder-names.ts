import type { SourceText } from './choose-texts.js';
import type { Layout } from './layout.js';
import { factsOf } from './prepare-text.js';
import { splitFrontMatter } from './split-front-matter.js';

/** The folders of a source, as a person may name them: as they are, or as the import names them, without numbers and dates. */
export interface FolderNames {
	/** True for a folder or file that there is; `''` is all of the source. */
	has(name: string): boolean;
	/** True for a text in that folder. */
	holds(name: string, text: SourceText): boolean;
}

/** The names of the folders below a layout's root. `files` are all paths there. */
export function folderNames(files: readonly string[], texts: readonly SourceText[], layout: Layout): FolderNames {
	const plain = new Map<string, boolean>();
	const isPlain = (name: string): boolean => {
		const known = plain.get(name) ?? files.some((path) => isWithin(path, name));
		plain.set(name, known);
		return known;
	};
	const places = new Map<SourceText, string>();
	const placeOf = (text: SourceText): string => {
		const place = places.get(text) ?? factsOf(text, splitFrontMatter(text.text), layout).place ?? text.path;
		places.set(text, place);
		return place;
	};
	const holds = (name: string, text: SourceText): boolean => isWithin(text.path, name) || (!isPlain(name) && isWithin(placeOf(text), name));
	return { has: (name) => isPlain(name) || texts.some((text) => holds(name, text)), holds };
}

function isWithin(path: string, folder: string): boolean {
	return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
