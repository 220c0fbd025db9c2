import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { BuildCache } from '../../handbook/build-cache.js';
import { byteHash } from '../../lib/text-hash.js';
import type { FileWriter } from '../files/file-writer.js';
import type { SiteKeeper } from '../keeping/site-keeper.js';
import { keyOf } from '../page-keys.js';
import type { Site } from '../site.js';
import { lendFiles, removeUnnamed } from './earlier-index.js';
import { searchRecordsOf } from './search-of-site.js';
import { searchPages, withPages } from './search-pages.js';
import { indexPages, writeEmptyIndex } from './search-program.js';

/** Indexes that are kept: another build that runs at the same time may be using one that is not ours. */
const mostKept = 3;
/** The name of an index begins with this much of what made it. */
const makerLength = 16;

/**
 * Makes the search index of a site, in a folder that is named for what is in it; where it was made before, it is there already.
 * @throws Error when Pagefind refuses a record, or cannot start or write.
 */
export async function keptSearchIndex(site: Site, { folder, program }: BuildCache): Promise<string> {
	const language = site.hostLang.split('-')[0] ?? 'en';
	const pages = searchPages(searchRecordsOf(site), language);
	const home = join(folder, 'search');
	const maker = keyOf([program, language]).slice(0, makerLength);
	const name = maker + keyOf(pages.map((page) => [page.file, page.hash]));
	const kept = join(home, name);
	if (existsSync(kept)) {
		const now = new Date();
		utimesSync(kept, now, now);
		return kept;
	}
	mkdirSync(home, { recursive: true });
	const allPages = join(folder, 'search-pages');
	const unfinished = join(home, `${name}.${randomUUID()}`);
	if (pages.length === 0) await writeEmptyIndex(language, unfinished);
	else {
		lendLatest(home, maker, unfinished);
		await withPages(allPages, pages, (written) => indexPages(written, language, unfinished));
		removeUnnamed(unfinished, language);
	}
	for (const file of readdirSync(unfinished)) if (isUnusedFile(file)) rmSync(join(unfinished, file), { recursive: true });
	// Another build may have been faster.
	if (existsSync(kept)) rmSync(unfinished, { recursive: true });
	else renameSync(unfinished, kept);
	// Of a build that was stopped half-way, what it wrote is still there.
	await Promise.all([prune(home), prune(allPages)]);
	return kept;
}

/** Lends the files of the latest index, but not of one that another program may have written in another way, nor of a half-written one. */
function lendLatest(home: string, maker: string, unfinished: string): void {
	const latest = byAge(home).find((path) => basename(path).startsWith(maker) && !basename(path).includes('.'));
	if (latest !== undefined) lendFiles(latest, unfinished);
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
	await Promise.all(
		byAge(home)
			.slice(mostKept)
			.map((path) => rm(path, { recursive: true, force: true })),
	);
}

/** What is in a folder, the latest first. */
function byAge(home: string): string[] {
	return readdirSync(home)
		.map((name) => ({ path: join(home, name), age: statSync(join(home, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
		.sort((a, b) => b.age - a.age)
		.map(({ path }) => path);
}
