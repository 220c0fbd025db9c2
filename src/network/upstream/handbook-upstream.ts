import { pageAddress } from '../../lib/page-address.js';
import type { PrintedText, SoundPrint } from '../crawl/verify-print.js';
import { statedLicence } from './read-print.js';
import type { Upstream, UpstreamEntry } from './upstream.js';

/** A handbook as something to copy from; `address` may be that of a text's page, of its former page, or of its source. */
export function handbookUpstream(print: Extract<SoundPrint, { type: 'handbook' }>, address: string): Upstream {
	const { home, group, aliases, bundle } = print;
	const entries = print.entries.map(upstreamEntry);
	const page = pageAddress(address);
	const alias = aliases.find(({ from }) => pageAddress(new URL(`${from}/`, home).href) === page);
	const chosen = entries.find(({ id, url, sourceUrl }) => pageAddress(url) === page || sourceUrl === address || id === alias?.to);
	return { group: { name: group.name, licence: group.licence }, home, entries, aliases, bundle, chosen, from: 'origin' };
}

function upstreamEntry({ id, kind, title, lang, licence, url, sourceUrl, sha256, bodySha256 }: PrintedText): UpstreamEntry {
	return { id, kind, title, lang, licence: statedLicence(licence), url, page: url, sourceUrl, sha256, bodySha256 };
}
