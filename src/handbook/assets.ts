import { basename, extname } from 'node:path/posix';
import { imageSize } from 'image-size';
import { slugSegment } from '../lib/slug.js';
import { byteHash } from '../lib/text-hash.js';
import type { ContentFiles } from './content-files.js';
import type { Asset } from './handbook.js';

/** The files that texts show or link to, each read once. */
export class Assets {
	readonly #files: ContentFiles;
	readonly #read = new Map<string, Uint8Array>();
	readonly #used = new Map<string, Asset>();

	constructor(files: ContentFiles) {
		this.#files = files;
	}

	/** Marks a file as used and gives it a name that changes with its bytes. */
	use(path: string): Asset {
		const known = this.#used.get(path);
		if (known) return known;
		const bytes = this.#bytes(path);
		const extension = extname(path).toLowerCase();
		const stem = slugSegment(basename(path, extname(path)));
		const asset = { path, name: `${stem}-${byteHash(bytes).slice(0, 8)}${extension}`, bytes };
		this.#used.set(path, asset);
		return asset;
	}

	/** Width and height in pixels, as the browser would show them; undefined when the bytes are no image. */
	size(path: string): { width: number; height: number } | undefined {
		try {
			const { width, height, orientation = 1 } = imageSize(this.#bytes(path));
			return orientation >= 5 ? { width: height, height: width } : { width: Math.round(width), height: Math.round(height) };
		} catch {
			return undefined;
		}
	}

	/** Every file that was used, by path. */
	list(): Asset[] {
		return [...this.#used.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
	}

	#bytes(path: string): Uint8Array {
		const bytes = this.#read.get(path) ?? this.#files.bytes(path);
		this.#read.set(path, bytes);
		return bytes;
	}
}
