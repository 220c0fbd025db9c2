import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds between two pieces of a page: long enough for a browser to paint what it has. */
const wait = 40;

/** Brings what another server serves; pages arrive in pieces, as over a bad connection. */
export async function slowLine(origin: string): Promise<{ origin: string; close(): void }> {
	const server = createServer(async (request, response) => {
		const answer = await fetch(origin + (request.url ?? '/'));
		const type = answer.headers.get('content-type') ?? '';
		response.writeHead(answer.status, { 'content-type': type });
		if (!type.startsWith('text/html')) {
			response.end(new Uint8Array(await answer.arrayBuffer()));
			return;
		}
		for (const piece of inPieces(await answer.text())) {
			response.write(piece);
			await pause(wait);
		}
		response.end();
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

/** A page cut where blocks end: at its beginning, which is what a screen shows, and at its end. */
function inPieces(html: string): string[] {
	const blocks = html.split(/(?<=<\/(?:head|header|nav|h1|h2|p|ul|ol|dl|section|aside)>)/);
	return [...blocks.slice(0, 10), blocks.slice(10, -4).join(''), ...blocks.slice(10).slice(-4)].filter((piece) => piece !== '');
}
