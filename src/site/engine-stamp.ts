import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What each package manager writes down about the packages that it installed. */
const lockFiles = ['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock', 'bun.lockb'];

/**
 * Tells one program from another: this package's version and every file of it, which somebody may have changed where it lies, the packages
 * that the site has installed, and the version of Node. What one program has kept, another does not use.
 */
export function engineStamp(root: string): string {
	const hash = createHash('sha256').update(navigator.userAgent);
	const own = fileURLToPath(new URL('../', import.meta.url));
	const files = readdirSync(own, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
	for (const file of [join(own, '../package.json'), ...files, ...lockFiles.map((name) => join(root, name))]) hash.update(JSON.stringify([file.slice(own.length), textOf(file)]));
	return hash.digest('hex');
}

function textOf(file: string): string | null {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return null;
	}
}
