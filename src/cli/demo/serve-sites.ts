import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';

/** A server of built sites. */
export interface SiteServer {
	port: number;
	/** Settles when the server has stopped. */
	closed: Promise<void>;
	close(): void;
}

/**
 * Serves built sites, each below its path, the way GitHub Pages does: folders by their index,
 * with a slash at the end, and the site's own page for what is not there. An empty path is the root.
 */
export async function serveSites(sites: readonly { path: string; folder: string }[], port: number): Promise<SiteServer> {
	const handlers = sites.map(({ path, folder }) => {
		const prefix = path === '' ? '/' : `/${path}/`;
		const missing = join(folder, '404.html');
		return {
			prefix,
			handle: sirv(folder, {
				dev: true,
				onNoMatch: (_request, response) => {
					response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
					response.end(existsSync(missing) ? readFileSync(missing) : 'Not found');
				},
			}),
		};
	});
	const server = createServer((request, response) => {
		const url = new URL(request.url ?? '/', 'http://localhost');
		const found = handlers.find(({ prefix }) => url.pathname.startsWith(prefix) || `${url.pathname}/` === prefix);
		const last = url.pathname.split('/').at(-1) ?? '';
		const [first] = handlers;
		if (!found) {
			response.writeHead(302, { location: first?.prefix ?? '/' }).end();
		} else if (last !== '' && !last.includes('.')) {
			response.writeHead(301, { location: `${url.pathname}/${url.search}` }).end();
		} else {
			request.url = `/${url.pathname.slice(found.prefix.length)}${url.search}`;
			found.handle(request, response);
		}
	});
	const closed = new Promise<void>((done) => {
		server.on('close', done);
	});
	return { port: await listen(server, port), closed, close: () => server.close() };
}

/** Listens at a port or, when it is taken, at the next free one; 0 lets the system choose. */
function listen(server: Server, port: number): Promise<number> {
	return new Promise((done, fail) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EADDRINUSE' && port < 65535) listen(server, port + 1).then(done, fail);
			else fail(error);
		});
		server.listen(port, '127.0.0.1', () => {
			done((server.address() as AddressInfo).port);
		});
	});
}
