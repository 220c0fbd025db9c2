import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PlainFile } from '../plain-files.js';

/** Writes files below a site's folder, but for those in whose place the group publishes one of its own. */
export function writePlainFiles(files: readonly Pick<PlainFile, 'path' | 'content'>[], { folder, published }: { folder: string; published: string }): void {
	for (const file of files) {
		if (existsSync(join(published, file.path))) continue;
		const target = join(folder, file.path);
		mkdirSync(dirname(target), { recursive: true });
		writeFileSync(target, file.content());
	}
}
