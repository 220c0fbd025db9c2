import { printText } from '../../../output/print.js';
import { currentHandbookSite } from '../../shared-site.js';

/** The print. */
export function GET(): Response {
	const { handbook, publication } = currentHandbookSite();
	return new Response(printText(handbook, publication), { headers: { 'content-type': 'application/json; charset=utf-8' } });
}
