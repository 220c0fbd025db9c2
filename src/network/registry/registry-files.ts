import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of `content/`, or why there is no text to read. A symbolic link is not followed: it may lead anywhere. */
export type RegistryFile = { text: string } | { fault: 'missing' | 'symlink' | 'encoding' | 'closed' };

/** Reads a file of `content/` by its path below it. */
export function readRegistryFile(root: string, path: string): RegistryFile {
	const file = join(root, 'content', path);
	let bytes: Uint8Array;
	try {
		const stats = lstatSync(file, { throwIfNoEntry: false });
		if (stats?.isSymbolicLink()) return { fault: 'symlink' };
		if (!stats?.isFile()) return { fault: 'missing' };
		bytes = readFileSync(file);
	} catch {
		return { fault: 'closed' };
	}
	try {
		return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
	} catch {
		return { fault: 'encoding' };
	}
}

/** Names in `content/members/`, sorted; none when there is no such folder. */
export function memberFileNames(root: string): string[] {
	const folder = join(root, 'content', 'members');
	if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
	return readdirSync(folder).sort();
}
