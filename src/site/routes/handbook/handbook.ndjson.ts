import { bundleText } from '../../../output/bundle.js';
import { currentHandbookSite } from '../../shared-site.js';

/** All sources in one request. */
export function GET(): Response {
	return new Response(bundleText(currentHandbookSite()), { headers: { 'content-type': 'application/x-ndjson; charset=utf-8' } });
}
