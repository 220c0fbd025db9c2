import { lazily } from '../../lib/lazily.js';
import { byteHash } from '../../lib/text-hash.js';

/** A file of a site that is no page: it is written as it is, without Astro. */
export interface PlainFile {
	/** Where it stands, below the base. */
	path: string;
	/** Stands for what is in it: two files with the same key have the same bytes, as long as the program and the site's address are the same. */
	key(): string;
	/** Its content; a piece at a time when it does not fit into memory twice. */
	content(): string | Uint8Array | Generator<string>;
}

/** A text that is made when it is first asked for, and is its own key. */
export function textFile(path: string, make: () => string): PlainFile {
	const content = lazily(make);
	return { path, key: () => byteHash(content()), content };
}
