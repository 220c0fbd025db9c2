import { readableAddress } from '../../lib/readable-address.js';
import type { Entry } from '../../markdown/entry.js';
import type { Publisher } from '../../output/search-facets.js';
import { type SearchRecord, searchRecords } from '../../output/search-index.js';
import type { Site } from '../site.js';

/** What readers of a site search. */
export function searchRecordsOf(site: Site): SearchRecord[] {
	const { entries, base, name, asOf } = site;
	return searchRecords(entries, { base, name, today: asOf, publisherOf: (entry) => publisherOf(entry, site) });
}

function publisherOf({ mirrorOf }: Entry, { members }: Site): Publisher | undefined {
	if (!mirrorOf) return undefined;
	const { country, size } = members.get(mirrorOf.member)?.handbook?.group ?? {};
	return { label: `${mirrorOf.group} · ${readableAddress(mirrorOf.handbook)}`, country, size };
}
