import { currentSite } from '../shared-site.js';
import { iconText } from '../view/icon.js';

/** The site's icon, in the group's colour. */
export function GET(): Response {
	return new Response(iconText(currentSite().accent), { headers: { 'content-type': 'image/svg+xml' } });
}
