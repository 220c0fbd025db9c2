import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { isForeignFolder } from './foreign-folders.js';
import { isDotPath, type SourceFolder } from './source-folder.js';

/** Why a folder cannot be read. */
export type SourceRefusal = 'not-there' | 'not-a-folder';

/**
 * Lists a folder: the only place where an import reads its source.
 * `ignore` names absolute paths that are left out, such as the handbook that is written to.
 */
export function readSource(folder: string, ignore: readonly string[] = []): SourceFolder | SourceRefusal {
	const root = resolve(folder);
	try {
		if (!statSync(root).isDirectory()) return 'not-a-folder';
	} catch {
		return 'not-there';
	}
	const files: string[] = [];
	const skippedFolders: string[] = [];
	const links: string[] = [];
	const ignored = new Set(ignore.map((path) => resolve(path)));
	const realRoot = realpathSync(root);

	const walk = (below: string): void => {
		for (const item of readdirSync(join(root, below), { withFileTypes: true })) {
			const path = below === '' ? item.name : `${below}/${item.name}`;
			if (ignored.has(join(root, path))) continue;
			if (item.isSymbolicLink()) {
				if (leadsToOwnFile(join(root, path), realRoot)) files.push(path);
				else links.push(path);
			} else if (item.isFile()) files.push(path);
			else if (item.isDirectory()) {
				if (isForeignFolder(path)) skippedFolders.push(path);
				else {
					if (item.name.startsWith('.')) skippedFolders.push(path);
					walk(path);
				}
			}
		}
	};
	walk('');
	return {
		name: basename(root),
		files: files.sort(),
		skippedFolders: skippedFolders.sort(),
		links: links.sort(),
		bytes: (path) => readFileSync(join(root, path)),
	};
}

/** True for a link to a visible file of the same folder. Links to folders would bring texts twice. */
function leadsToOwnFile(path: string, realRoot: string): boolean {
	try {
		const real = realpathSync(path);
		return real.startsWith(realRoot + sep) && !isDotPath(relative(realRoot, real).split(sep).join('/')) && statSync(real).isFile();
	} catch {
		return false;
	}
}
