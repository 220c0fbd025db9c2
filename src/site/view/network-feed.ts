import { hrefOfId } from '../../lib/href.js';
import type { Feed } from '../../output/feed.js';
import { fillText } from '../../strings/index.js';
import type { NetworkSite } from '../network-site.js';
import { firstWords } from './first-words.js';
import { lastChangeOf, latestFirst } from './last-change.js';

const mostItems = 50;

/** The latest texts of a network. Each is known by its address at home, which stays when the index moves. */
export function networkFeed(site: NetworkSite): Feed {
	const { url } = site.publication;
	return {
		id: url,
		title: fillText(site.strings.feeds.changedTitle, { name: site.name }),
		home: url,
		url: new URL('feed', url).href,
		lang: site.lang,
		items: latestFirst(site.entries)
			.slice(0, mostItems)
			.map((entry) => ({
				id: entry.mirrorOf?.url ?? new URL(hrefOfId('', entry.id), url).href,
				url: new URL(hrefOfId('', entry.id), url).href,
				title: entry.title,
				updated: lastChangeOf(entry) ?? '',
				summary: entry.fields.summary ?? firstWords(entry.text.text, 300),
				author: entry.mirrorOf?.group ?? site.name,
				lang: entry.lang,
				tags: entry.fields.tags ?? [],
			})),
	};
}
