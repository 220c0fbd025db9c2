import { archiveBytes } from '../../../output/archive.js';
import { currentHandbookSite } from '../../shared-site.js';

/** All sources and images. */
export function GET(): Response {
	return new Response(archiveBytes(currentHandbookSite().handbook) as Uint8Array<ArrayBuffer>, { headers: { 'content-type': 'application/zip' } });
}
