import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What each package manager writes down about the packages that it installed. */
const lockFiles = ['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock', 'bun.lockb'];

/**
 * Tells one program from another: this package's version, in its own repository the sources that it was built from, the packages that the
 * site has installed, and the version of Node. What one program has kept, another does not use.
 */
export function engineStamp(root: string): string {
	const hash = createHash('sha256').update(navigator.userAgent);
	const own = ['../../package.json', '../.source-hash'].map((file) => new URL(file, import.meta.url));
	for (const file of [...own, ...lockFiles.map((name) => join(root, name))]) hash.update(JSON.stringify(textOf(file)));
	return hash.digest('hex');
}

function textOf(file: URL | string): string | null {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return null;
	}
}
