import { countText, fillText } from '../../strings/index.js';
import type { Site, Topic } from '../site.js';
import { type Card, splitCards } from './card.js';
import { inReadingOrder } from './last-change.js';
import { inUseFirst } from './out-of-use-view.js';
import { type PageView, pageView } from './page-view.js';
import { furtherPages, itemsOnPage, type Paging, pagingOf, pathOfPage } from './paging.js';

/** Everything about one topic. */
export interface TopicView {
	page: PageView;
	title: string;
	count: string;
	cards: Card[];
	/** Those of texts that are no longer in use, after all others. */
	past: Card[];
	paging: Paging;
}

/** One page of the list of a topic. */
export function topicView({ tag, slug, entries }: Topic, site: Site, number = 1): TopicView {
	const title = fillText(site.strings.lists.tagIntro, { tag });
	const path = `tags/${slug}`;
	return {
		page: pageView(site, { title, path: `${pathOfPage(path, number)}/`, noindex: number > 1 }),
		title,
		count: countText(site.lang, entries.length, site.strings.lists.count),
		...splitCards(itemsOnPage(inUseFirst(inReadingOrder(entries, site)), number), site),
		paging: pagingOf(path, entries.length, number, site),
	};
}

/** The pages of topics after the first of each. */
export function furtherTopicPages({ topics }: Site): { params: { tag: string; number: string }; props: { topic: Topic; number: number } }[] {
	return [...topics.values()].flatMap((topic) => furtherPages(topic.entries.length).map((number) => ({ params: { tag: topic.slug, number: String(number) }, props: { topic, number } })));
}
