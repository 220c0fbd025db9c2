import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { utf8Text } from '../lib/utf8-text.js';

/** Reads files below `content/`: bytes, or text when they are UTF-8. */
export interface ContentFiles {
	bytes(path: string): Uint8Array;
	/** Undefined when the file is not UTF-8. */
	text(path: string): string | undefined;
}

/** The files of a handbook's `content/` folder. */
export function contentFiles(root: string): ContentFiles {
	const bytes = (path: string): Uint8Array => readFileSync(join(root, 'content', path));
	return {
		bytes,
		text: (path) => utf8Text(bytes(path)),
	};
}
