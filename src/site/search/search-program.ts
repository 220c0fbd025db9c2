import { spawn } from 'node:child_process';
import { close, createIndex } from 'pagefind';
import type { SearchRecord } from '../../output/search-index.js';
import { withSearchPages } from './search-pages.js';

/**
 * Lets Pagefind write its index of these records into a folder: one over all languages, so that a search finds every text; language is a
 * facet. Its program reads pages from the disk, in half the time that it takes to be told them one by one; they are kept in `pages`.
 * @throws Error when Pagefind cannot start or write.
 */
export async function writeSearchIndex(records: readonly SearchRecord[], lang: string, { pages, folder }: { pages: string; folder: string }): Promise<void> {
	const language = lang.split('-')[0] ?? 'en';
	if (records.length === 0) return writeEmptyIndex(language, folder);
	await withSearchPages(pages, records, language, (site) => runPagefind(['--site', site, '--output-path', folder, '--force-language', language, '--quiet']));
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
