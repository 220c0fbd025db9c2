import { jsonFeedText } from '../../../output/feed.js';
import { currentNetworkSite } from '../../shared-site.js';
import { networkFeed } from '../../view/network-feed.js';

/** New and changed texts, for programs. */
export function GET(): Response {
	return new Response(jsonFeedText(networkFeed(currentNetworkSite())), { headers: { 'content-type': 'application/feed+json; charset=utf-8' } });
}
