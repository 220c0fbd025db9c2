// Writes a folder of texts.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { moveAside } from './aside.mjs';

/** Makes a folder that holds these files and nothing else: their texts by their paths. */
export function writeFiles(folder, texts) {
	moveAside(folder);
	for (const [path, text] of Object.entries(texts)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
}
