import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, normalize, resolve, sep } from 'node:path';
import { isMarkdownPath } from './choose-texts.js';
import { convertTexts } from './convert-texts.js';
import { decodeText } from './decode-text.js';
import { isDocumentPath } from './documents.js';
import { findLinks } from './find-links.js';
import { parseMarkdown } from './parse-markdown.js';
import { readSource, type SourceRefusal } from './read-source.js';
import { readZip } from './read-zip.js';
import type { SourceFolder } from './source-folder.js';
import { isExternal, splitAddress } from './source-targets.js';
import type { ZipFault } from './zip-entries.js';

/** Why nothing can be imported from what was given. */
export type OpenRefusal = Exclude<SourceRefusal, 'not-a-folder'> | ZipFault | 'unknown-file' | 'too-large';

/** The largest archive or document that is read into memory. */
const mostBytes = 2 * 1024 ** 3 - 1;

/**
 * Opens what a person gives: a folder, a zip file, or one document. Word documents and the like are Markdown afterwards.
 * `ignore` names absolute paths that are left out, such as the handbook that is written to.
 */
export async function openSource(given: string, ignore: readonly string[] = []): Promise<SourceFolder | OpenRefusal> {
	const path = resolve(given);
	const folder = readSource(path, ignore);
	if (folder === 'not-there') return 'not-there';
	if (folder !== 'not-a-folder') return convertTexts(folder);
	if (statSync(path).size > mostBytes) return 'too-large';

	const name = basename(path, extname(path));
	if (/\.zip$/i.test(path)) {
		const archive = await readZip(readFileSync(path), name);
		return typeof archive === 'string' ? archive : convertTexts(archive);
	}
	return isMarkdownPath(path) || isDocumentPath(path) ? oneFile(path, name) : 'unknown-file';
}

/** A document by itself, with the pictures and files beside it that it names. */
async function oneFile(path: string, name: string): Promise<SourceFolder> {
	const folder = dirname(path);
	const file = basename(path);
	const alone: SourceFolder = { name, files: [file], skippedFolders: [], links: [], bytes: (below) => readFileSync(join(folder, below)) };
	const converted = await convertTexts(alone);
	const text = converted.converted?.get(file)?.text ?? decodeText(alone.bytes(file))?.text ?? '';
	const named = findLinks(parseMarkdown(text), text).flatMap(({ address }) => {
		const below = isExternal(address) ? undefined : splitAddress(address).path;
		return below ? normalize(below).split(sep).join('/') : [];
	});
	const beside = [...new Set(named)].filter((below) => !converted.files.includes(below) && !isMarkdownPath(below) && !isDocumentPath(below) && isOwnFile(folder, below));
	return { ...converted, files: [...converted.files, ...beside].sort(), bytes: (below) => (beside.includes(below) ? alone.bytes(below) : converted.bytes(below)) };
}

/** True for a regular file that really lies in the folder. */
function isOwnFile(folder: string, below: string): boolean {
	if (below.startsWith('..') || below.startsWith('/') || below.includes('\0')) return false;
	const path = join(folder, below);
	return existsSync(path) && lstatSync(path).isFile() && realpathSync(path).startsWith(realpathSync(folder) + sep);
}
