// Writes a folder of texts.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Makes a folder that holds these files and nothing else: their texts by their paths. */
export function writeFiles(folder, texts) {
	rmSync(folder, { recursive: true, force: true });
	for (const [path, text] of Object.entries(texts)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
}
