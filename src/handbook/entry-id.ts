import { slugPath } from '../lib/slug.js';
import { type Kind, kindFolders, kinds } from '../schema/kinds.js';

const textFile = /\.mdx?$/i;
const leftOut = /(?:^|\/)(?:\.|node_modules(?:\/|$))/;
const folderText = /(?:^|\/)(?:readme|index)$/i;

/** True for a file that is an entry: Markdown or MDX. */
export function isTextFile(path: string): boolean {
	return textFile.test(path);
}

/** True for a path below `content/` at which a text is an entry: not one about the group, the network and its members, nor in a folder that is left out. */
export function isEntryPath(path: string): boolean {
	return isTextFile(path) && path !== 'group.md' && path !== 'network.md' && !path.startsWith('members/') && !leftOut.test(path);
}

/** The id of an entry that names none: its path without extension; a README or index stands for its folder. */
export function idOfPath(path: string): string {
	const bare = path.replace(textFile, '');
	const folder = bare.replace(folderText, '');
	return slugPath(folder === '' ? bare : folder);
}

/** The kind whose list a text introduces: the README or index of that kind's own folder. */
export function introducedKind(path: string): Kind | undefined {
	const bare = path.replace(textFile, '');
	if (!folderText.test(bare)) return undefined;
	const folder = bare.replace(folderText, '');
	return kinds.find((kind) => kindFolders[kind] === folder);
}

const sitePages = ['search', 'tags', 'copy', 'copy/open', 'book', '404', 'changes', 'review', 'feeds', 'handbook', 'index'];
const siteFolders = ['tags', 'media', 'pagefind', 'feeds', 'changes', '_astro'];

/** Addresses of lists and pages that the site makes itself, where a text may link to. */
export const linkablePages: readonly string[] = ['search', 'tags', 'changes', 'review', 'copy', 'book', 'feeds', ...Object.values(kindFolders)];

/** True for an address that belongs to the site itself. */
export function isReservedId(id: string): boolean {
	return sitePages.includes(id) || siteFolders.includes(id.split('/')[0] ?? '') || (Object.values(kindFolders) as string[]).includes(id);
}
