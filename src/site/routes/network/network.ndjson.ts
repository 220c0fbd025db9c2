import { Readable } from 'node:stream';
import { bundleLines } from '../../../output/bundle.js';
import { currentNetworkSite } from '../../shared-site.js';

/** All sources in one request, a line at a time: a large network's do not fit into memory twice. */
export function GET(): Response {
	const lines = Readable.toWeb(Readable.from(bundleLines(currentNetworkSite().entries), { objectMode: false }));
	return new Response(lines as ReadableStream, { headers: { 'content-type': 'application/x-ndjson; charset=utf-8' } });
}
