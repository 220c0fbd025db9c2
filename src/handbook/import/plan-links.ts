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

/** The edit that makes a link lead to the file's new place; none when it does already, or leads nowhere. */
export function linkEdit(link: PlannedLink, from: string, destinations: ReadonlyMap<string, string>): (Edit & { address: string }) | undefined {
	const target = link.leadsTo === undefined ? undefined : destinations.get(link.leadsTo);
	const { path, rest } = splitAddress(link.address);
	if (target === undefined || !path) return undefined;
	const here = path.startsWith('/') ? join('.', path.replace(/^\/+/, '')) : join(dirname(from), path);
	if (here === target) return undefined;
	const address = encodePath(relative(dirname(from), target)) + rest;
	return { start: link.start, end: link.end, address, text: link.syntax === 'html' ? address.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/'/g, '&#39;') : address.replace(/[\s()<>\\]/g, encodeURIComponent).replace(/[()]/g, percent) };
}

/** A path as an address that Markdown and HTML both take. */
function encodePath(path: string): string {
	return path.split('/').map((part) => encodeURIComponent(part).replace(/[()'*!]/g, percent)).join('/');
}

function percent(character: string): string {
	return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
