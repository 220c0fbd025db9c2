import { dirname, join } from 'node:path/posix';
import { undoPercentSigns } from '../../lib/percent-signs.js';
import { plainAddress } from './old-addresses.js';

/** An address taken apart. */
export interface Address {
	/** Percent signs undone, where they can be. */
	path: string;
	/** What stands behind the path, `?` and `#` included. */
	rest: string;
	fragment: string | undefined;
}

/** True for an address on another host or of another protocol. */
export function isExternal(address: string): boolean {
	return /^(?:[a-z][a-z0-9+.-]*:|\/\/(?!\/))/i.test(address);
}

/** Takes the address of a file apart. */
export function splitAddress(address: string): Address {
	const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
	const fragment = /#(.*)$/s.exec(rest)?.[1];
	return { path: undoPercentSigns(path) ?? path, rest, fragment: fragment === undefined ? undefined : undoPercentSigns(fragment) };
}

/** Where a source's links may lead. */
export interface SourceIndex {
	/** Every file below the layout's root. */
	files: ReadonlySet<string>;
	/** The same by `filesByName`. */
	byName: ReadonlyMap<string, string>;
	/** Path of each text by the addresses at which it was published, as `plainAddress` gives them. */
	published: ReadonlyMap<string, string>;
	/** The text's own published address, by its path. */
	addressOf: ReadonlyMap<string, string>;
	/** The file that the program itself would find, in a way of its own. */
	targetOf?: ((path: string, from: string) => string | undefined) | undefined;
	/** The source was published as a site, where links that climb above the root end at the root. */
	site: boolean;
	/** Web address of that site, ending with `/`. */
	home?: string | undefined;
}

/** The address within the source for one that names the published site: a path from its root. */
export function withinSource(address: string, home: string | undefined): string {
	if (home === undefined) return address;
	// A site that moved to https is often still linked to without it.
	const secure = home.startsWith('https:') ? address.replace(/^http:/i, 'https:') : address;
	return `${secure}/`.startsWith(home) ? `/${secure.slice(home.length)}` : address;
}

/** The file that a path led to where it comes from: the file itself, a folder's README, the text that became `.html`, or the text that was published there. */
export function sourceTarget(path: string, from: string, { files, byName, published, addressOf, targetOf, site }: SourceIndex): string | undefined {
	const told = targetOf?.(path, from);
	if (told !== undefined) return told;
	const joined = path.startsWith('/') ? join('.', path.replace(/^\/+/, '')) : join(dirname(from), path);
	const climbs = joined.startsWith('../') || joined === '..';
	const plain = joined.replace(/^(?:\.\.(?:\/|$))+/, '').replace(/^\.$|^\.\//, '');
	const folder = plain.replace(/\/$/, '');
	const inFolder = (below: string): string[] => ['README.md', 'readme.md', 'Readme.md', 'index.md', '_index.md', 'README.mdx', 'index.mdx'].map((name) => join(below, name));
	const candidates = [
		...(plain.endsWith('/') ? [] : [plain]),
		...inFolder(folder),
		...(plain.endsWith('/') ? [] : [`${plain}.md`, `${plain}.mdx`]),
		...(/\.html?$/i.test(plain) ? [plain.replace(/\.html?$/i, '.md'), ...(/(?:^|\/)index\.html?$/i.test(plain) ? inFolder(dirname(plain)) : [])] : []),
	];
	const found =
		climbs && !site ? undefined : (candidates.find((candidate) => files.has(candidate)) ?? candidates.map((candidate) => byName.get(candidate.normalize('NFC'))).find((file) => file !== undefined));
	return found ?? publishedTarget(path, published, addressOf.get(from));
}

/** Files by their names with accents in one form: a link or a table of contents may store them in another. */
export function filesByName(files: ReadonlySet<string>): ReadonlyMap<string, string> {
	return new Map([...files].toReversed().map((file) => [file.normalize('NFC'), file]));
}

/** The text at an address of the published site, as a browser would find it from the page at `own`. */
function publishedTarget(path: string, published: ReadonlyMap<string, string>, own: string | undefined): string | undefined {
	if (published.size === 0 || (own === undefined && !path.startsWith('/'))) return undefined;
	let address: string;
	try {
		address = decodeURIComponent(new URL(encodeURI(path), new URL(encodeURI(own ?? ''), 'https://source.invalid/')).pathname);
	} catch {
		return undefined;
	}
	const plain = plainAddress(address);
	return published.get(plain) ?? published.get(`${plain}.html`) ?? published.get(plain.replace(/\.html$/, ''));
}
