// What a browser loads for a first search.
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../ensure-browser.mjs';

/** What GitHub Pages packs on the way. Files of the search index are packed by themselves, and fonts too. */
const packed = new Set(['.html', '.css', '.js', '.json', '.svg', '.xml', '.webmanifest']);
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

/** Sorts of files by their names; the first that fits. */
const sorts = [
	['page', /\/$/],
	['styles', /\.css$/],
	['fonts', /\.woff2?$/],
	['pagefind program', /\/pagefind\/.*\.js$/],
	['pagefind wasm', /\/wasm\..*\.pagefind$/],
	['pagefind entry and meta', /\.pf_meta$|\/pagefind-entry\.json$/],
	['pagefind filters', /\.pf_filter$/],
	['pagefind index', /\.pf_index$/],
	['pagefind fragments', /\.pf_fragment$/],
	['our scripts', /\.js$/],
	['icon', /\.svg$|\.ico$/],
];

/** Opens the search page of a built site, types a word, and waits for what is found. Bytes are those of the bodies, packed as GitHub Pages does. */
export async function firstSearch(site, word) {
	const loaded = [];
	const server = createServer((request, response) => {
		const path = new URL(request.url, 'http://localhost').pathname;
		const bytes = packedFile(site, path, response);
		loaded.push({ path, bytes: bytes?.length ?? 0 });
		if (bytes) response.end(bytes);
		else response.writeHead(404).end();
	});
	await new Promise((done) => server.listen(0, '127.0.0.1', done));
	const executablePath = ensureBrowser((sentence) => process.stderr.write(`${sentence}\n`));
	if (executablePath === undefined) throw new Error('There is no Chromium here to search with.');
	// The sandbox of Chromium refuses to run as root.
	const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
	try {
		const page = await browser.newPage();
		await page.goto(`http://127.0.0.1:${server.address().port}/search/`);
		await page.fill('.search-panel input[name=q]', word);
		await page.waitForSelector('.results li', { timeout: 60_000 });
		await page.waitForLoadState('networkidle');
		return { word, found: (await page.textContent('.search-status')).trim(), ...summed(loaded) };
	} finally {
		await browser.close();
		server.close();
	}
}

/** A file as it is sent; undefined for what is not there. */
function packedFile(site, path, response) {
	const file = join(site, normalize(path), path.endsWith('/') ? 'index.html' : '');
	if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
	const extension = extname(file);
	response.setHeader('content-type', types[extension] ?? 'application/octet-stream');
	response.setHeader('cache-control', 'max-age=600');
	if (!packed.has(extension)) return readFileSync(file);
	response.setHeader('content-encoding', 'gzip');
	return gzipSync(readFileSync(file));
}

function summed(loaded) {
	const parts = {};
	for (const { path, bytes } of loaded) {
		const [sort] = sorts.find(([, pattern]) => pattern.test(path)) ?? ['other'];
		parts[sort] ??= { files: 0, bytes: 0 };
		parts[sort].files += 1;
		parts[sort].bytes += bytes;
	}
	return { files: loaded.length, bytes: loaded.reduce((sum, { bytes }) => sum + bytes, 0), parts };
}
