import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readPercentSigns } from '../../lib/percent-signs.js';
import { byteHash } from '../../lib/text-hash.js';
import type { SearchRecord } from '../../output/search-index.js';

/**
 * The pages that Pagefind's program reads, one for each record. They stay in `home` from one build to the next, so that only those of
 * other records are written. Whoever uses them has them alone: a build that runs at the same time writes its own.
 */
export async function withSearchPages(home: string, records: readonly SearchRecord[], lang: string, use: (folder: string) => Promise<void>): Promise<void> {
	const last = join(home, 'last');
	const own = join(home, randomUUID());
	const before = takeOver(last, own);
	const now = new Map(records.map((record) => [fileOf(record), Buffer.from(pageOf(record, lang))]));
	const hashes: Record<string, string> = {};
	for (const [file, page] of now) {
		hashes[file] = byteHash(page);
		if (before[file] !== hashes[file]) writePage(join(own, file), page);
	}
	for (const file of Object.keys(before)) if (!now.has(file)) rmSync(join(own, file));
	await use(own);
	writeFileSync(join(own, hashesFile), JSON.stringify(hashes));
	giveBack(own, last);
}

/** Hashes of the pages by their files. It goes before anything is written, and comes back when all is. */
const hashesFile = 'hashes.json';

function takeOver(last: string, own: string): Record<string, string> {
	try {
		renameSync(last, own);
		const hashes = JSON.parse(readFileSync(join(own, hashesFile), 'utf8')) as Record<string, string>;
		rmSync(join(own, hashesFile));
		return hashes;
	} catch {
		rmSync(own, { recursive: true, force: true });
		mkdirSync(own, { recursive: true });
		return {};
	}
}

/** Another build may have been faster. */
function giveBack(own: string, last: string): void {
	try {
		renameSync(own, last);
	} catch {
		rmSync(own, { recursive: true, force: true });
	}
}

/** Where the page stands among the others is the address that is found. */
function fileOf({ url }: SearchRecord): string {
	return join(readPercentSigns(url), 'index.html');
}

function writePage(target: string, page: Uint8Array): void {
	mkdirSync(dirname(target), { recursive: true });
	writeFileSync(target, page);
}

function pageOf({ content, meta, filters }: SearchRecord, lang: string): string {
	const facts = Object.entries(meta).map(([name, value]) => hidden('meta', name, value));
	const facets = Object.entries(filters).flatMap(([name, values]) => values.map((value) => hidden('filter', name, value)));
	return `<!doctype html><html lang="${lang}"><body data-pagefind-body>${[...facts, ...facets].join('')}<p>${escaped(content)}</p></body></html>`;
}

function hidden(sort: 'meta' | 'filter', name: string, value: string): string {
	return `<i data-pagefind-ignore data-pagefind-${sort}="${escaped(name)}">${escaped(value)}</i>`;
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
