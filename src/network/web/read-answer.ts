import { codingOf, collect, sizeText, unpack } from './decode-body.js';
import type { Answer, Exchange, Trouble } from './exchange.js';
import { retryAfter } from './retry-after.js';

/** An answer as it comes in: its head, and its body when somebody reads it. */
export interface Incoming {
	status: number;
	/** By name in lower case, each as often as it was sent. */
	headers: Record<string, string | string[] | undefined>;
	body: AsyncIterable<Uint8Array>;
}

/** Where one request led: to an answer, to another address, or into trouble. */
export type Step = Exclude<Answer, { type: 'fault' }> | { type: 'onward'; to: URL } | { type: 'trouble'; trouble: Trouble };

const redirects = new Set([301, 302, 303, 307, 308]);

/** Reads the answer to a request at `url`, within the limits of the exchange. */
export async function readAnswer({ status, headers, body }: Incoming, exchange: Exchange, url: URL, now: Date, count: (bytes: number) => void): Promise<Step> {
	if (redirects.has(status)) return onward(single(headers.location), url);
	if (status === 304) return unchanged(exchange);
	if (status !== 200) return { type: 'status', status, retryAfter: retryAfter(single(headers['retry-after']), now) };

	const coding = codingOf(joined(headers['content-encoding']), joined(headers['transfer-encoding']));
	if (typeof coding !== 'string') return { type: 'trouble', trouble: coding };
	const { wire, decoded } = exchange.limits;
	const promised = Number(single(headers['content-length']) ?? 0);
	const sent = promised > wire ? undefined : await collect(body, wire, count);
	if (!sent) return trouble('answer-large', `sends more than ${sizeText(wire)}`);
	const bytes = await unpack(sent, coding, decoded);
	if (!(bytes instanceof Uint8Array)) return { type: 'trouble', trouble: bytes };
	return { type: 'body', url: url.href, bytes, contentType: single(headers['content-type']) ?? '', etag: validator(single(headers.etag)), lastModified: validator(single(headers['last-modified'])) };
}

/** The headers that ask whether anything has changed; none without validators. */
export function conditions({ etag, lastModified }: Exchange): Record<string, string> {
	const match = validator(etag);
	const since = validator(lastModified);
	return { ...(match !== undefined && { 'if-none-match': match }), ...(since !== undefined && { 'if-modified-since': since }) };
}

function unchanged(exchange: Exchange): Step {
	if (Object.keys(conditions(exchange)).length > 0) return { type: 'unchanged' };
	return trouble('answer-refused', 'says that nothing has changed, although nobody asked that, and sends nothing');
}

function onward(location: string | undefined, from: URL): Step {
	// Headers come as Latin-1, and browsers read this one as UTF-8.
	const to = location === undefined ? null : URL.parse(Buffer.from(location, 'latin1').toString('utf8'), from);
	if (!to) return trouble('answer-redirects', 'leads on to another address, but does not say to which');
	to.hash = '';
	return { type: 'onward', to };
}

function trouble(code: Trouble['code'], what: string): Step {
	return { type: 'trouble', trouble: { code, what } };
}

/** A value that can be sent back in a header, and is not too long to be kept. */
function validator(value: string | undefined): string | undefined {
	return value !== undefined && /^[\x20-\x7e]{1,256}$/.test(value) ? value : undefined;
}

/** The value of a header that is sent once. Twice the same is once; two different ones are none. */
function single(value: string | string[] | undefined): string | undefined {
	if (!Array.isArray(value)) return value;
	return value.every((other) => other === value[0]) ? value[0] : undefined;
}

/** The values of a header that may be sent in parts. */
function joined(value: string | string[] | undefined): string {
	return Array.isArray(value) ? value.join(',') : (value ?? '');
}
