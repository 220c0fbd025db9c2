import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { BuildCache } from '../../handbook/build-cache.js';
import { keyOf } from '../../lib/key-of.js';
import { byteHash } from '../../lib/text-hash.js';
import type { FileWriter } from '../files/file-writer.js';
import type { SiteKeeper } from '../keeping/site-keeper.js';
import { lendRecords, settleRecords } from './earlier-index.js';
import type { SearchContent } from './search-of-site.js';
import { hashesOf, type SearchPage, searchPages, withPages } from './search-pages.js';
import { indexPages, writeEmptyIndex } from './search-program.js';

/** Indexes that are kept: another build that runs at the same time may be using one that is not ours. */
const mostKept = 3;

/**
 * Makes a search index, in a folder that is named for what is in it; where it was made before, it is there already.
 * @throws Error when Pagefind refuses a record, or cannot start or write.
 */
export async function keptSearchIndex({ records, language }: SearchContent, { folder, program }: BuildCache): Promise<string> {
	const pages = searchPages(records, language);
	const home = join(folder, 'search');
	const nameFor = (hashes: Readonly<Record<string, string>>): string => keyOf([program, language, hashes]);
	const kept = join(home, nameFor(hashesOf(pages)));
	if (existsSync(kept)) {
		const now = new Date();
		utimesSync(kept, now, now);
		return kept;
	}
	mkdirSync(home, { recursive: true });
	const allPages = join(folder, 'search-pages');
	const unfinished = `${kept}.${randomUUID()}`;
	if (pages.length === 0) await writeEmptyIndex(language, unfinished);
	else await withPages(allPages, pages, (written, before) => makeIndex({ pages, before, folder: written, language, earlier: join(home, nameFor(before)), target: unfinished }));
	for (const file of readdirSync(unfinished)) if (isUnusedFile(file)) rmSync(join(unfinished, file), { recursive: true });
	// Another build may have been faster.
	if (existsSync(kept)) rmSync(unfinished, { recursive: true });
	else renameSync(unfinished, kept);
	// Of a build that was stopped half-way, what it wrote is still there.
	await Promise.all([prune(home), prune(allPages)]);
	return kept;
}

/** An index that is to be made. */
interface IndexJob {
	pages: readonly SearchPage[];
	/** Hashes of the pages that the earlier index is of. */
	before: Readonly<Record<string, string>>;
	/** Where the pages stand. */
	folder: string;
	language: string;
	/** An index that may be there. */
	earlier: string;
	target: string;
}

async function makeIndex({ pages, before, folder, language, earlier, target }: IndexJob): Promise<void> {
	const lent = lendRecords(earlier, target);
	await indexPages(folder, language, target);
	const stayed = pages.filter(({ file, hash }) => before[file] === hash).length;
	if (lent.size === 0 || settleRecords(target, lent, { stayed, language })) return;
	rmSync(target, { recursive: true });
	await indexPages(folder, language, target);
}

/** Puts the files of an index into the site, but for those that are there already. */
export function publishSearchIndex(index: string, writer: FileWriter, keeper: SiteKeeper | undefined): void {
	const files = readdirSync(index, { recursive: true, withFileTypes: true })
		.filter((item) => item.isFile())
		.map((item) => join(item.parentPath, item.name));
	const sources = new Map(files.map((file) => [`pagefind/${relative(index, file).replaceAll(sep, '/')}`, file]));
	const keys = new Map([...sources].map(([path, file]) => [path, byteHash(readFileSync(file))]));
	for (const path of keeper?.findDue('pagefind/', keys) ?? keys.keys()) writer.copy(path, sources.get(path) ?? '');
}

/** True for what Pagefind writes for its own interfaces, which our pages do not use. */
function isUnusedFile(path: string): boolean {
	return /^pagefind-(?:ui|modular-ui|component-ui|highlight)\b/.test(path);
}

/** Leaves the latest. */
async function prune(home: string): Promise<void> {
	if (!existsSync(home)) return;
	const byAge = readdirSync(home)
		.map((name) => ({ path: join(home, name), age: statSync(join(home, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
		.sort((a, b) => b.age - a.age);
	await Promise.all(byAge.slice(mostKept).map(({ path }) => rm(path, { recursive: true, force: true })));
}
