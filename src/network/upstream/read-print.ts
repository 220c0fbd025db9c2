import { readableAddress } from '../../lib/readable-address.js';
import { licence as licenceForm } from '../../schema/text.js';
import { bundleLimits } from '../crawl/find-print.js';
import { failed } from '../crawl/outcome.js';
import { refusedAnswer } from '../crawl/refused-answer.js';
import { isRecord } from '../crawl/sound-fields.js';
import { type SoundPrint, verifyPrint } from '../crawl/verify-print.js';
import type { Web } from '../fetch.js';
import { addressBelow } from '../home-address.js';
import type { Answer } from '../web/exchange.js';
import { parseForeignJson } from '../web/json-bounds.js';
import type { Found } from './upstream.js';

/** A print, and its data for what only an index says. */
export interface ReadPrint {
	print: SoundPrint;
	data: Record<string, unknown>;
}

const MiB = 1024 * 1024;
const printLimits = { wire: MiB, decoded: 4 * MiB };

/** Stands for a licence that is missing or cannot be read, while the print is checked: the crawl knows no such texts, but a person may have permission. */
const noLicence = 'LicenseRef-none';

/** The licence of a text, unless it is missing. */
export function statedLicence(licence: string): string | undefined {
	return licence === noLicence ? undefined : licence;
}

/** Fetches a print and checks it. */
export async function readPrint(web: Web, url: string, now: Date): Promise<Found<ReadPrint> | { status: number; fault: ReturnType<typeof failed>['fault'] }> {
	const answer = await web.get({ url, accept: 'application/json', limits: url.endsWith('/network.json') ? bundleLimits : printLimits });
	return answer.type === 'body' ? printOf(answer, url, now) : { ...(answer.type === 'status' && { status: answer.status }), fault: refusedAnswer(answer, url).fault };
}

/** Checks what came in answer to the question for a print. */
export function printOf({ bytes, contentType, url: reached }: Extract<Answer, { type: 'body' }>, url: string, now: Date): Found<ReadPrint> {
	if (/^text\/html\b/i.test(contentType)) return { fault: failed('print-invalid', `At ${readableAddress(url)}, where the print should be, there is a web page.`).fault };
	const parsed = parseForeignJson(bytes);
	const data = 'value' in parsed && isRecord(parsed.value) ? parsed.value : {};
	const print = verifyPrint('value' in parsed ? new TextEncoder().encode(JSON.stringify(withLicences(data))) : bytes, url, now);
	if (print.type === 'failed') return { fault: print.fault };
	if (addressBelow(url, print.home) ?? addressBelow(reached, print.home)) return { print, data };
	const message = `The print at ${readableAddress(url)} says that its handbook stands at ${print.home}`;
	return { fault: failed('print-elsewhere', message, `If you trust that address, give it instead: ${print.home}`).fault };
}

/** A text without a licence has its group's. */
function withLicences(data: Record<string, unknown>): Record<string, unknown> {
	if (!Array.isArray(data.entries)) return data;
	const group = isRecord(data.group) ? licenceForm.safeParse(data.group.licence).data : undefined;
	const lists = data.entries.map((entry: unknown) => {
		if (!isRecord(entry) || licenceForm.safeParse(entry.licence).success) return entry;
		return { ...entry, licence: entry.licence === undefined ? (group ?? noLicence) : noLicence };
	});
	return { ...data, entries: lists };
}
