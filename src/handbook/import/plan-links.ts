import { dirname, join, relative } from 'node:path/posix';
import type { Edit } from './edits.js';
import { type FoundLink, findLinks } from './find-links.js';
import type { PreparedText } from './prepare-text.js';
import { isExternal, type SourceIndex, sourceTarget, splitAddress, withinSource } from './source-targets.js';

/** A link within the handbook, with what it led to in the source. */
export interface PlannedLink extends FoundLink {
	/** File that it led to, below the layout's root; undefined when it led nowhere. */
	leadsTo: string | undefined;
	/** True for a web address of the published site, which `address` gives as a path from its root. */
	wasWeb: boolean;
	/** The id of the heading that it leads to, where that is another now. */
	fragment?: string;
	/** What stands behind the path in the new place, where it is something else than before. */
	behind?: string;
}

/** Every link of a text that is not on another host. */
export function linksWithin(prepared: PreparedText, index: SourceIndex): PlannedLink[] {
	return findLinks(prepared.tree, prepared.body).flatMap((link) => {
		const address = withinSource(link.address, index.home);
		if (isExternal(address)) return [];
		const { path } = splitAddress(address);
		const from = prepared.partOf ?? prepared.source.path;
		const leadsTo = path ? (sourceTarget(path, from, index) ?? belowHome(path, from, index)) : undefined;
		// An address of the published site that leads to no text stays what it is: a web address.
		return leadsTo === undefined && address !== link.address ? [] : [{ ...link, address, leadsTo, wasWeb: address !== link.address }];
	});
}

/** The file that a path led to from the root of the host, where the site stood in a folder of it: `/handbook/x/`. */
function belowHome(path: string, from: string, index: SourceIndex): string | undefined {
	const folder = URL.parse(index.home ?? '')?.pathname ?? '/';
	return folder !== '/' && `${path}/`.startsWith(folder) ? sourceTarget(`/${path.slice(folder.length)}`, from, index) : undefined;
}

/**
 * The edit that makes a link lead to the new place of its file or heading; none when it does already, or leads nowhere.
 * `places` is the path below `content/` by that below the layout's root; `from` is the path of the text that holds the link.
 */
export function linkEdit(link: PlannedLink, from: string, places: ReadonlyMap<string, string>): (Edit & { address: string }) | undefined {
	const { path, rest: before } = splitAddress(link.address);
	const rest = link.fragment === undefined ? before : before.replace(/#.*$/s, `#${encodeURIComponent(link.fragment)}`);
	const target = places.get(link.leadsTo ?? '');
	const own = places.get(from);
	if (link.behind !== undefined && target !== undefined && own !== undefined)
		return edit(link, target === own && link.behind !== '' ? link.behind : encodePath(relative(dirname(own), target)) + link.behind);
	if (!path) return rest === before ? undefined : edit(link, rest);
	if (target === undefined || own === undefined) return undefined;
	const here = path.startsWith('/') ? join('.', path.replace(/^\/+/, '')) : join(dirname(own), path);
	return here === target && !link.wasWeb && rest === before ? undefined : edit(link, encodePath(relative(dirname(own), target)) + rest);
}

function edit(link: PlannedLink, address: string): Edit & { address: string } {
	return {
		start: link.start,
		end: link.end,
		address,
		text: link.syntax === 'html' ? address.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/'/g, '&#39;') : address.replace(/[\s()<>\\]/g, encodeURIComponent).replace(/[()]/g, percent),
	};
}

/** A path as an address that Markdown and HTML both take. */
export function encodePath(path: string): string {
	return path
		.split('/')
		.map((part) => encodeURIComponent(part).replace(/[()'*!]/g, percent))
		.join('/');
}

function percent(character: string): string {
	return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
