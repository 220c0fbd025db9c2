import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a build left in the site's folder. */
export interface SiteRecord {
	/** Hash of all that the site was made from. */
	inputs: string;
	/** Keys of pages and files that the next build can leave as they are, by their paths. */
	keys: Record<string, string>;
	/** Every file, by its path. */
	files: Record<string, FileMark>;
}

/** Size in bytes, and when it was written: a file that has been touched by anybody has another. */
export type FileMark = string;

const format = 1;

/** The record of the last build of a site. A file that is torn or not ours counts as none. */
export function readRecord(path: string): SiteRecord | undefined {
	try {
		const record = JSON.parse(readFileSync(path, 'utf8')) as SiteRecord & { format: unknown };
		return record.format === format ? record : undefined;
	} catch {
		return undefined;
	}
}

/** Writes the record of a build, whole or not at all. */
export function writeRecord(path: string, record: SiteRecord): void {
	mkdirSync(dirname(path), { recursive: true });
	const temporary = `${path}.${randomUUID()}`;
	writeFileSync(temporary, JSON.stringify({ format, ...record }));
	renameSync(temporary, path);
}

/** Every file below a folder by its path with `/`, but for a repository that is published from there. `known` are marks that need no look. */
export function filesBelow(folder: string, known: ReadonlyMap<string, FileMark> = new Map()): Map<string, FileMark> {
	const files = new Map<string, FileMark>();
	const walk = (below: string): void => {
		for (const item of readdirSync(join(folder, below), { withFileTypes: true })) {
			const path = below === '' ? item.name : `${below}/${item.name}`;
			if (path === '.git') continue;
			if (item.isDirectory()) walk(path);
			else files.set(path, known.get(path) ?? markOf(join(folder, path)));
		}
	};
	if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) walk('');
	return files;
}

/** Removes the files below a folder that do not stay, and folders that are empty then. Returns whether anything is left. */
export function clearBelow(folder: string, stays: (path: string) => boolean, below = ''): boolean {
	let isUsed = false;
	for (const item of readdirSync(join(folder, below), { withFileTypes: true })) {
		const path = below === '' ? item.name : `${below}/${item.name}`;
		const isLeft = path === '.git' || (item.isDirectory() ? clearBelow(folder, stays, path) : stays(path));
		if (!isLeft) rmSync(join(folder, path), { recursive: true, force: true });
		isUsed ||= isLeft;
	}
	return isUsed;
}

/** Removes a file, and the folders above it that are empty then. */
export function removeFile(folder: string, path: string): void {
	rmSync(join(folder, path), { force: true });
	for (let above = dirname(path); above !== '.' && readdirSync(join(folder, above)).length === 0; above = dirname(above)) rmdirSync(join(folder, above));
}

/** The mark of a file; empty where there is none. */
export function markOf(path: string): FileMark {
	const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
	return stats ? `${stats.size} ${stats.mtimeNs}` : '';
}
