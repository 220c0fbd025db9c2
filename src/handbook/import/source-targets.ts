import { dirname, join } from 'node:path/posix';

/** An address taken apart. */
export interface Address {
	/** Percent signs undone; undefined when they cannot be. */
	path: string | undefined;
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
	return { path: decoded(path), rest, fragment: fragment === undefined ? undefined : decoded(fragment) };
}

/**
 * The file that a path led to where it comes from: the file itself, a folder's README, or the text that became `.html`.
 * `site`: the source was published as a site, where links that climb above the root end at the root.
 */
export function sourceTarget(path: string, from: string, files: ReadonlySet<string>, site: boolean): string | undefined {
	const joined = path.startsWith('/') ? join('.', path.replace(/^\/+/, '')) : join(dirname(from), path);
	const climbs = joined.startsWith('../') || joined === '..';
	if (climbs && !site) return undefined;
	const plain = joined.replace(/^(?:\.\.(?:\/|$))+/, '').replace(/^\.$|^\.\//, '');
	const folder = plain.replace(/\/$/, '');
	const inFolder = (below: string): string[] => ['README.md', 'readme.md', 'Readme.md', 'index.md', 'README.mdx', 'index.mdx'].map((name) => join(below, name));
	const candidates = [
		...(plain.endsWith('/') ? [] : [plain]),
		...inFolder(folder),
		...(plain.endsWith('/') ? [] : [`${plain}.md`, `${plain}.mdx`]),
		...(/\.html?$/i.test(plain) ? [plain.replace(/\.html?$/i, '.md'), ...(/(?:^|\/)index\.html?$/i.test(plain) ? inFolder(dirname(plain)) : [])] : []),
	];
	return candidates.find((candidate) => files.has(candidate));
}

function decoded(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}
