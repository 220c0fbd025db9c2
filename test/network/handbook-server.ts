import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import { stringify } from 'yaml';
import { readHandbook } from '../../src/handbook/read-handbook.js';
import { byteHash } from '../../src/lib/text-hash.js';
import { bundleText } from '../../src/output/bundle.js';
import { printOf } from '../../src/output/print.js';
import type { GroupFields } from '../../src/schema/group.js';
import type { Print } from '../../src/schema/print.js';
import { type MiniFiles, miniHandbook } from '../mini-handbook.js';

/** Address of the network that these handbooks agree to be in. */
export const networkUrl = 'https://network.example/';

/** An answer other than the usual one. */
export interface Reply {
	status?: number;
	headers?: Record<string, string>;
	body?: string | Uint8Array;
}

/** What a handbook is made from. */
export interface PlayedContent {
	/** Texts below `content/`. */
	texts?: MiniFiles;
	/** Fields of the group beside its name, its networks among them. */
	group?: Partial<GroupFields>;
	/** When its commit was made. */
	generatedAt?: string;
}

/** A handbook on a server, which can change, vanish and lie. */
export interface PlayedHandbook {
	readonly url: string;
	/** Publishes something else. What is not named stays. */
	publish(content: PlayedContent): void;
	/** Changes what the print says before it is sent. */
	print: (print: Print) => unknown;
	/** Changes the bundle before it is sent. */
	bundle: (text: string) => string;
	/** Answers instead of the handbook, by the path below it. */
	reply: (path: string, request: IncomingMessage) => Reply | undefined;
}

/** An index on a server. */
export interface PlayedIndex {
	readonly url: string;
	/** Its members as its print lists them. */
	members: Record<string, unknown>[];
	networks: string[];
	reply: PlayedHandbook['reply'];
}

/** A request that came: method, path, and whether it named what is known already. */
export interface Received {
	path: string;
	conditional: boolean;
	userAgent: string;
}

/** A server of handbooks and indexes, each below its name. */
export interface HandbookServer {
	readonly origin: string;
	/** What was asked since it was emptied. */
	requests: Received[];
	/** Its robots.txt, or the answer in its place. Default: there is none. */
	robots: Reply;
	/** Validators are sent, and conditional requests are answered with 304. */
	validators: boolean;
	handbook(name: string, content?: PlayedContent): PlayedHandbook;
	index(name: string, members: readonly { url: string }[], networks?: string[]): PlayedIndex;
}

type Handler = (path: string, request: IncomingMessage) => Reply;

const servers: Server[] = [];
afterEach(async () => {
	await Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done).closeAllConnections())));
});

/** Starts a server that is gone after the test. */
export async function serveHandbooks(): Promise<HandbookServer> {
	const handlers = new Map<string, Handler>();
	const server = createServer((request, response) => answer(request, response));
	servers.push(server);
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

	function answer(request: IncomingMessage, response: ServerResponse): void {
		const path = request.url ?? '/';
		const asked = request.headers['if-none-match'];
		played.requests.push({ path, conditional: asked !== undefined || request.headers['if-modified-since'] !== undefined, userAgent: request.headers['user-agent'] ?? '' });
		const name = [...handlers.keys()].find((key) => path.startsWith(`/${key}/`));
		const reply = path === '/robots.txt' ? played.robots : name === undefined ? { status: 404 } : handlers.get(name)?.(path.slice(name.length + 2), request);
		const { status = 200, headers = {}, body = '' } = reply ?? { status: 404 };
		const etag = `"${byteHash(Buffer.from(body)).slice(0, 16)}"`;
		if (played.validators && status === 200 && asked === etag) response.writeHead(304, { etag }).end();
		else response.writeHead(status, { ...(played.validators && status === 200 && { etag }), ...headers }).end(body);
	}

	const played: HandbookServer = {
		origin,
		requests: [],
		robots: { status: 404 },
		validators: true,
		handbook(name, content = {}) {
			const { handbook, handle } = playHandbook(`${origin}/${name}/`, content);
			handlers.set(name, handle);
			return handbook;
		},
		index(name, members, networks = [networkUrl]) {
			const index: PlayedIndex = { url: `${origin}/${name}/`, members: members.map(({ url }) => ({ url })), networks, reply: () => undefined };
			handlers.set(name, (path, request) => index.reply(path, request) ?? indexReply(index, name, path));
			return index;
		},
	};
	return played;
}

function playHandbook(url: string, first: PlayedContent): { handbook: PlayedHandbook; handle: Handler } {
	let content: PlayedContent = {};
	let files: { print: Print; bundle: string };
	const handbook: PlayedHandbook = {
		url,
		publish(next) {
			content = { ...content, ...next };
			files = build(url, content);
		},
		print: (print) => print,
		bundle: (text) => text,
		reply: () => undefined,
	};
	handbook.publish(first);
	const handle: Handler = (path, request) => {
		const reply = handbook.reply(path, request);
		if (reply) return reply;
		if (path === 'handbook.json') return json(handbook.print(structuredClone(files.print)));
		if (path === 'handbook.ndjson') return { headers: { 'content-type': 'application/x-ndjson' }, body: handbook.bundle(files.bundle) };
		return path === '' ? { headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Home</title>' } : { status: 404 };
	};
	return { handbook, handle };
}

/** Print and bundle as the engine writes them. */
function build(url: string, { texts = { 'practices/check-in.md': '# Check-in\n\nOne after the other.\n' }, group = {}, generatedAt }: PlayedContent): { print: Print; bundle: string } {
	const fields = { name: 'Moss', networks: [networkUrl], repo: 'https://git.example/moss', ...group };
	const { value } = readHandbook(miniHandbook({ 'group.md': `---\n${stringify(fields)}---\n`, ...texts }));
	const handbook = { ...value, origin: { ...value.origin, ...(generatedAt !== undefined && { committedAt: generatedAt }) } };
	return { print: printOf(handbook, { url, generator: 'sporeprint/0.0.0-test' }), bundle: bundleText(handbook) };
}

function indexReply({ url, members, networks }: PlayedIndex, name: string, path: string): Reply {
	if (path === '') return { headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Ring</title><link rel="alternate" type="application/json" href="./network.json"><p>Ring' };
	if (path !== 'network.json') return { status: 404 };
	return json({ sporeprint: 1, generator: 'sporeprint/0.0.0-test', url, repo: {}, aliases: [], group: { name: `Ring ${name}`, networks }, entries: [], tombstones: [], members });
}

function json(value: unknown): Reply {
	return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(value, null, '\t') };
}
