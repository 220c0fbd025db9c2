import { isForeignFolder } from './foreign-folders.js';
import type { SourceFolder } from './source-folder.js';
import { type ZipEntry, type ZipFault, zipEntries } from './zip-entries.js';

/** What computers put into archives for themselves. */
const clutter = /(?:^|\/)(?:__MACOSX(?:\/|$)|\.DS_Store$|\._[^/]*$|Thumbs\.db$|desktop\.ini$)/i;

/** Lists an archive as the folder that it is of. Nothing is unpacked to the disk. A single folder around everything is left out. */
export async function readZip(archive: Uint8Array, name: string): Promise<SourceFolder | ZipFault> {
	const listed = await zipEntries(archive);
	if (typeof listed === 'string') return listed;
	const entries = listed.filter((entry) => !clutter.test(entry.name) && !entry.name.endsWith('/'));

	// Notion packs its archives into an archive.
	const [first] = entries;
	if (entries.length > 0 && entries.length <= 20 && first && entries.every(({ name: inner, fault }) => /\.zip$/i.test(inner) && fault === undefined)) {
		const inner = await Promise.all(entries.map((entry) => zipEntries(entry.bytes())));
		const fault = inner.find((found) => typeof found === 'string');
		return (
			fault ??
			folderOf(
				inner.flatMap((found) => (typeof found === 'string' ? [] : found)).filter((entry) => !clutter.test(entry.name) && !entry.name.endsWith('/')),
				name,
			)
		);
	}
	return folderOf(entries, name);
}

function folderOf(entries: readonly ZipEntry[], name: string): SourceFolder {
	const refused: { path: string; why: string }[] = [];
	const links: string[] = [];
	const files = new Map<string, ZipEntry>();
	for (const entry of entries) {
		const fault = badName(entry.name) ?? entry.fault;
		if (fault !== undefined) refused.push({ path: entry.name, why: fault });
		else if (entry.isLink) links.push(entry.name);
		else if (files.has(entry.name)) refused.push({ path: entry.name, why: 'The archive holds two files of this name. This is the later one.' });
		else files.set(entry.name, entry);
	}

	const around = folderAround([...files.keys()]);
	const skippedFolders = new Set<string>();
	const kept = new Map<string, ZipEntry>();
	for (const [path, entry] of files) {
		const inside = path.slice(around.length);
		const foreign = foldersOf(inside).find(isForeignFolder);
		for (const folder of foldersOf(inside)) if (folder === foreign || (foreign === undefined && /(?:^|\/)\.[^/]*$/.test(folder))) skippedFolders.add(folder);
		if (foreign === undefined) kept.set(inside, entry);
	}
	return {
		name: around.slice(0, -1) || name,
		files: [...kept.keys()].sort(),
		skippedFolders: [...skippedFolders].sort(),
		links: links.sort(),
		refused,
		bytes: (path) => kept.get(path)?.bytes() ?? new Uint8Array(),
	};
}

/** What is wrong with a name, as a sentence: it would lead out of the archive, or be nowhere. */
function badName(name: string): string | undefined {
	if (/^\/|^[a-z]:/i.test(name) || name.split('/').includes('..')) return 'Its name leads out of the archive.';
	if (/[\0-\x1f\x7f]/.test(name) || name.split('/').some((part) => part === '' || part === '.')) return 'Its name is none that a file can have.';
	return undefined;
}

/** The one folder that everything lies in, with a slash; empty when there is none. */
function folderAround(paths: readonly string[]): string {
	const first = /^[^/]+\//.exec(paths[0] ?? '')?.[0] ?? '';
	return first !== '' && !first.startsWith('.') && paths.every((path) => path.startsWith(first)) ? first : '';
}

/** Every folder that a path goes through, the outermost first. */
function foldersOf(path: string): string[] {
	const parts = path.split('/').slice(0, -1);
	return parts.map((_part, index) => parts.slice(0, index + 1).join('/'));
}
