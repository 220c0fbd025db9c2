import { createHash, randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { BuildCache } from '../handbook/build-cache.js';
import { isUnusedFile, writeSearchIndex } from '../output/search-index.js';
import type { SiteKeeper } from './keeping/site-keeper.js';
import { searchRecordsOf } from './search-of-site.js';
import type { Site } from './site.js';

/** Indexes that are kept: another build that runs at the same time may be using one that is not ours. */
const mostKept = 3;

/**
 * Makes the search index of a site, in a folder that is named for what is in it; where it was made before, it is there already.
 * @throws Error when Pagefind refuses a record, or cannot start or write.
 */
export async function keptSearchIndex(site: Site, { folder, program }: BuildCache): Promise<string> {
	const records = searchRecordsOf(site);
	const home = join(folder, 'search');
	const hash = createHash('sha256')
		.update(JSON.stringify([program, site.hostLang, records]))
		.digest('hex');
	const kept = join(home, hash);
	if (existsSync(kept)) {
		const now = new Date();
		utimesSync(kept, now, now);
		return kept;
	}
	mkdirSync(home, { recursive: true });
	const unfinished = join(home, `${hash}.${randomUUID()}`);
	await writeSearchIndex(records, site.hostLang, unfinished);
	for (const name of readdirSync(unfinished)) if (isUnusedFile(name)) rmSync(join(unfinished, name), { recursive: true });
	// Another build may have been faster.
	if (existsSync(kept)) rmSync(unfinished, { recursive: true });
	else renameSync(unfinished, kept);
	prune(home);
	return kept;
}

/** Puts the files of an index below the folder of the site, unless they are there already. */
export function publishSearchIndex(index: string, site: string, keeper: SiteKeeper | undefined): void {
	const paths = readdirSync(index, { recursive: true, withFileTypes: true })
		.filter((item) => item.isFile())
		.map((item) => relative(index, join(item.parentPath, item.name)).replaceAll(sep, '/'));
	if (
		keeper?.claimAll(
			paths.map((path) => `pagefind/${path}`),
			basename(index),
		)
	)
		return;
	rmSync(join(site, 'pagefind'), { recursive: true, force: true });
	cpSync(index, join(site, 'pagefind'), { recursive: true });
}

/** Leaves the latest. */
function prune(home: string): void {
	const byAge = readdirSync(home)
		.map((name) => ({ path: join(home, name), age: statSync(join(home, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
		.sort((a, b) => b.age - a.age);
	for (const { path } of byAge.slice(mostKept)) rmSync(path, { recursive: true, force: true });
}
