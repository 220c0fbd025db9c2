import { pageAddress } from '../../lib/page-address.js';
import { readableAddress } from '../../lib/readable-address.js';
import { printSchema } from '../../schema/print.js';
import { cleanForeign } from '../clean-foreign.js';
import { failed } from '../crawl/outcome.js';
import { isRecord, soundFields } from '../crawl/sound-fields.js';
import type { PrintedText } from '../crawl/verify-print.js';
import type { Web } from '../fetch.js';
import { addressBelow, homeAddress } from '../home-address.js';
import { snapshotSchema } from '../snapshot.js';
import { handbookUpstream } from './handbook-upstream.js';
import { type ReadPrint, readPrint, statedLicence } from './read-print.js';
import type { Found, Upstream, UpstreamEntry } from './upstream.js';

/** A text on an index. */
interface IndexQuestion {
	web: Web;
	/** What the index's print says. */
	data: Record<string, unknown>;
	/** Address of the index. */
	index: string;
	/** Page or source of the text there. */
	address: string;
	now: Date;
}

const mirrorOf = printSchema.shape.entries.element.options[0].shape.mirrorOf.unwrap();
const printed = snapshotSchema.shape.entries.element.omit({ text: true, firstSeen: true, changed: true });

interface Mirrored {
	entry: PrintedText;
	home: { url: string; handbook: string; group: string; member: string };
}

/** Goes to the home of a text on an index; where that is gone, or does not have the text, to the index's own copy. */
export async function upstreamOfIndex({ web, data, index, address, now }: IndexQuestion): Promise<Found<{ upstream: Upstream }>> {
	const page = pageAddress(address);
	const texts = (Array.isArray(data.entries) ? data.entries : []).filter(isRecord);
	const listed = texts.find((text) => (typeof text.url === 'string' && pageAddress(text.url) === page) || text.sourceUrl === address);
	if (!listed) {
		const message = `${readableAddress(index)} is an index of handbooks, and ${readableAddress(address)} is not one of the texts on it.`;
		return { fault: failed('print-missing', message, 'Open a text on the index, and give the address of its page.').fault };
	}
	const mirrored = readMirrored(listed, index);
	if (!mirrored) return { fault: failed('print-invalid', `What ${readableAddress(index)} says of ${readableAddress(address)} cannot be read: it does not name the text's home.`).fault };

	const { home } = mirrored;
	const origin = await readPrint(web, new URL('handbook.json', home.handbook).href, now);
	const lacking = lackOf(origin, home);
	if (!('fault' in origin) && origin.print.type === 'handbook' && !lacking) return { upstream: handbookUpstream(origin.print, home.url) };

	const entries = texts.flatMap((text) => readMirrored(text, index) ?? []).filter((each) => each.home.handbook === home.handbook);
	const chosen = mirroredEntry(mirrored);
	const because = 'fault' in origin ? origin.fault : (lacking ?? failed('print-missing', `${home.handbook} does not have the text any more.`).fault);
	const isWithdrawn = ('status' in origin && origin.status === 410) || because.code === 'handbook-gone';
	return { upstream: { group: { name: home.group }, home: home.handbook, entries: entries.map(mirroredEntry), aliases: [], chosen, from: { index, because }, isWithdrawn } };
}

/** Why a handbook that answers cannot give a text. */
function lackOf(origin: Found<ReadPrint>, { url, handbook }: Mirrored['home']): ReturnType<typeof failed>['fault'] | undefined {
	if ('fault' in origin) return origin.fault;
	const { print } = origin;
	if (print.type !== 'handbook' || print.home !== handbook) return failed('print-elsewhere', `At ${readableAddress(handbook)} there is another handbook today.`).fault;
	if (print.entries.some((entry) => pageAddress(entry.url) === pageAddress(url))) return undefined;
	if (print.tombstones.some(({ id }) => pageAddress(new URL(`${id}/`, handbook).href) === pageAddress(url)))
		return failed('handbook-gone', `${print.group.name} has withdrawn ${readableAddress(url)}.`).fault;
	return failed('print-missing', `${readableAddress(handbook)} does not have ${readableAddress(url)} any more.`).fault;
}

/** The sound facts of a text on an index: all of its own stands below the index, and its page at home below its handbook. */
function readMirrored(data: Record<string, unknown>, index: string): Mirrored | undefined {
	const clean = cleanForeign(data);
	const read = soundFields(printed, { ...clean, licence: printed.shape.licence.safeParse(clean.licence).success ? clean.licence : 'LicenseRef-none' });
	const home = mirrorOf.safeParse(clean.mirrorOf).data;
	const handbook = home && homeAddress(home.handbook);
	if (!('fields' in read) || !home || handbook === undefined) return undefined;
	const [url, sourceUrl, at] = [addressBelow(read.fields.url, index), addressBelow(read.fields.sourceUrl, index), addressBelow(home.url, handbook)];
	if (url === undefined || sourceUrl === undefined || at === undefined) return undefined;
	return { entry: { ...read.fields, url, sourceUrl }, home: { url: at, handbook, group: home.group, member: home.member } };
}

function mirroredEntry({ entry, home }: Mirrored): UpstreamEntry {
	const { id, kind, title, lang, licence, url, sourceUrl, sha256, bodySha256 } = entry;
	const prefix = `groups/${home.member}/`;
	return { id: id.startsWith(prefix) ? id.slice(prefix.length) : id, kind, title, lang, licence: statedLicence(licence), url: home.url, page: url, sourceUrl, sha256, bodySha256 };
}
