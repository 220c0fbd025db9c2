import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { readPercentSigns } from '../lib/percent-signs.js';
import type { SearchRecord } from '../output/search-index.js';

/** Where the pages lie that Pagefind reads, as long as it does, and where it writes. */
interface SearchFolders {
	pages: string;
	folder: string;
}

/**
 * Lets Pagefind write its index of these records into a folder: one over all languages, so that a search finds every text; language is a
 * facet. Its program reads pages from the disk, in half the time that it takes to be told them one by one.
 * @throws Error when Pagefind cannot start or write.
 */
export async function writeSearchIndex(records: readonly SearchRecord[], lang: string, { pages, folder }: SearchFolders): Promise<void> {
	const language = lang.split('-')[0] ?? 'en';
	if (records.length === 0) return writeEmptyIndex(language, folder);
	try {
		for (const record of records) writePage(record, language, pages);
		await runPagefind(['--site', pages, '--output-path', folder, '--force-language', language, '--quiet']);
	} finally {
		await rm(pages, { recursive: true, force: true });
	}
}

/** Where the page stands among the others is the address that is found. */
function writePage(record: SearchRecord, lang: string, folder: string): void {
	const target = join(folder, readPercentSigns(record.url));
	mkdirSync(target, { recursive: true });
	writeFileSync(join(target, 'index.html'), pageOf(record, lang));
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

/** Pagefind's own command does the same, with a second Node beside it. */
async function pagefindProgram(): Promise<string> {
	const { resolveBinaryPath } = (await import(/* @vite-ignore */ new URL('resolveBinary.js', import.meta.resolve('pagefind')).href)) as { resolveBinaryPath(names: string[]): string };
	return resolveBinaryPath(['pagefind_extended', 'pagefind']);
}

async function runPagefind(args: readonly string[]): Promise<void> {
	const child = spawn(await pagefindProgram(), args, { windowsHide: true, stdio: ['ignore', 'pipe', 'pipe'] });
	let said = '';
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (text: Buffer) => {
			said += text.toString();
		});
	return new Promise((done, fail) => {
		child.on('error', fail);
		child.on('close', (code) => (code === 0 ? done() : fail(new Error(`The search index cannot be made: ${said.trim()}`))));
	});
}

/** Pagefind's program refuses to find nothing. */
async function writeEmptyIndex(forceLanguage: string, outputPath: string): Promise<void> {
	const { index, errors } = await createIndex({ forceLanguage });
	const wrong = index ? (await index.writeFiles({ outputPath })).errors : errors;
	await close();
	if (wrong.length > 0) throw new Error(`The search index cannot be made: ${wrong.join('; ')}`);
}
