import { dirname, join } from 'node:path/posix';
import { isMarkdownPath } from './choose-texts.js';
import { isDocumentPath } from './documents.js';
import { readPlainText } from './plain-text.js';
import type { ConvertedText, SourceFolder } from './source-folder.js';
import { isDotPath } from './source-folder.js';
import { recogniseLayout } from './sources/index.js';
import { storedImages } from './stored-images.js';
import { builtPages } from './web-page/built-pages.js';
import { convertPage } from './web-page/convert-page.js';
import { convertWord } from './word/convert-word.js';

/** A text as Markdown, with the pictures that stood in its file: by their names beside it. */
type Converted = ConvertedText & { pictures?: ReadonlyMap<string, Uint8Array> };

/**
 * Turns what is no Markdown into Markdown: Word documents, web pages and plain texts, where no program says that they are something
 * else; and pictures that stand inside of a text into files of their own. Nothing of the folder itself is changed.
 */
export async function convertTexts(folder: SourceFolder): Promise<SourceFolder> {
	const layout = recogniseLayout(folder);
	const own = new Set(layout.ownFiles.map((path) => join(layout.root, path)));
	const candidates = folder.files.filter((path) => !isDotPath(path) && !own.has(path));
	const documents = layout.documents ? candidates.filter((path) => isDocumentPath(path) && !/(?:^|\/)~\$/.test(path)) : [];
	const pages = builtPages(folder, documents);
	const converted = new Map<string, Converted>();
	const refused = [...(folder.refused ?? []), ...inFew(pages)];

	for (const path of [...documents, ...candidates.filter(isMarkdownPath)]) {
		if (pages.has(path)) continue;
		const text = await convert(path, folder);
		if (typeof text === 'string') refused.push({ path, why: text });
		else if (text !== undefined) converted.set(path, text);
	}
	return withPictures({ ...folder, refused }, converted);
}

/** A file as Markdown; why that cannot be, as a sentence; or undefined for one that stays what it is. */
async function convert(path: string, folder: SourceFolder): Promise<Converted | string | undefined> {
	const bytes = folder.bytes(path);
	try {
		if (/\.docx$/i.test(path)) return (await convertWord(bytes, path)) ?? 'It is no Word document that can be read: damaged, locked with a password, or something else by its name.';
		if (/\.html?$/i.test(path)) return convertPage(bytes, path);
		if (/\.txt$/i.test(path)) return readPlainText(bytes);
		return storedImages(bytes, path);
	} catch {
		// A tree that is nested deeper than any memory: nobody wrote that by hand.
		return 'It is built in a way that cannot be read.';
	}
}

/** Pages that were left for the same reason, by their folder where it holds many. */
function inFew(pages: ReadonlyMap<string, string>): { path: string; why: string }[] {
	const groups = new Map<string, { paths: string[]; folder: string; why: string }>();
	for (const [path, why] of pages) {
		const folder = path.includes('/') ? `${path.split('/')[0]}/` : '';
		const group = groups.get(`${folder}\0${why}`) ?? { paths: [], folder, why };
		group.paths.push(path);
		groups.set(`${folder}\0${why}`, group);
	}
	return [...groups.values()].flatMap(({ paths, folder, why }) => (paths.length > 5 && folder !== '' ? [{ path: `${folder} (${paths.length} pages)`, why }] : paths.map((path) => ({ path, why }))));
}

/** Gives the pictures that texts held a place beside them, where no other file is. */
function withPictures(folder: SourceFolder, converted: ReadonlyMap<string, Converted>): SourceFolder {
	const taken = new Set(folder.files);
	const made = new Map<string, Uint8Array>();
	const texts = new Map<string, ConvertedText>();
	for (const [path, { pictures = new Map<string, Uint8Array>(), ...text }] of converted) {
		let body = text.text;
		for (const [name, bytes] of pictures) {
			const free = freeName(join(dirname(path), name), taken);
			taken.add(free);
			made.set(free, bytes);
			const placed = free.slice(free.lastIndexOf('/') + 1);
			if (placed !== name) body = body.replaceAll(`(${encodeURIComponent(name)}`, `(${encodeURIComponent(placed)}`);
		}
		texts.set(path, { ...text, text: body });
	}
	return { ...folder, files: [...taken].sort(), converted: texts, bytes: (path) => made.get(path) ?? folder.bytes(path) };
}

function freeName(path: string, taken: ReadonlySet<string>): string {
	const [, stem = path, extension = ''] = /^(.*?)(\.[^./]*)?$/s.exec(path) ?? [];
	let name = path;
	for (let number = 2; taken.has(name); number += 1) name = `${stem}-${number}${extension}`;
	return name;
}
