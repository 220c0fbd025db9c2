import { basename, dirname, extname, join } from 'node:path/posix';
import { slugSegment } from '../../lib/slug.js';
import { kindOfPath } from '../../schema/kinds.js';
import { idOfPath, introducedKind, isReservedId } from '../entry-id.js';
import { chooseKind, destinationFolder, type KindChoice, type KindOverrides } from './folder-kinds.js';

/** Where something goes, and where it would have gone had the name been free. */
export interface Destination {
	/** Path below `content/`. */
	path: string;
	wanted: string;
}

/** What has a place already, so that nothing else gets it. */
export interface TakenPlaces {
	/** Paths below `content/`. */
	files: Iterable<string>;
	ids: Iterable<string>;
}

/** Gives every text and file of a source a place of its own below `content/`. */
export class Destinations {
	readonly #overrides: KindOverrides;
	readonly #files = new Set<string>();
	readonly #folders = new Set<string>();
	readonly #ids: Set<string>;

	constructor(overrides: KindOverrides, taken: TakenPlaces = { files: [], ids: [] }) {
		this.#overrides = overrides;
		this.#ids = new Set(taken.ids);
		for (const path of taken.files) this.#take(path);
	}

	/** A place for a text, with a kind and an id. An id of its own is kept when it is free. `place` is a path to name it by instead of its own; `kept`, the place that an earlier import gave it. */
	text(
		path: string,
		{ ownId, place = path, kept }: { ownId?: string | undefined; place?: string | undefined; kept?: { to: string; id: string } | undefined } = {},
	): Destination & { kind: KindChoice; id: string; keepsId: boolean } {
		const kind = chooseKind(place, this.#overrides, path);
		if (kept) return { path: kept.to, wanted: kept.to, kind: { ...kind, kind: kindOfPath(kept.to) }, id: kept.id, keepsId: ownId === kept.id };
		const folder = freeFolder(destinationFolder(dirname(place) === '.' ? '' : dirname(place), kind));
		const name = textName(place);
		// The introduction of the whole handbook would have no address at the top.
		const wanted = dirname(place) === '.' && /^(?:README|index)\./.test(name) ? join(folder || 'pages', name.replace(/^(?:README|index)/, 'introduction')) : join(folder, name);
		const keepsId = ownId !== undefined && !this.#ids.has(ownId) && !isReservedId(ownId);
		const found = this.#free(wanted, (candidate) => keepsId || this.#idIsFree(candidate));
		const id = keepsId ? ownId : idOfPath(found);
		this.#ids.add(id);
		return { path: found, wanted, kind, id, keepsId };
	}

	/** A place for an image or another file, whose name stays as it is. */
	file(path: string): Destination {
		const folder = dirname(path) === '.' ? '' : dirname(path);
		const plain = folder.replace(/(^|\/)\.gitbook\/assets(?=\/|$)/, '$1images');
		const name = basename(path).replace(/^\.+/, '') || 'file';
		const wanted = join(freeFolder(destinationFolder(plain, chooseKind(join(plain, name), this.#overrides))), name);
		return { path: this.#free(wanted, () => true), wanted };
	}

	#idIsFree(path: string): boolean {
		const id = idOfPath(path);
		if (this.#ids.has(id)) return false;
		return !isReservedId(id) || introducedKind(path) !== undefined;
	}

	/** The path, with -2, -3 and so on behind its name when it is taken. */
	#free(wanted: string, suits: (path: string) => boolean): string {
		const extension = extname(wanted);
		// README-2 introduces nothing, so it is named as any other text.
		const stem = wanted.slice(0, wanted.length - extension.length).replace(/README$/, 'readme');
		let path = wanted;
		for (let number = 2; this.#taken(path) || !suits(path); number += 1) path = `${stem}-${number}${extension}`;
		this.#take(path);
		return path;
	}

	#take(path: string): void {
		this.#files.add(twinKey(path));
		for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) this.#folders.add(twinKey(folder));
	}

	#taken(path: string): boolean {
		const reserved = ['group.md', 'network.md'].includes(path.toLowerCase());
		if (reserved || this.#files.has(twinKey(path)) || this.#folders.has(twinKey(path))) return true;
		for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) if (this.#files.has(twinKey(folder))) return true;
		return false;
	}
}

/** The name of a text's file: a slug with the extension that the reader knows. */
function textName(path: string): string {
	const name = basename(path);
	const extension = /\.mdx$/i.test(name) ? '.mdx' : '.md';
	const stem = name.replace(/\.(?:mdx?|markdown|mdown|mkdn?|mkd|docx|html?|txt)$/i, '');
	if (/^readme$/i.test(stem)) return `README${extension}`;
	return `${slugSegment(stem)}${extension}`;
}

/** The reader keeps some folders for itself; a handbook's own folder of such a name gets a number. */
function freeFolder(folder: string): string {
	const [first = '', ...rest] = folder.split('/');
	const free = first === 'members' || first === 'node-modules' || isReservedId(`${first}/text`) ? `${first}-2` : first;
	return [free, ...rest].join('/');
}

/** Equal for names that some computers cannot hold side by side. */
function twinKey(path: string): string {
	return path.normalize('NFC').toLowerCase();
}
