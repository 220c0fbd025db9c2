import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, parse } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Where an index has its many files. Each is named for what is in it, and Pagefind does not write one that is there. */
const folders = ['fragment', 'index', 'filter'];

/**
 * Puts the files of an earlier index into the folder of one that is to be made, so that only others are written. They are links: the
 * earlier index keeps them, and it costs a twentieth of writing them.
 */
export function lendFiles(earlier: string, folder: string): void {
	for (const { name, path } of manyFiles(earlier)) {
		mkdirSync(join(folder, name), { recursive: true });
		try {
			linkSync(path, join(folder, name, parse(path).base));
		} catch {
			// A disk that knows no links, or an earlier index that another build has just cleared away: Pagefind writes them all.
			return;
		}
	}
}

/** Takes away what was lent and is of no use: what the new index does not name in its own list. */
export function removeUnnamed(folder: string, language: string): void {
	const lists = readdirSync(folder).filter((name) => name.endsWith('.pf_meta'));
	const named = new Set(
		lists.flatMap(
			(list) =>
				gunzipSync(readFileSync(join(folder, list)))
					.toString('latin1')
					.match(new RegExp(`${language}_[0-9a-f]+`, 'g')) ?? [],
		),
	);
	for (const { path } of manyFiles(folder)) if (!named.has(parse(path).name)) rmSync(path);
}

function manyFiles(index: string): { name: string; path: string }[] {
	return folders.flatMap((name) => namesIn(join(index, name)).map((file) => ({ name, path: join(index, name, file) })));
}

/** An index of nothing has no such folders. */
function namesIn(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}
