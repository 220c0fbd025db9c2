import { opmlText } from '../../../output/opml.js';
import { currentNetworkSite } from '../../shared-site.js';

/** The handbooks of the network as an outline. */
export function GET(): Response {
	return new Response(opmlText(currentNetworkSite().network), { headers: { 'content-type': 'text/x-opml; charset=utf-8' } });
}
