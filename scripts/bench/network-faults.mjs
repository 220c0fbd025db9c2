// What is wrong with the faulty ones of the played members: everything that SECURITY.md says a crawl survives.
import { gzipSync } from 'node:zlib';

const mebibyte = 1024 * 1024;

/**
 * The faults by name. `alter` changes print and lines before they are published; `print`, `bundle` and `robots` answer in place of
 * the file. Those that are `slow` cost the crawl its whole deadline.
 */
export const faults = {
	'redirect-loop': { print: (request, response) => leadsTo(request.url.includes('?') ? 'handbook.json' : 'handbook.json?again')(request, response) },
	'redirect-to-file': { print: leadsTo('file:///etc/passwd') },
	'redirect-slow': { slow: true, print: (request, response) => void setTimeout(() => leadsTo(`handbook.json?${Math.random()}`)(request, response), 4000) },
	silence: { slow: true, print: () => {} },
	drip: { slow: true, bundle: drips },
	endless: { bundle: endless },
	'gzip-bomb': { print: sends(gzipSync(Buffer.alloc(64 * mebibyte, ' ')), { 'content-encoding': 'gzip' }) },
	'stacked-codings': { bundle: sends(gzipSync(gzipSync('{}')), { 'content-encoding': 'gzip, gzip' }) },
	'wrong-length': { print: (_, response) => response.writeHead(200, { 'content-length': '5000' }).write('{"sporeprint": 1', () => response.socket.end()) },
	reset: { bundle: (_, response) => response.writeHead(200, { 'content-length': '50000' }).write('{"id": "a"', () => setTimeout(() => response.socket.resetAndDestroy(), 20)) },
	'truncated-json': { print: sends('{"sporeprint": 1, "url": "http') },
	'wrong-type': { print: sends('<!doctype html><title>Parked</title>', { 'content-type': 'text/html' }) },
	'too-many-requests': { print: status(429, { 'retry-after': '86400' }) },
	'server-error': { print: status(500) },
	missing: { print: status(404) },
	gone: { print: status(410) },
	'cookie-wall': { print: (request, response) => (request.headers.cookie ? status(200) : leadsTo('handbook.json', { 'set-cookie': 'seen=1' }))(request, response) },
	'etag-lies': { print: status(304) },
	'changing-answers': { bundle: sends('{"id":"pages/new","kind":"page","fields":{"title":"New"},"head":"","body":"New"}\n') },
	'wrong-hash': { alter: (_, lines) => lines.splice(0, 1, { ...lines[0], head: `${lines[0].head}\nBought.` }) },
	'no-consent': { alter: (print) => (print.group = { ...print.group, networks: ['https://other.example/'] }) },
	mirror: { alter: (print) => Object.assign(print, JSON.parse(JSON.stringify(print).replaceAll(print.url, 'https://somebody-else.example/'))) },
	'nested-json': { print: sends('['.repeat(100_000)) },
	'many-entries': { alter: (print) => (print.entries = manyEntries(print.entries.at(-1))) },
	'proto-keys': { alter: (print) => (print.entries = JSON.parse('{"__proto__": [], "constructor": {"prototype": {"length": 1}}}')) },
	'robots-refuse': { robots: true },
	'invalid-version': { alter: (print) => (print.sporeprint = 2) },
};

function leadsTo(location, headers = {}) {
	return (_, response) => response.writeHead(302, { location, ...headers }).end();
}

function status(code, headers = {}) {
	return (_, response) => response.writeHead(code, headers).end();
}

function sends(body, headers = {}) {
	return (_, response) => response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(body);
}

/** More than a handbook may have, in a file that is not too large. */
function manyEntries({ lang, licence, url, sourceUrl, sha256, bodySha256 }) {
	return Array.from({ length: 5001 }, (_, index) => ({ id: `pages/${index}`, kind: 'page', title: 'One more', lang, licence, url, sourceUrl, sha256, bodySha256 }));
}

function drips(request, response) {
	response.writeHead(200, { 'content-type': 'application/x-ndjson' });
	const timer = setInterval(() => response.write('{'), 100);
	request.socket.on('close', () => clearInterval(timer));
}

function endless(_, response) {
	const piece = Buffer.alloc(64 * 1024, '[');
	const more = () => {
		while (!response.destroyed && response.write(piece));
	};
	response.writeHead(200, { 'content-type': 'application/x-ndjson' });
	response.on('drain', more);
	more();
}
