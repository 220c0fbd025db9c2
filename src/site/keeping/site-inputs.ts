import { createHash, type Hash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gitState } from '../../handbook/git-origin.js';
import { gitIn } from '../../handbook/history/ask-git.js';

/** What a site is made from, beside the program. */
export interface SiteSources {
	root: string;
	/** Folders whose files all count. */
	folders: readonly string[];
	/** How it is configured, as plain data. */
	setting: unknown;
}

/** A hash of all that a site is made from: what `sourcesHash` knows, and what git does. */
export function siteInputs({ root, folders, setting }: SiteSources): string | undefined {
	return sourcesHash({ root, folders, setting: [setting, gitState(gitIn(root))] });
}

/**
 * A hash of the bytes of folders and of the files that stand beside them, and of how the site is configured. Undefined where nobody can
 * know what it is made from: where the group has pages or components of its own, whose code may read anything.
 */
export function sourcesHash({ root, folders, setting }: SiteSources): string | undefined {
	if (existsSync(join(root, 'src'))) return undefined;
	const hash = createHash('sha256').update(JSON.stringify(setting));
	for (const folder of folders) if (!addFolder(hash, folder)) return undefined;
	for (const path of namesIn(root).map((name) => join(root, name))) if (isFile(path)) addFile(hash, path);
	return hash.digest('hex');
}

function addFolder(hash: Hash, folder: string): boolean {
	hash.update(`${folder}\0`);
	return namesIn(folder).every((name) => {
		const path = join(folder, name);
		if (name.endsWith('.mdx')) return false;
		return lstatSync(path).isDirectory() ? name === 'node_modules' || addFolder(hash, path) : addFile(hash, path);
	});
}

/** Of anything but a file only the name counts: what stands in folders is added by itself, and links lead to it. */
function addFile(hash: Hash, path: string): true {
	hash.update(`${path}\0`);
	if (!isFile(path)) return true;
	const bytes = readFileSync(path);
	hash.update(`${bytes.length}\0`).update(bytes);
	return true;
}

function isFile(path: string): boolean {
	return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function namesIn(folder: string): string[] {
	return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder).sort() : [];
}
