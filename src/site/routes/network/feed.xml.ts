import { atomText } from '../../../output/feed.js';
import { currentNetworkSite } from '../../shared-site.js';
import { networkFeed } from '../../view/network-feed.js';

/** New and changed texts, for feed readers. */
export function GET(): Response {
	return new Response(atomText(networkFeed(currentNetworkSite())), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
}
