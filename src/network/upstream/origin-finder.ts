import { pageAddress } from '../../lib/page-address.js';
import { readableAddress } from '../../lib/readable-address.js';
import type { Print } from '../../schema/print.js';
import { failed } from '../crawl/outcome.js';
import type { SoundPrint } from '../crawl/verify-print.js';
import type { Web } from '../fetch.js';
import { addressBelow } from '../home-address.js';
import { findUpstream } from './find-upstream.js';
import { handbookUpstream } from './handbook-upstream.js';
import { readPrint } from './read-print.js';
import type { Found, Upstream } from './upstream.js';

/** A text's handbook today. `upstream.chosen` is the text, when it is still there. */
export interface OriginText {
	upstream: Upstream;
	/** What the group left in place of a text that it withdrew. */
	tombstone?: Print['tombstones'][number] | undefined;
}

/** The handbook that a print belongs to, and the folder at which the print was found. */
interface Place {
	folder: string;
	print: Extract<SoundPrint, { type: 'handbook' }>;
}

/** How many folders above a text its print is looked for. */
const mostParents = 6;

/**
 * Finds the handbooks of texts by the addresses of their pages, asking each print once. Prints are looked for above the text, so
 * that a text is missed when it is gone and its handbook is not; a print elsewhere is found through the page, as for any address.
 */
export function originFinder(web: Web, now: Date = new Date()): (address: string) => Promise<Found<OriginText>> {
	const asked = new Map<string, ReturnType<typeof readPrint>>();
	const places: Place[] = [];
	const ask = (url: string): ReturnType<typeof readPrint> => {
		const answer = asked.get(url) ?? readPrint(web, url, now);
		asked.set(url, answer);
		return answer;
	};

	async function placeOf(address: string): Promise<Found<{ place?: Place }>> {
		const known = places.find(({ folder, print }) => addressBelow(address, folder) ?? addressBelow(address, print.home));
		if (known) return { place: known };
		let folder = new URL('..', address);
		for (let level = 0; level < mostParents; level++) {
			const read = await ask(new URL('handbook.json', folder).href);
			if (!('fault' in read) && read.print.type === 'handbook') {
				const place = { folder: folder.href, print: read.print };
				places.push(place);
				return { place };
			}
			if ('status' in read && read.status === 410) return { fault: failed('handbook-gone', `${readableAddress(folder.href)} was withdrawn: the site says that it is gone for good.`).fault };
			// Many sites answer with a page of their own where there is nothing.
			const isMissing = !('fault' in read) || read.fault.code === 'print-invalid' || ('status' in read && read.status === 404);
			if (!isMissing) return { fault: read.fault };
			if (folder.pathname === '/') break;
			folder = new URL('..', folder);
		}
		return {};
	}

	return async (address) => {
		const found = await placeOf(address);
		if ('fault' in found) return found;
		return found.place ? textOf(found.place, address) : findUpstream(web, address, now);
	};
}

/** The text in its handbook, which may have moved to another address with all that is in it. */
function textOf({ folder, print }: Place, address: string): OriginText {
	const path = address.startsWith(folder) ? address.slice(folder.length) : undefined;
	const today = addressBelow(address, print.home) ?? new URL(path ?? '', print.home).href;
	const upstream = handbookUpstream(print, today);
	const tombstone = upstream.chosen ? undefined : print.tombstones.find(({ id }) => pageAddress(new URL(`${id}/`, print.home).href) === pageAddress(today));
	return { upstream, tombstone };
}
