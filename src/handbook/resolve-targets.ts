import { basename, dirname, join } from 'node:path/posix';
import { hrefOfId } from '../lib/href.js';
import { nearest } from '../lib/nearest.js';
import type { Target, TargetResolver } from '../markdown/target.js';
import type { Assets } from './assets.js';
import { isTextFile, linkablePages } from './entry-id.js';

/** What a handbook holds, as links see it. */
export interface ContentIndex {
	/** Every file of `content/`, hidden ones included. */
	files: ReadonlySet<string>;
	/** Id of each visible entry, by path. */
	idOfPath: ReadonlyMap<string, string>;
	ids: ReadonlySet<string>;
	/** Id of the entry that a former id leads to. */
	aliases: ReadonlyMap<string, string>;
	assets: Assets;
	/** The site's base, beginning and ending with `/`. */
	base: string;
}

const scheme = /^[a-z][a-z0-9+.-]*:/i;

/** Resolves the addresses in one text: files, folders, root paths, ids, `.html` of other generators. */
export function targetResolver(index: ContentIndex, fromPath: string): TargetResolver {
	return {
		link: (address) => resolveLink(address, index, fromPath),
		image: (address) => resolveImage(address, index, fromPath),
	};
}

function resolveLink(address: string, index: ContentIndex, fromPath: string): Target {
	const external = externalTarget(address);
	if (external) return external;
	const { path, fragment } = splitAddress(address);
	if (path === undefined) return broken(`The address “${address}” cannot be read.`);
	if (path === '' && fragment !== undefined) return { type: 'fragment', fragment };
	if (path === '') return broken('The link has no address.');

	for (const candidate of candidatePaths(path, fromPath)) {
		const target = targetAt(candidate, index);
		if (target) return target.type === 'internal' && fragment ? { ...target, fragment } : target;
	}
	return broken(`There is nothing at “${readable(address)}”.`, suggestion(path, index, fromPath));
}

function resolveImage(address: string, index: ContentIndex, fromPath: string): Target {
	const external = externalTarget(address);
	if (external) return external;
	const { path } = splitAddress(address);
	const found = path && [...candidatePaths(path, fromPath)].find((candidate) => index.files.has(candidate) && !isTextFile(candidate));
	if (!found) {
		const files = [...index.files].filter((file) => !isTextFile(file));
		const names = files.map((file) => basename(file));
		const name = nearest(basename(path ?? ''), names);
		const guess = name !== undefined && files[names.indexOf(name)];
		return { type: 'broken', code: 'image-missing', message: `There is no image at “${readable(address)}”.`, ...(guess && { hint: `Did you mean ${guess}?` }) };
	}
	const size = index.assets.size(found);
	if (!size) return { type: 'broken', code: 'image-unreadable', message: `The image “${readable(address)}” cannot be read.` };
	return { type: 'image', href: mediaHref(index, found), ...size };
}

function externalTarget(address: string): Target | undefined {
	if (address.startsWith('//') && !address.startsWith('///')) return { type: 'external', href: `https:${address}` };
	return scheme.test(address) ? { type: 'external', href: address } : undefined;
}

/** Splits off query and fragment and undoes percent signs; no path when they cannot be undone. */
function splitAddress(address: string): { path?: string; fragment?: string } {
	const [, path = '', fragment] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(address) ?? [];
	try {
		return { path: decodeURIComponent(path), ...(fragment !== undefined && { fragment: decodeURIComponent(fragment) }) };
	} catch {
		return {};
	}
}

/** An address as its author wrote it: Markdown puts percent signs for spaces and accents. */
function readable(address: string): string {
	try {
		return decodeURI(address);
	} catch {
		return address;
	}
}

/** Paths below `content/` that an address may mean, the nearest first, which nearly always is the one. */
function* candidatePaths(path: string, fromPath: string): Generator<string, undefined> {
	const folders = path.startsWith('/') ? [''] : [dirname(fromPath), ''];
	for (const folder of folders) {
		const candidate = join(folder, path.replace(/^\/+/, '')).replace(/\/$/, '').replace(/^\.$/, '');
		if (candidate === '..' || candidate.startsWith('../')) continue;
		yield candidate;
		// An accent in a name and in a link to it may be stored in two ways.
		yield candidate.normalize('NFC');
		yield candidate.normalize('NFD');
	}
}

function targetAt(path: string, index: ContentIndex): Target | undefined {
	for (const text of textsAt(path)) {
		const id = index.idOfPath.get(text);
		if (id !== undefined) return { type: 'internal', id, href: hrefOfId(index.base, id) };
	}
	if (path === '' || path === 'group.md') return { type: 'internal', href: index.base };
	if (index.files.has(path) && !isTextFile(path)) return { type: 'file', href: mediaHref(index, path) };
	const id = index.ids.has(path) ? path : index.aliases.get(path);
	if (id !== undefined) return { type: 'internal', id, href: hrefOfId(index.base, id) };
	if (linkablePages.includes(path)) return { type: 'internal', href: hrefOfId(index.base, path) };
	return undefined;
}

/** Files of texts that a path may mean. */
function* textsAt(path: string): Generator<string, undefined> {
	yield path;
	yield `${path}.md`;
	yield `${path}.mdx`;
	yield path.replace(/\.html?$/, '.md');
	for (const name of ['README', 'readme', 'index']) {
		yield join(path, `${name}.md`);
		yield join(path, `${name}.mdx`);
	}
}

function mediaHref(index: ContentIndex, path: string): string {
	return `${index.base}media/${index.assets.use(path).name}`;
}

function broken(message: string, hint?: string): Target {
	return { type: 'broken', code: 'link-broken', message, ...(hint && { hint }) };
}

function suggestion(path: string, index: ContentIndex, fromPath: string): string | undefined {
	const paths = [...index.idOfPath.keys()];
	const wanted = candidatePaths(path, fromPath).next().value ?? path;
	const sameName = paths.find((candidate) => bareName(candidate) === bareName(wanted));
	const guess = sameName ?? nearest(wanted, [...paths, ...index.ids]);
	return guess && `Did you mean ${guess}?`;
}

function bareName(path: string): string {
	return (path.split('/').at(-1) ?? path).replace(/\.\w+$/, '').toLowerCase();
}
