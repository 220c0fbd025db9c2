import { readableAddress } from '../../lib/readable-address.js';
import type { Entry } from '../../markdown/entry.js';
import type { Publisher } from '../../output/search-facets.js';
import { type SearchRecord, searchRecords } from '../../output/search-index.js';
import type { Site } from '../site.js';

/** What readers of a site search. */
export interface SearchContent {
	records: SearchRecord[];
	/** That of the site without its region, for words and their forms. */
	language: string;
}

/** Gathers what readers of a site search. */
export function searchOf(site: Site): SearchContent {
	const { entries, base, name, asOf, hostLang } = site;
	return {
		records: searchRecords(entries, { base, name, today: asOf, publisherOf: (entry) => publisherOf(entry, site) }),
		language: hostLang.split('-')[0] ?? 'en',
	};
}

function publisherOf({ mirrorOf }: Entry, { members }: Site): Publisher | undefined {
	if (!mirrorOf) return undefined;
	const { country, size } = members.get(mirrorOf.member)?.handbook?.group ?? {};
	return { label: `${mirrorOf.group} · ${readableAddress(mirrorOf.handbook)}`, country, size };
}
