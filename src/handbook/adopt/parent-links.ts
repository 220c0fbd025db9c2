import { dirname, join, normalize } from 'node:path/posix';
import { undoPercentSigns } from '../../lib/percent-signs.js';
import { isSlugPath, slugPath } from '../../lib/slug.js';
import { kindFolders } from '../../schema/kinds.js';

/** A handbook as the links of one of its texts see it. */
export interface ParentHandbook {
	/** Its address, ending with `/`. */
	home: string;
	/** Pages of its texts, by id. */
	pages: ReadonlyMap<string, string>;
	/** Former ids and the ids they lead to. */
	aliases: readonly { from: string; to: string }[];
}

/** Longer than any path that a person would write. */
const longestPath = 500;
const lists = new Set<string>([...Object.values(kindFolders), 'tags', 'search', 'copy', 'book']);

/** The web address that a relative one in a text with this id leads to: a page of its handbook, or else the page of the text itself. */
export function parentLink(address: string, id: string, { home, pages, aliases }: ParentHandbook): string {
	const here = pages.get(id) ?? home;
	if (/^[\\/]{2}/.test(address)) return URL.parse(`https:${address.replace(/\\/g, '/')}`)?.href ?? here;
	const [, rawPath = '', fragment] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(address) ?? [];
	const path = undoPercentSigns(rawPath);
	if (path === undefined) return here;
	for (const candidate of candidatePaths(path, id)) {
		if (/^(?:group\.md)?$/.test(candidate) && path !== '') return home;
		for (const form of idsOfPath(candidate)) {
			const page = pages.get(form) ?? pages.get(aliases.find(({ from }) => from === form)?.to ?? '');
			if (page !== undefined) return withFragment(page, fragment);
			if (lists.has(form)) return new URL(`${form}/`, home).href;
		}
	}
	return here;
}

function withFragment(page: string, fragment: string | undefined): string {
	const url = new URL(page);
	if (fragment) url.hash = fragment;
	return url.href;
}

/** Paths that an address may mean: beside the text, below it as in the address of its page, from the root. */
function candidatePaths(path: string, id: string): string[] {
	const fromRoot = normalize(path.replace(/^\/+/, '')).replace(/^\.\/?$/, '');
	if (path.startsWith('/')) return [fromRoot];
	return [normalize(join(dirname(id), path)), normalize(join(id, path)), fromRoot].map((each) => (each === '.' || each === './' ? '' : each));
}

/** The ids that the text at a path may have: its path without extension, a README standing for its folder. */
function idsOfPath(path: string): string[] {
	if (path.length > longestPath || path.startsWith('../')) return [];
	const bare = path.replace(/^\.?\/+|\/+$/g, '').replace(/\.(?:mdx?|html?)$/i, '');
	const folder = bare.replace(/(?:^|\/)(?:readme|index)$/i, '');
	return [...new Set([bare, folder])].flatMap((form) => (isSlugPath(form) ? [form] : slugPath(form)));
}
