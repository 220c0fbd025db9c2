import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keyOf } from '../lib/key-of.js';
import { lazily } from '../lib/lazily.js';
import { folderHash } from './keeping/folder-hash.js';

/** What each package manager writes down about the packages that it installed. */
const lockFiles = ['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock', 'bun.lockb'];

const own = fileURLToPath(new URL('../', import.meta.url));
/** Code of pages that was bundled from the other files, when the package was built. */
const bundled = 'page-code';

/** This very program, but for the code that was bundled from it: somebody may have changed its files where they lie. */
export const ownHash = lazily(() => programHash(own));

const bundledHash = lazily(() => (existsSync(join(own, bundled)) ? folderHash(join(own, bundled)) : ''));

/**
 * Tells one program from another: this package's version and every file of it, the packages that the site has installed, and the version of
 * Node. What one program has kept, another does not use.
 */
export function engineStamp(root: string): string {
	const others = [join(own, '../package.json'), ...lockFiles.map((name) => join(root, name))];
	return keyOf([navigator.userAgent, ownHash(), bundledHash(), ...others.map(textOf)]);
}

/** A hash of a program’s files, but for the code that is bundled from them, and for those that it is not delivered with. `folder` holds what this package has in `dist/`. */
export function programHash(folder: string): string {
	return folderHash(folder, (name) => !name.startsWith(`${bundled}/`) && !/(?:^|\/)\.[^/]*$/.test(name));
}

function textOf(file: string): string | null {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return null;
	}
}
