import { basename, dirname, join } from 'node:path/posix';
import { prepareBody } from '../../handbook/adopt/prepare-body.js';
import type { Handbook } from '../../handbook/handbook.js';
import type { AdoptedEntry } from '../../handbook/update/adopted-entries.js';
import { type CopyPlace, copyVersion, imageKeys, type ParentCopy } from '../../handbook/update/parent-copy.js';
import type { UpstreamSource } from '../../network/upstream/fetch-source.js';
import type { Upstream, UpstreamEntry } from '../../network/upstream/upstream.js';

/** A parent, as it was taken and as it is now. */
export interface ParentVersions {
	upstream: Upstream;
	now: UpstreamEntry;
	source: UpstreamSource;
	base?: UpstreamSource | undefined;
	/** Names of images that the text has now and had not, by their keys. */
	newImages?: ReadonlyMap<string, string> | undefined;
}

/** Both versions of a parent as copies. Either is undefined when it is not there or cannot be made harmless. */
export function copiesOf(
	{ entry, lineage }: AdoptedEntry,
	own: Handbook,
	{ upstream, now, source, base, newImages = new Map() }: ParentVersions,
): { base?: ParentCopy | undefined; theirs?: ParentCopy | undefined } {
	const known = ownImages(entry.path, own, base?.body);
	const place: Omit<CopyPlace, 'images'> = {
		kind: entry.kind,
		parent: { home: upstream.home, pages: new Map(upstream.entries.map(({ id, page }) => [id, page])), aliases: upstream.aliases },
		ownLicence: own.group.licence,
	};
	const was = { ...now, title: lineage.title ?? now.title, licence: lineage.licence };
	return {
		base: base && copyVersion({ ...was, ...base }, { ...place, images: known }),
		theirs: copyVersion({ ...now, ...source }, { ...place, images: new Map([...newImages, ...known]) }),
	};
}

/** The files that adoption put beside a copy, by the images of the parent as it was taken. */
function ownImages(path: string, { assets }: Handbook, body: string | undefined): Map<string, string> {
	const names = new Map<string, string>();
	for (const [index, key] of keysIn(body).entries()) {
		const stem = `${basename(path).replace(/\.mdx?$/i, '')}-${index + 1}.`;
		const file = assets.find((asset) => dirname(asset.path) === dirname(path) && basename(asset.path).startsWith(stem));
		if (file) names.set(key, basename(file.path));
	}
	return names;
}

/** The images of a parent, by their keys, and which of them it had when it was taken. */
export function imagesOf(source: UpstreamSource, base: UpstreamSource | undefined): { keys: string[]; alts: string[]; isNew: (key: string) => boolean } {
	const prepared = prepareBody(source.body);
	const before = new Set(keysIn(base?.body));
	return { keys: prepared ? imageKeys(prepared.body) : [], alts: prepared?.images ?? [], isNew: (key) => !before.has(key) };
}

/** A name for a new image beside a text, which nothing has yet. */
export function freeImageName(path: string, extension: string, isTaken: (path: string) => boolean): string {
	const stem = basename(path).replace(/\.mdx?$/i, '');
	let number = 1;
	while (isTaken(join(dirname(path), `${stem}-${number}.${extension}`))) number += 1;
	return `${stem}-${number}.${extension}`;
}

function keysIn(body: string | undefined): string[] {
	const prepared = body === undefined ? undefined : prepareBody(body);
	return prepared ? imageKeys(prepared.body) : [];
}
