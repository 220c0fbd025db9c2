import { networkPrintText } from '../../../output/network-print.js';
import { currentNetworkSite } from '../../shared-site.js';

/** The print of the index. */
export function GET(): Response {
	const { network, publication } = currentNetworkSite();
	return new Response(networkPrintText(network, publication), { headers: { 'content-type': 'application/json; charset=utf-8' } });
}
