// Tells whether dist/ belongs to the sources of this moment. Runs on Node 20, without any package.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STAMP = '.source-hash';

/** Whether dist/ was built from exactly these sources. */
export function isBuilt(root) {
	const stamp = join(root, 'dist', STAMP);
	return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceHash(root);
}

/** A hash over the names and bytes of everything the build reads. */
export function sourceHash(root) {
	const hash = createHash('sha256');
	const top = readdirSync(root).filter((name) => name === 'package.json' || /^tsconfig.*\.json$/.test(name));
	for (const file of [...top, ...files(root, 'src'), 'scripts/build-package.mjs', 'scripts/page-code.mjs'].sort()) {
		hash.update(`${file}\0`);
		hash.update(readFileSync(join(root, file)));
	}
	return hash.digest('hex');
}

/** Marks the finished build in `folder` as made from the sources with this hash. */
export function writeStamp(folder, hash) {
	writeFileSync(join(folder, STAMP), hash);
}

/** Every file below a folder, as paths from the root. */
export function files(root, folder) {
	return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = `${folder}/${entry.name}`;
		return entry.isDirectory() ? files(root, path) : [path];
	});
}
