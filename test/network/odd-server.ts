import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSafeServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll } from 'vitest';

/** What a server does with a request. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

/** A real server on this computer that behaves as it is told, well or badly. */
export interface OddServer {
	/** Without a slash at its end. */
	url: string;
	port: number;
	/** By path without query; may be changed at any time. Everything else is 404. */
	routes: Record<string, Behaviour>;
	/** What it was asked, in order. */
	requests: { path: string; headers: IncomingHttpHeaders }[];
	/** Connections that were made, and the most that were open at one time. */
	connections: { made: number; most: number };
	close(): Promise<void>;
}

const running: OddServer[] = [];
afterAll(async () => {
	await Promise.all(running.splice(0).map((server) => server.close()));
});

/** Starts a server, which ends after the tests of this file. With a certificate it speaks https. */
export async function oddServer(routes: Record<string, Behaviour> = {}, certificate?: { key: string; cert: string }): Promise<OddServer> {
	const requests: OddServer['requests'] = [];
	const connections = { made: 0, most: 0 };
	const open = new Set<Socket>();
	const server = certificate ? createSafeServer(certificate) : createServer();
	server.on('connection', (socket: Socket) => {
		open.add(socket);
		connections.made++;
		connections.most = Math.max(connections.most, open.size);
		socket.on('close', () => open.delete(socket));
		socket.on('error', () => {});
	});
	server.on('request', (request: IncomingMessage, response: ServerResponse) => {
		const path = request.url ?? '/';
		requests.push({ path, headers: request.headers });
		const behaviour = routes[path.replace(/\?.*/, '')] ?? status(404);
		behaviour(request, response);
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const { port } = server.address() as AddressInfo;

	async function close(): Promise<void> {
		const closed = new Promise((done) => server.close(done));
		for (const socket of open) socket.destroy();
		await closed;
	}

	const odd: OddServer = { url: `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`, port, routes, requests, connections, close };
	running.push(odd);
	return odd;
}

/** Sends something in good order. What is neither text nor bytes is sent as JSON. */
export function sends(body: unknown, headers: Record<string, string | string[]> = {}): Behaviour {
	const bytes = typeof body === 'string' || body instanceof Uint8Array ? Buffer.from(body) : Buffer.from(JSON.stringify(body));
	return (_, response) => response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(bytes.length), ...headers }).end(bytes);
}

/** Answers with a status and a short text. */
export function status(code: number, headers: Record<string, string> = {}): Behaviour {
	return (_, response) => response.writeHead(code, { 'content-type': 'text/html', ...headers }).end(code === 204 || code === 304 ? undefined : '<!doctype html><title>No</title>');
}

/** Leads on to another address. */
export function leadsTo(location: string, code = 302, headers: Record<string, string> = {}): Behaviour {
	return (_, response) => response.writeHead(code, { location, ...headers }).end();
}

/** Knows whether what it sends has changed. */
export function remembers(body: unknown, validators: { etag?: string; 'last-modified'?: string }): Behaviour {
	return (request, response) => {
		const match = request.headers['if-none-match'];
		const same = match !== undefined ? match === validators.etag : request.headers['if-modified-since'] !== undefined && request.headers['if-modified-since'] === validators['last-modified'];
		(same ? status(304) : sends(body, validators))(request, response);
	};
}

/** Waits, and then does something else. */
export function later(milliseconds: number, behaviour: Behaviour): Behaviour {
	return (request, response) => {
		setTimeout(() => behaviour(request, response), milliseconds);
	};
}

/** Takes the request and never says anything. */
export const silence: Behaviour = () => {};

/** Sends a byte now and then, for ever. */
export const drips: Behaviour = (request, response) => {
	response.writeHead(200, { 'content-type': 'application/json' });
	repeat(request.socket, 20, () => response.write('['));
};

/** Sends and sends. */
export const endless: Behaviour = (_, response) => {
	const piece = Buffer.alloc(16 * 1024, '[');
	const more = () => {
		while (response.write(piece));
	};
	response.writeHead(200, { 'content-type': 'application/json' });
	response.on('drain', more);
	more();
};

/** Small on the wire; unpacks to so many MiB. */
export function bomb(coding: 'gzip' | 'br', mebibytes: number): Behaviour {
	const size = 1024 * 1024;
	// Many small packages in a row are one package of gzip, and quicker to make.
	const body = coding === 'br' ? brotliCompressSync(Buffer.alloc(mebibytes * size, ' ')) : Buffer.concat(Array<Buffer>(mebibytes).fill(gzipSync(Buffer.alloc(size, ' '))));
	return sends(body, { 'content-encoding': coding });
}

/** Sends these bytes and nothing else, whether they are HTTP or not; then stays, ends or breaks off the connection. */
export function raw(text: string | Uint8Array, then: 'stay' | 'end' | 'reset' = 'stay'): Behaviour {
	return ({ socket }) => {
		socket.write(text, () => {
			if (then === 'end') socket.end();
			// In its own time, so that what was sent has arrived.
			if (then === 'reset') setTimeout(() => socket.resetAndDestroy(), 30);
		});
	};
}

/** Sends something over and over, below HTTP. */
export function rawEndless(begin: string, piece: string, pause = 0): Behaviour {
	return ({ socket }) => {
		socket.write(begin);
		repeat(socket, pause, () => socket.write(piece));
	};
}

function repeat(socket: Socket, pause: number, action: () => void): void {
	const timer = setInterval(action, pause);
	socket.on('close', () => clearInterval(timer));
}
