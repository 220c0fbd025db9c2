import type { APIContext } from 'astro';
import { jsonFeedText } from '../../../output/feed.js';
import type { HandbookFeed } from '../../handbook-feeds.js';
import { currentHandbookSite } from '../../shared-site.js';
import { feedPaths, handbookFeed } from '../../view/handbook-feed.js';

export const getStaticPaths = feedPaths;

/** A feed of the handbook, for programs. */
export function GET({ props }: APIContext<{ feed: HandbookFeed }>): Response {
	return new Response(jsonFeedText(handbookFeed(props.feed, currentHandbookSite())), { headers: { 'content-type': 'application/feed+json; charset=utf-8' } });
}
