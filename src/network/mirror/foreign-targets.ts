import { dirname, join, normalize } from 'node:path/posix';
import { hrefOfId } from '../../lib/href.js';
import { isSlugPath, slugPath } from '../../lib/slug.js';
import type { Target, TargetResolver } from '../../markdown/target.js';
import { addressBelow } from '../home-address.js';
import { mirrorId } from './mirror-id.js';

/** Where a foreign text stands, here and at home. */
export interface TextPlace {
	/** Base of our site, beginning and ending with `/`. */
	base: string;
	/** Id of its member. */
	member: string;
	/** Address of its handbook, ending with `/`. */
	home: string;
	/** Its id there. */
	id: string;
	/** Its page there. */
	url: string;
}

/** The texts of a member that have a page here. */
export interface MemberIndex {
	ids: ReadonlySet<string>;
	/** Former id to present id. */
	aliases: ReadonlyMap<string, string>;
}

const scheme = /^[a-z][a-z0-9+.-]*:/i;

/** Longer than any path that a person would write. */
const longestPath = 500;

/**
 * What the addresses in a foreign text lead to: a text of the same member to its page here, and whatever else its handbook has
 * (images, files, lists) to the page of the text at its home. Nothing leads to another member's text.
 */
export function foreignTargets(place: TextPlace, index: MemberIndex): TargetResolver {
	return {
		link: (address) => {
			const full = address.startsWith('//') ? `https:${address}` : address;
			return scheme.test(full) ? resolveFull(full, place, index) : resolveRelative(full, place, index);
		},
		// Images are links by the time that they get here.
		image: () => nothing,
	};
}

const nothing: Target = { type: 'broken', code: 'link-broken', message: 'The address cannot be read.' };

function resolveFull(address: string, place: TextPlace, index: MemberIndex): Target {
	const below = addressBelow(address, place.home);
	const inside = below === undefined ? undefined : splitAddress(below.slice(place.home.length));
	const found = inside && targetAt([inside.path], inside.fragment, place, index);
	if (found) return found;
	const href = /^https?:/i.test(address) ? URL.parse(address)?.href : address;
	return href === undefined ? nothing : { type: 'external', href };
}

function resolveRelative(address: string, place: TextPlace, index: MemberIndex): Target {
	const split = splitAddress(address);
	if (split?.path === '' && split.fragment !== undefined) return { type: 'fragment', fragment: split.fragment };
	const paths = split && split.path !== '' ? candidatePaths(split.path, place.id) : [];
	// A member on this computer, as in a demonstration, has no address that a reader could follow.
	const home: Target = place.url.startsWith('https:') ? { type: 'external', href: place.url } : nothing;
	return targetAt(paths, split?.fragment, place, index) ?? home;
}

/** Splits off query and fragment and undoes percent signs; undefined when they cannot be undone. */
function splitAddress(address: string): { path: string; fragment?: string } | undefined {
	const [, path = '', fragment] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(address) ?? [];
	try {
		return { path: decodeURIComponent(path), ...(fragment !== undefined && { fragment: decodeURIComponent(fragment) }) };
	} catch {
		return undefined;
	}
}

/** Paths that an address may mean: beside the text, below it as in the address of its page, from the root. */
function candidatePaths(path: string, id: string): string[] {
	const fromRoot = normalize(path.replace(/^\/+/, ''));
	if (path.startsWith('/')) return [fromRoot];
	return [normalize(join(dirname(id), path)), normalize(join(id, path)), fromRoot];
}

function targetAt(paths: readonly string[], fragment: string | undefined, { base, member }: TextPlace, { ids, aliases }: MemberIndex): Target | undefined {
	for (const path of paths) {
		for (const form of idsOfPath(path)) {
			const id = ids.has(form) ? form : aliases.get(form);
			if (id === undefined) continue;
			const here = mirrorId(member, id);
			return { type: 'internal', id: here, href: hrefOfId(base, here), ...(fragment && { fragment: fragment === 'top' ? fragment : `text-${fragment}` }) };
		}
	}
	return undefined;
}

/** The ids that the text at a path may have: its path without extension, a README standing for its folder. */
function idsOfPath(path: string): string[] {
	if (path.length > longestPath || path.startsWith('../')) return [];
	const bare = path.replace(/^\.?\/+|\/+$/g, '').replace(/\.(?:mdx?|html?)$/i, '');
	const folder = bare.replace(/(?:^|\/)(?:readme|index)$/i, '');
	return [...new Set([bare, folder])].flatMap((form) => (isSlugPath(form) ? [form] : slugPath(form)));
}
