import type { Handbook } from '../handbook/handbook.js';
import { kinds } from '../schema/kinds.js';
import { handbookFeeds } from './handbook-feeds.js';
import { createSite, notesDecisions, type Setting, type Site } from './site.js';

/** The site of one group's handbook. */
export interface HandbookSite extends Site {
	handbook: Handbook;
}

/** Computes what every page asks of a handbook. */
export function createHandbookSite(handbook: Handbook, setting: Setting): HandbookSite {
	const { group, entries, contents, redirects, tombstones, origin } = handbook;
	const { name, repo } = group.fields;
	const site = createSite(
		{
			name,
			hostLang: group.lang,
			entries,
			contents,
			redirects,
			tombstones,
			members: new Map(),
			parents: handbook.parents,
			families: new Map(),
			repository: repo === undefined ? undefined : { url: repo, content: `${origin.pathInRepo}content/` },
			licence: group.licence,
			asOf: origin.committedAt?.slice(0, 10),
			unlisted: false,
			print: 'handbook.json',
			feeds: handbookFeeds,
			kinds: kinds.filter((kind) => entries.some((entry) => (entry.kind === kind && !entry.introduces) || (kind === 'decision' && notesDecisions(entry)))),
			menu: [],
			foot: ['copy', 'book', 'feeds', 'tags'],
		},
		setting,
	);
	return { ...site, handbook };
}
