import { pageAddress } from '../../lib/page-address.js';
import { readableAddress } from '../../lib/readable-address.js';
import { failed } from '../crawl/outcome.js';
import { refusedAnswer } from '../crawl/refused-answer.js';
import type { Web } from '../fetch.js';
import { homeAddress } from '../home-address.js';
import { upstreamOfIndex } from './from-index.js';
import { handbookUpstream } from './handbook-upstream.js';
import { type PageFacts, pageFacts } from './page-facts.js';
import { printOf, type ReadPrint, readPrint } from './read-print.js';
import type { Found, Upstream } from './upstream.js';

const MiB = 1024 * 1024;
export const pageLimits: { wire: number; decoded: number } = { wire: MiB / 2, decoded: 2 * MiB };

/** How many folders above a source its print is looked for. */
const mostParents = 6;

/** A print, and the address within its site that was asked for. */
interface Place extends ReadPrint {
	/** Page or source, without fragment. */
	address: string;
	/** Where the page says that its text is at home. */
	canonical?: string | undefined;
	/** True when the address can only be that of one text. */
	isText: boolean;
}

/**
 * Finds the handbook, and the text, that an address means: a page, a raw `.md`, a print, or a page of an index.
 * robots.txt is not asked: it speaks to programs that gather, and here a person asks for one page, as with a browser.
 */
export async function findUpstream(web: Web, address: string, now: Date = new Date()): Promise<Found<{ upstream: Upstream }>> {
	const url = URL.parse(address);
	if (!url || !/^https?:$/.test(url.protocol)) return { fault: failed('address-refused', `“${address.slice(0, 200)}” is not a web address.`, 'Give an address that starts with https://').fault };
	url.hash = '';
	const place = await placeOf(web, url, now);
	if ('fault' in place) return place;
	const { print, data } = place;
	if (print.type === 'index') return upstreamOfIndex({ web, data, index: print.home, address: place.address, now });

	const upstream = handbookUpstream(print, place.address);
	if (upstream.chosen || !place.isText) return { upstream };
	const gone = print.tombstones.some(({ id }) => pageAddress(new URL(`${id}/`, print.home).href) === pageAddress(place.address));
	const message = gone ? `${readableAddress(place.address)} was withdrawn by ${print.group.name}.` : `${readableAddress(print.home)} has no text at ${readableAddress(place.address)}.`;
	return { fault: failed('print-missing', message, `See what it has: ${print.home}`).fault };
}

async function placeOf(web: Web, url: URL, now: Date): Promise<Found<Place>> {
	if (/\/(?:handbook|network)\.json$/.test(url.pathname)) return withAddress(await readPrint(web, url.href, now), homeAddress(url.href) ?? url.href, false);
	return url.pathname.endsWith('.md') ? placeOfSource(web, url, now) : placeOfPage(web, url, now);
}

/** The page of a source stands beside it and names the print; otherwise the print is looked for above it. */
async function placeOfSource(web: Web, url: URL, now: Date): Promise<Found<Place>> {
	const beside = new URL(url.pathname.replace(/(?:\/?index|\/?readme)?\.md$/i, '/'), url).href;
	const { page } = await fetchPage(web, beside);
	if (page?.print !== undefined) return withAddress(await readPrint(web, page.print, now), url.href, true);
	let folder = new URL('.', url);
	for (let level = 0; level < mostParents; level++) {
		const read = await readPrint(web, new URL('handbook.json', folder).href, now);
		if (!('status' in read && read.status === 404)) return withAddress(read, url.href, true);
		if (folder.pathname === '/') break;
		folder = new URL('..', folder);
	}
	return { fault: failed('print-missing', `There is no handbook above ${readableAddress(url.href)}: no handbook.json was found.`).fault };
}

async function placeOfPage(web: Web, url: URL, now: Date): Promise<Found<Place>> {
	const fetched = await fetchPage(web, url.href);
	if ('direct' in fetched) return withAddress(printOf(fetched.direct, url.href, now), homeAddress(url.href) ?? url.href, false);
	const { page, reached = url.href } = fetched;
	if (page?.print !== undefined) return withAddress(await readPrint(web, page.print, now), reached, false);
	if (fetched.fault && fetched.status !== 404) return { fault: fetched.fault };
	const home = homeAddress(reached) ?? reached;
	const read = await readPrint(web, new URL('handbook.json', home).href, now);
	if (!('status' in read && read.status === 404)) return withAddress(read, home, false);
	return { fault: failed('print-missing', `There is no handbook at ${readableAddress(reached)}: the page names no print, and there is no handbook.json beside it.`).fault };
}

type FetchedPage =
	| { page?: PageFacts; reached?: string; fault?: ReturnType<typeof failed>['fault']; status?: number }
	| { direct: Extract<Awaited<ReturnType<Web['get']>>, { type: 'body' }>; page?: undefined };

async function fetchPage(web: Web, url: string): Promise<FetchedPage> {
	const answer = await web.get({ url, accept: 'text/html, application/json;q=0.9', limits: pageLimits });
	if (answer.type === 'body') return /^application\/json\b/i.test(answer.contentType) ? { direct: answer } : { page: pageFacts(answer.bytes, answer.url), reached: answer.url };
	return { fault: refusedAnswer(answer, url).fault, ...(answer.type === 'status' && { status: answer.status }) };
}

function withAddress(read: Found<ReadPrint>, address: string, isText: boolean): Found<Place> {
	return 'fault' in read ? { fault: read.fault } : { ...read, address, isText };
}
