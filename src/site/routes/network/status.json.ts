import { statusText } from '../../../output/status.js';
import { currentNetworkSite } from '../../shared-site.js';

/** How every member stands, for programs. */
export function GET(): Response {
	const { network, publication } = currentNetworkSite();
	return new Response(statusText(network, publication), { headers: { 'content-type': 'application/json; charset=utf-8' } });
}
