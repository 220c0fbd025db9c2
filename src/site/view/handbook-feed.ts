import { hrefOfId } from '../../lib/href.js';
import { comparePartialDates, type PartialDate } from '../../lib/partial-date.js';
import { absoluteAddresses } from '../../markdown/absolute-addresses.js';
import type { Entry } from '../../markdown/entry.js';
import type { Feed, FeedItem } from '../../output/feed.js';
import { fillText } from '../../strings/index.js';
import { type HandbookFeed, handbookFeeds } from '../handbook-feeds.js';
import type { HandbookSite } from '../handbook-site.js';

const mostItems = 50;

/** The texts of each feed, in any order. To add a feed, name it in `handbook-feeds.ts`, and say here what is in it. */
const contentsOf: Record<HandbookFeed['name'], (site: HandbookSite) => readonly Entry[]> = {
	changed: ({ entries }) => entries.filter(({ introduces }) => introduces === undefined),
	decisions: ({ byKind }) => byKind.get('decision') ?? [],
};

/** A feed of a handbook, with whole texts, the latest first. A text of which no date is known is left out. */
export function handbookFeed({ path, title, name }: HandbookFeed, site: HandbookSite): Feed {
	const { url } = site.publication;
	const address = new URL(path, url).href;
	return {
		id: `${address}.xml`,
		title: fillText(site.strings.feeds[title], { name: site.name }),
		home: url,
		url: address,
		lang: site.lang,
		items: contentsOf[name](site)
			.flatMap((entry) => itemOf(entry, site))
			.sort((a, b) => comparePartialDates(b.updated, a.updated))
			.slice(0, mostItems),
	};
}

/** Where the feeds are: a file of each format for each. */
export function feedPaths(): { params: { feed: string }; props: { feed: HandbookFeed } }[] {
	return handbookFeeds.map((feed) => ({ params: { feed: feed.path }, props: { feed } }));
}

function itemOf(entry: Entry, site: HandbookSite): FeedItem[] {
	const noted = notedDate(entry);
	const updated = entry.updated ?? noted;
	if (updated === undefined) return [];
	const page = new URL(hrefOfId('', entry.id), site.publication.url).href;
	return [
		{
			// A reader that knew the text by a former address knows it still.
			id: new URL(hrefOfId('', entry.fields.aliases?.[0] ?? entry.id), site.publication.url).href,
			url: page,
			title: entry.title,
			updated,
			published: noted !== undefined && noted <= updated ? noted : undefined,
			summary: entry.fields.summary,
			html: absoluteAddresses(entry.text.html, page),
			author: entry.fields.authors?.join(', ') ?? site.name,
			lang: entry.lang,
			tags: entry.fields.tags ?? [],
		},
	];
}

/** The day that a text's own facts give for its beginning. */
function notedDate(entry: Entry): PartialDate | undefined {
	switch (entry.kind) {
		case 'agreement':
			return entry.fields.adoptedOn;
		case 'decision':
			return entry.fields.date;
		case 'story':
			return entry.fields.ended;
		default:
			return undefined;
	}
}
