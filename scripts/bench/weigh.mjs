// What a built site weighs, for the disk and for a reader.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Files and bytes of a site, and what a reader loads with an entry: medians over entries, in bytes. */
export function weigh(site) {
	const files = filesBelow(site);
	const pages = files
		.filter((file) => file.endsWith('index.html'))
		.map((file) => readFileSync(file, 'utf8'))
		.filter((html) => html.includes('class="entry'));
	return {
		files: files.length,
		bytes: files.reduce((sum, file) => sum + statSync(file).size, 0),
		entryPage: median(pages.map(zipped)),
		entryPageWithoutText: median(pages.map((html) => zipped(withoutText(html)))),
		entryScript: median(pages.map(scriptBytes)),
		styles: files.filter((file) => file.endsWith('.css')).reduce((sum, file) => sum + zipped(readFileSync(file)), 0),
	};
}

/** Paths of all files below a folder. */
export function filesBelow(folder) {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((item) => item.isFile())
		.map((item) => join(item.parentPath, item.name));
}

function withoutText(html) {
	return html.replace(/<div class="prose"[^>]*>[\s\S]*?<\/div>(?=\s*(?:<dl|<\/div>\s*<footer))/, '');
}

function scriptBytes(html) {
	return [...html.matchAll(/<script(?![^>]*application\/ld\+json)[^>]*>([\s\S]*?)<\/script>/g)].reduce((sum, [, code]) => sum + Buffer.byteLength(code), 0);
}

function zipped(text) {
	return gzipSync(text, { level: 6 }).length;
}

function median(numbers) {
	return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
