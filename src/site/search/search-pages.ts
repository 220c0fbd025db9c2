import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readPercentSigns } from '../../lib/percent-signs.js';
import { byteHash } from '../../lib/text-hash.js';
import type { SearchRecord } from '../../output/search-index.js';

/** A page that Pagefind's program reads. */
export interface SearchPage {
	/** Where it stands among the others, which is the address that is found. */
	file: string;
	content: string;
	hash: string;
}

/** A page for each record. */
export function searchPages(records: readonly SearchRecord[], lang: string): SearchPage[] {
	return records.map((record) => {
		const content = pageOf(record, lang);
		return { file: join(readPercentSigns(record.url), 'index.html'), content, hash: byteHash(content) };
	});
}

/**
 * Has the pages in a folder. They stay below `home` from one build to the next, so that only other ones are written. Whoever uses them has
 * them alone: a build that runs at the same time writes its own. `before` are the hashes of the pages that it had last.
 */
export async function withPages(home: string, pages: readonly SearchPage[], use: (folder: string, before: Readonly<Record<string, string>>) => Promise<void>): Promise<void> {
	const last = join(home, 'last');
	const own = join(home, randomUUID());
	const before = takeOver(last, own);
	const now = hashesOf(pages);
	try {
		for (const { file, content, hash } of pages) if (before[file] !== hash) writePage(join(own, file), content);
		for (const file of Object.keys(before)) if (now[file] === undefined) rmSync(join(own, file));
		await use(own, before);
		writeFileSync(join(own, hashesFile), JSON.stringify(now));
	} catch (error) {
		rmSync(own, { recursive: true, force: true });
		throw error;
	}
	giveBack(own, last);
}

/** Hashes of pages by their files. */
export function hashesOf(pages: readonly SearchPage[]): Record<string, string> {
	return Object.fromEntries(pages.map(({ file, hash }) => [file, hash]));
}

/** The hashes of the pages that are there. It goes before anything is written, and comes back when all is. */
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

function writePage(target: string, page: string): void {
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
