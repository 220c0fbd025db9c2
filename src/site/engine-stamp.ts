import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keyOf } from '../lib/key-of.js';
import { lazily } from '../lib/lazily.js';

/** What each package manager writes down about the packages that it installed. */
const lockFiles = ['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock', 'bun.lockb'];

const own = fileURLToPath(new URL('../', import.meta.url));
/** Code of pages that was bundled from the other files, when the package was built. */
const bundled = 'page-code';

/** This very program, but for the code that was bundled from it: somebody may have changed its files where they lie. */
export const ownHash = lazily(() => programHash(own));

/**
 * Tells one program from another: this package's version and every file of it, the packages that the site has installed, and the version of
 * Node. What one program has kept, another does not use.
 */
export function engineStamp(root: string): string {
	const others = [join(own, '../package.json'), ...lockFiles.map((name) => join(root, name))];
	return keyOf([navigator.userAgent, ownHash(), filesHash(own, programFiles(own).filter(isBundled)), ...others.map(textOf)]);
}

/** A hash of a program’s files, but for the code that is bundled from them. `folder` holds what this package has in `dist/`, and ends with a slash. */
export function programHash(folder: string): string {
	return filesHash(
		folder,
		programFiles(folder).filter((name) => !isBundled(name)),
	);
}

function programFiles(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/'))
		.sort();
}

function isBundled(name: string): boolean {
	return name.startsWith(`${bundled}/`);
}

function filesHash(folder: string, names: readonly string[]): string {
	const hash = createHash('sha256');
	for (const name of names) {
		const bytes = readFileSync(join(folder, name));
		hash.update(`${name}\0${bytes.length}\0`).update(bytes);
	}
	return hash.digest('hex');
}

function textOf(file: string): string | null {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return null;
	}
}
