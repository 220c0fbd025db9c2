// Serves a built site as GitHub Pages does, and keeps count of what is asked for.
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What GitHub Pages packs on the way. Files of the search index are packed by themselves, and fonts too. */
const packed = new Set(['.html', '.css', '.js', '.json', '.svg', '.xml', '.webmanifest']);
const types = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css',
	'.js': 'text/javascript',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.woff2': 'font/woff2',
	'.wasm': 'application/wasm',
};

/** Runs something with the address of a site and with the list, which grows, of what was sent: paths, and bytes of the bodies. */
export async function withSite(site, run) {
	const sent = [];
	const server = createServer((request, response) => {
		const path = new URL(request.url, 'http://localhost').pathname;
		const bytes = fileAt(site, path, response);
		sent.push({ path, bytes: bytes?.length ?? 0 });
		if (bytes) response.end(bytes);
		else response.writeHead(404).end();
	});
	await new Promise((done) => server.listen(0, '127.0.0.1', done));
	try {
		return await run(`http://127.0.0.1:${server.address().port}`, sent);
	} finally {
		server.close();
		server.closeAllConnections();
	}
}

/** A file as it is sent; undefined for what is not there. */
function fileAt(site, path, response) {
	const file = join(site, normalize(decodeURI(path)), path.endsWith('/') ? 'index.html' : '');
	if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
	const extension = extname(file);
	response.setHeader('content-type', types[extension] ?? 'application/octet-stream');
	response.setHeader('cache-control', 'max-age=600');
	if (!packed.has(extension)) return readFileSync(file);
	response.setHeader('content-encoding', 'gzip');
	return gzipSync(readFileSync(file));
}
