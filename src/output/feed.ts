import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { PartialDate } from '../lib/partial-date.js';

/** A list of things that happened, the latest first. */
export interface Feed {
	/** Never changes: a reader knows the feed by it. */
	id: string;
	title: string;
	/** Address of the site. */
	home: string;
	/** Address of the feed itself, without its ending. */
	url: string;
	lang: string;
	items: FeedItem[];
}

/** One of them. */
export interface FeedItem {
	/** Never changes: a reader knows by it what was read before. */
	id: string;
	url: string;
	title: string;
	/** A day; what is less precise counts from its start. */
	updated: PartialDate;
	/** When it was first there, if that is known. */
	published?: PartialDate | undefined;
	summary?: string | undefined;
	/** The whole text as safe HTML, with addresses in full. */
	html?: string | undefined;
	author: string;
	lang: string;
	tags: readonly string[];
}

/** A feed in Atom (RFC 4287). */
export function atomText({ id, title, home, url, lang, items }: Feed): string {
	const entries = items.map((item) =>
		x('entry', { 'xml:lang': item.lang }, [
			x('id', item.id),
			x('title', item.title),
			x('link', { rel: 'alternate', type: 'text/html', href: item.url }),
			x('updated', moment(item.updated)),
			...(item.published ? [x('published', moment(item.published))] : []),
			x('author', [x('name', item.author)]),
			...(item.summary ? [x('summary', item.summary)] : []),
			...(item.html === undefined ? [] : [x('content', { type: 'html' }, item.html)]),
			...item.tags.map((tag) => x('category', { term: tag })),
		]),
	);
	const feed = x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': lang }, [
		x('id', id),
		x('title', title),
		x('link', { rel: 'alternate', type: 'text/html', href: home }),
		x('link', { rel: 'self', type: 'application/atom+xml', href: `${url}.xml` }),
		x('updated', moment(items[0]?.updated ?? '1970')),
		...entries,
	]);
	return `<?xml version="1.0" encoding="utf-8"?>\n${toXml(feed)}\n`;
}

/** The same as JSON Feed (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeedText({ title, home, url, lang, items }: Feed): string {
	const feed = {
		version: 'https://jsonfeed.org/version/1.1',
		title,
		home_page_url: home,
		feed_url: `${url}.json`,
		language: lang,
		items: items.map((item) => ({
			id: item.id,
			url: item.url,
			title: item.title,
			...(item.html === undefined ? { content_text: item.summary ?? item.title } : { summary: item.summary, content_html: item.html }),
			date_published: item.published && moment(item.published),
			date_modified: moment(item.updated),
			authors: [{ name: item.author }],
			language: item.lang,
			tags: item.tags,
		})),
	};
	return `${JSON.stringify(feed, null, '\t')}\n`;
}

function moment(date: PartialDate): string {
	return new Date(date).toISOString();
}
