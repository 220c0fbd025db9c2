import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/**
 * Writes files below a site's folder, one after the other: with many on their way at once the same work goes to other threads, and a build
 * takes as long.
 */
export class FileWriter {
	readonly #folder: string;
	/** Files that the group publishes as they are, by their paths with `/`. */
	readonly #published: ReadonlySet<string>;
	/** Folders that are there. */
	readonly #folders = new Set<string>();

	/** `published` is the folder of what the group publishes as it is. */
	constructor(folder: string, published: string) {
		this.#folder = folder;
		const own = existsSync(published) ? readdirSync(published, { recursive: true, encoding: 'utf8' }) : [];
		this.#published = new Set(own.map((path) => path.replaceAll(sep, '/')));
	}

	/** True where the group publishes a file of its own, which is then not to be written. */
	isPublished(path: string): boolean {
		return this.#published.has(path);
	}

	/** Writes a file, in pieces where its content comes in pieces. */
	write(path: string, content: string | Uint8Array | Generator<string>): void {
		const target = this.#place(path);
		if (typeof content === 'string' || content instanceof Uint8Array) {
			writeFileSync(target, content);
			return;
		}
		const file = openSync(target, 'w');
		try {
			for (const piece of content) writeFileSync(file, piece);
		} finally {
			closeSync(file);
		}
	}

	/** Copies a file from elsewhere. */
	copy(path: string, source: string): void {
		copyFileSync(source, this.#place(path));
	}

	/** Making a folder that is there costs as much as writing a file. */
	#place(path: string): string {
		const target = join(this.#folder, path);
		const folder = dirname(target);
		if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
		this.#folders.add(folder);
		return target;
	}
}
