import { Resolver, lookup as systemLookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import pLimit, { type LimitFunction } from 'p-limit';
import { Client, type Dispatcher } from 'undici';
import { connectionTrouble } from './web/connection-trouble.js';
import { crawlFault } from './web/crawl-fault.js';
import type { Address, Answer, Exchange, Trouble, Web, WebOptions } from './web/exchange.js';
import { isPublicAddress } from './web/public-address.js';
import { conditions, readAnswer, type Step } from './web/read-answer.js';
import { literalAddress, refusedAddress } from './web/refused-address.js';
import { Late, within } from './web/within.js';

export type { Answer, Exchange, Web, WebOptions } from './web/exchange.js';

/** The one connection to a host. It goes to `addresses` and nowhere else, whatever the name may lead to meanwhile. */
interface Line {
	origin: string;
	client: Client;
	addresses: Address[];
	/** It has answered before. */
	used: boolean;
	end: () => Promise<void>;
}

interface Host {
	turn: LimitFunction;
	line?: Line | undefined;
}

const maxRedirects = 3;
/** Of one name. More of them would be a list of computers to knock at. */
const maxAddresses = 8;
const maxHeaderSize = 16 * 1024;
/** How long an idle connection is kept, whatever the server says. */
const keptFor = 4000;

/** Opens the way to the web: no cookies, no proxies, nothing kept but open connections. */
export function openWeb({ userAgent, allowPrivate = false, deadline = 10_000, lookup = allowPrivate ? privateLookup : publicLookup, now = () => new Date() }: WebOptions): Web {
	const hosts = new Map<string, Host>();
	const traffic = { requests: 0, bytes: 0 };
	let closed = false;

	async function get(exchange: Exchange): Promise<Answer> {
		let url = URL.parse(exchange.url);
		if (!url) return { type: 'fault', fault: crawlFault(exchange.url, exchange.url, { code: 'address-refused', what: 'is not a web address' }) };
		url.hash = '';
		const asked = url.href;
		const fault = (trouble: Trouble, reached = asked): Answer => ({ type: 'fault', fault: crawlFault(asked, reached, trouble) });
		const seen = new Set<string>();
		let left = deadline;
		for (;;) {
			seen.add(url.href);
			const { step, spent } = await visit(url, exchange, left);
			if (step.type === 'trouble') return fault(step.trouble, url.href);
			if (step.type !== 'onward') return step;
			if (seen.has(step.to.href)) return fault({ code: 'answer-redirects', what: 'leads in a circle' });
			if (seen.size > maxRedirects) return fault({ code: 'answer-redirects', what: `leads on to another address more than ${maxRedirects} times` });
			url = step.to;
			left -= spent;
		}
	}

	/** One request, when it is the host's turn, and the milliseconds that it took. */
	async function visit(url: URL, exchange: Exchange, left: number): Promise<{ step: Step; spent: number }> {
		const refused = refusedAddress(url, allowPrivate);
		if (refused !== undefined) return { step: { type: 'trouble', trouble: { code: 'address-refused', what: refused } }, spent: 0 };
		const host = hosts.get(url.hostname) ?? { turn: pLimit(1) };
		hosts.set(url.hostname, host);
		return host.turn(async () => {
			const started = performance.now();
			const step = await within(left, (signal) => ask(host, url, exchange, signal)).catch((error): Step => ({ type: 'trouble', trouble: whyNot(error) }));
			// Only a connection whose answer was read to its end is fit for another.
			if (step.type !== 'body' && step.type !== 'unchanged') await hangUp(host);
			return { step, spent: performance.now() - started };
		});
	}

	async function ask(host: Host, url: URL, exchange: Exchange, signal: AbortSignal): Promise<Step> {
		const addresses = await resolve(url);
		if ('code' in addresses) return { type: 'trouble', trouble: addresses };
		const request = {
			method: 'GET',
			path: url.pathname + url.search,
			headers: { 'user-agent': userAgent, accept: exchange.accept, 'accept-encoding': 'gzip, br', ...conditions(exchange) },
			signal,
		} as const;
		const line = await lineTo(host, url, addresses, signal);
		const response = await send(line, request).catch(async (error) => {
			// A server may close a kept connection at the very moment when it is used again, which says nothing about the server.
			if (!line.used || signal.aborted) throw error;
			await hangUp(host);
			return send(await lineTo(host, url, addresses, signal), request);
		});
		const count = (bytes: number) => {
			traffic.bytes += bytes;
		};
		return readAnswer({ status: response.statusCode, headers: response.headers, body: response.body }, exchange, url, now(), count);
	}

	async function send(line: Line, request: Dispatcher.RequestOptions): Promise<Dispatcher.ResponseData> {
		traffic.requests++;
		const response = await line.client.request(request);
		line.used = true;
		return response;
	}

	/** The addresses of a host, all of them checked; none for a host that is an address itself and was checked as such. */
	async function resolve(url: URL): Promise<Address[] | Trouble> {
		if (literalAddress(url) !== undefined) return [];
		const found = await lookup(url.hostname.replace(/\.$/, '')).catch(() => []);
		if (found.length === 0) return { code: 'address-unknown', what: 'has a name that is not known: no address was found for it' };
		if (!allowPrivate && !found.every(({ address }) => isPublicAddress(address))) return { code: 'address-refused', what: 'belongs to a private network' };
		return found.slice(0, maxAddresses);
	}

	async function lineTo(host: Host, { origin }: URL, addresses: Address[], signal: AbortSignal): Promise<Line> {
		// Whoever is late has lost the turn, and must not touch what another is using.
		signal.throwIfAborted();
		if (host.line?.origin !== origin) await hangUp(host);
		if (closed) throw new Error('closed');
		host.line ??= openLine(origin);
		host.line.addresses = addresses;
		return host.line;
	}

	function whyNot(error: unknown): Trouble {
		if (error instanceof Late) return { code: 'answer-slow', what: `takes longer than ${deadline / 1000} seconds to answer` };
		return connectionTrouble(error);
	}

	async function close(): Promise<void> {
		closed = true;
		await Promise.all([...hosts.values()].map(hangUp));
	}

	return { get, traffic, close };
}

function openLine(origin: string): Line {
	const end = new AbortController();
	const lookup: LookupFunction = (name, { all }, callback) => {
		const [first] = line.addresses;
		if (!first) callback(new Error(`${name} was not checked`), '', 0);
		else if (all) callback(null, line.addresses);
		else callback(null, first.address, first.family);
	};
	const client = new Client(origin, {
		pipelining: 1,
		maxHeaderSize,
		// The deadline holds for all of these together.
		headersTimeout: 0,
		bodyTimeout: 0,
		keepAliveTimeout: keptFor,
		keepAliveMaxTimeout: keptFor,
		connect: { lookup, timeout: 0, autoSelectFamily: true, rejectUnauthorized: true, signal: end.signal },
	});
	const line: Line = {
		origin,
		client,
		addresses: [],
		used: false,
		async end() {
			const destroyed = client.destroy();
			// A connection that is only being made is not the client's yet.
			end.abort();
			await destroyed;
		},
	};
	return line;
}

async function hangUp(host: Host): Promise<void> {
	const { line } = host;
	host.line = undefined;
	await line?.end();
}

/** Asks the name servers themselves: the system's own way knows private names, and a few slow names hold up all others, and files too. */
async function publicLookup(name: string): Promise<Address[]> {
	const resolver = new Resolver({ timeout: 1500, tries: 2 });
	const [four, six] = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
	return [
		...(four.status === 'fulfilled' ? four.value.map((address) => ({ address, family: 4 as const })) : []),
		...(six.status === 'fulfilled' ? six.value.map((address) => ({ address, family: 6 as const })) : []),
	];
}

async function privateLookup(name: string): Promise<Address[]> {
	const found = await systemLookup(name, { all: true });
	return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
}
