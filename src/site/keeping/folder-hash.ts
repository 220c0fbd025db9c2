import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A hash of the names and bytes of the files in a folder, wherever it stands: of all of them, or of those that count. */
export function folderHash(folder: string, counts: (name: string) => boolean = () => true): string {
	const hash = createHash('sha256');
	const names = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
	for (const name of names.filter(counts).sort()) {
		const bytes = readFileSync(join(folder, name));
		hash.update(`${name}\0${bytes.length}\0`).update(bytes);
	}
	return hash.digest('hex');
}
