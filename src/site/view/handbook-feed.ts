import { soonFrom } from '../../handbook/review/due-standing.js';
import type { DueItem } from '../../handbook/review/review-plan.js';
import { hrefOfId } from '../../lib/href.js';
import { listFormat } from '../../lib/intl-formats.js';
import { comparePartialDates, formatPartialDate, type PartialDate } from '../../lib/partial-date.js';
import { isSlugPath } from '../../lib/slug.js';
import { absoluteAddresses } from '../../markdown/absolute-addresses.js';
import type { Entry } from '../../markdown/entry.js';
import type { Feed, FeedItem } from '../../output/feed.js';
import { fillText } from '../../strings/index.js';
import type { HandbookFeed } from '../handbook-feeds.js';
import type { HandbookSite } from '../handbook-site.js';

const mostItems = 50;

/** An item before its addresses are written in full, which takes a while and is done for those alone that are among the latest. */
type UnwrittenItem = Omit<FeedItem, 'html'> & { text: string };

/** The items of each feed, in any order. To add a feed, name it in `handbook-feeds.ts`, and say here what is in it. */
const contentsOf: Record<HandbookFeed['name'], (site: HandbookSite) => readonly UnwrittenItem[]> = {
	changed: (site) => site.entries.filter(({ introduces }) => introduces === undefined).flatMap((entry) => itemOf(entry, site)),
	decisions: (site) => (site.byKind.get('decision') ?? []).flatMap((entry) => itemOf(entry, site)),
	due: (site) => site.reviews.due.flatMap((item) => dueItemOf(item, site)),
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
			.toSorted((a, b) => comparePartialDates(b.updated, a.updated))
			.slice(0, mostItems)
			.map(({ text, ...item }) => ({ ...item, html: absoluteAddresses(text, item.url) })),
	};
}

function itemOf(entry: Entry, site: HandbookSite): UnwrittenItem[] {
	const noted = notedDate(entry);
	const updated = entry.updated ?? noted;
	if (updated === undefined) return [];
	const page = new URL(hrefOfId('', entry.id), site.publication.url).href;
	return [
		{
			// A reader that knew the text by a former address knows it still.
			id: new URL(hrefOfId('', entry.fields.aliases?.find(isSlugPath) ?? entry.id), site.publication.url).href,
			url: page,
			title: entry.title,
			updated,
			published: [site.handbook.history.entries.get(entry.id)?.firstPublished, noted].find((date) => date !== undefined && date <= updated),
			summary: entry.fields.summary,
			text: entry.text.html,
			author: entry.fields.authors ? listFormat(entry.lang).format(entry.fields.authors) : site.name,
			lang: entry.lang,
			tags: entry.fields.tags ?? [],
		},
	];
}

/** Something that comes due, from the day on which it is due soon: the same item in every build. */
function dueItemOf({ entry, what, date }: DueItem, site: HandbookSite): UnwrittenItem[] {
	const updated = soonFrom(date);
	if (site.asOf === undefined || updated > site.asOf) return [];
	const page = new URL(hrefOfId('', entry.id), site.publication.url).href;
	const { event, what: phrases } = site.strings.review;
	const phrase = fillText(phrases[what], { date: formatPartialDate(date, site.lang) });
	return [
		{
			id: `${page}#${what}-${date}`,
			url: page,
			title: fillText(event[what], { title: entry.title }),
			updated,
			summary: entry.fields.summary === undefined ? phrase : `${phrase}. ${entry.fields.summary}`,
			text: entry.text.html,
			author: site.name,
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
