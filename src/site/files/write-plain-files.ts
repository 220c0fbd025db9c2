import { closeSync, existsSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PlainFile } from './plain-file.js';

/** Writes files below a site's folder, but for those in whose place the group publishes one of its own. */
export function writePlainFiles(files: readonly Pick<PlainFile, 'path' | 'content'>[], { folder, published }: { folder: string; published: string }): void {
	for (const file of files) {
		if (existsSync(join(published, file.path))) continue;
		const target = join(folder, file.path);
		mkdirSync(dirname(target), { recursive: true });
		const content = file.content();
		if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(target, content);
		else writePieces(target, content);
	}
}

function writePieces(target: string, pieces: Iterable<string>): void {
	const file = openSync(target, 'w');
	try {
		for (const piece of pieces) writeFileSync(file, piece);
	} finally {
		closeSync(file);
	}
}
