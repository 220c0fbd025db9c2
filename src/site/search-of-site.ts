import { readableAddress } from '../lib/readable-address.js';
import type { Entry } from '../markdown/entry.js';
import type { Publisher } from '../output/search-facets.js';
import { buildSearchIndex, type SearchFile, searchRecords } from '../output/search-index.js';
import type { Site } from './site.js';

/** The search index of a site: the files to serve below `pagefind/`. */
export function searchIndexOf(site: Site): Promise<SearchFile[]> {
	const { entries, base, name, asOf, hostLang } = site;
	return buildSearchIndex(searchRecords(entries, { base, name, today: asOf, publisherOf: (entry) => publisherOf(entry, site) }), hostLang);
}

function publisherOf({ mirrorOf }: Entry, { members }: Site): Publisher | undefined {
	if (!mirrorOf) return undefined;
	const { country, size } = members.get(mirrorOf.member)?.handbook?.group ?? {};
	return { label: `${mirrorOf.group} · ${readableAddress(mirrorOf.handbook)}`, country, size };
}
