import { dirname, join, relative } from 'node:path/posix';
import type { Edit } from './edits.js';
import { type FoundLink, findLinks } from './find-links.js';
import type { PreparedText } from './prepare-text.js';
import { isExternal, sourceTarget, splitAddress } from './source-targets.js';

/** A link within the handbook, with what it led to in the source. */
export interface PlannedLink extends FoundLink {
	/** File that it led to, below the layout's root; undefined when it led nowhere. */
	leadsTo: string | undefined;
}

/** Every link of a text that is not on another host. */
export function linksWithin(prepared: PreparedText, files: ReadonlySet<string>, site: boolean): PlannedLink[] {
	return findLinks(prepared.tree, prepared.body)
		.filter(({ address }) => !isExternal(address))
		.map((link) => {
			const { path } = splitAddress(link.address);
			return { ...link, leadsTo: path ? sourceTarget(path, prepared.source.path, files, site) : undefined };
		});
}

/** Where a file of the source goes. */
export interface NewPlace {
	/** Path below `content/`. */
	path: string;
	/** Id of the heading that becomes the page's title: what led there leads to the page. */
	titleHeading?: string;
}

/**
 * The edit that makes a link lead to the file's new place; none when it does already, or leads nowhere.
 * `places` is by path below the layout's root; `from` is the path of the text that holds the link.
 */
export function linkEdit(link: PlannedLink, from: string, places: ReadonlyMap<string, NewPlace>): (Edit & { address: string }) | undefined {
	const { path, rest, fragment } = splitAddress(link.address);
	const target = places.get(path === '' ? from : (link.leadsTo ?? ''));
	const own = places.get(from);
	if (!target || !own || path === undefined) return undefined;
	const toTitle = fragment !== undefined && fragment === target.titleHeading;
	if (path === '') return toTitle ? edit(link, '#top') : undefined;
	const here = path.startsWith('/') ? join('.', path.replace(/^\/+/, '')) : join(dirname(own.path), path);
	if (here === target.path && !toTitle) return undefined;
	const written = here === target.path ? link.address.slice(0, link.address.length - rest.length) : encodePath(relative(dirname(own.path), target.path));
	return edit(link, written + (toTitle ? rest.replace(/#.*$/s, '') : rest));
}

function edit(link: PlannedLink, address: string): Edit & { address: string } {
	return { start: link.start, end: link.end, address, text: link.syntax === 'html' ? address.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/'/g, '&#39;') : address.replace(/[\s()<>\\]/g, encodeURIComponent).replace(/[()]/g, percent) };
}

/** A path as an address that Markdown and HTML both take. */
function encodePath(path: string): string {
	return path.split('/').map((part) => encodeURIComponent(part).replace(/[()'*!]/g, percent)).join('/');
}

function percent(character: string): string {
	return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
