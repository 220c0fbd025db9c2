import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildPlaces, homeAt, placesOf } from '../build-places.js';
import { engineStamp } from '../engine-stamp.js';
import { madeFrom } from '../keeping/made-from.js';
import { type CodeRecord, PageCode } from '../keeping/page-code.js';
import { type PlainConfig, plainConfig } from '../keeping/plain-config.js';
import { SiteKeeper } from '../keeping/site-keeper.js';
import { publicationAt } from '../publication.js';
import { shareSite } from '../shared-site.js';
import type { Site } from '../site.js';
import { SiteParts } from '../site-parts.js';
import { type ReaderLog, SiteReader } from '../site-reader.js';

/** What is asked for on the command line, over what the configuration says. */
export interface RebuildFlags {
	site?: string | undefined;
	base?: string | undefined;
	outDir?: string | undefined;
}

/** Where it tells what it does. */
export interface RebuildLog extends ReaderLog {
	info(message: string): void;
}

/** `built`: the site is there. `unsound`: the content has errors, and the site is as it was. `left`: only Astro can build it. */
export type Rebuilt = 'built' | 'unsound' | 'left';

/** One build: of what, with what, and where. */
interface Job {
	config: PlainConfig;
	places: BuildPlaces;
	program: string;
	site: string | undefined;
	base: string;
	log: RebuildLog;
}

/**
 * Builds a site with the code of its pages that a build of Astro has kept, as long as nothing but the content is another: then there is
 * nothing to bundle, and neither Astro nor Vite has to start.
 * @throws whatever goes wrong while the pages are made; then only Astro can build the site.
 */
export async function rebuild(root: string, flags: RebuildFlags, log: RebuildLog): Promise<Rebuilt> {
	if (!mayHaveCode(root)) return 'left';
	const config = await plainConfig(root);
	if (!config) return 'left';
	const job: Job = { config, places: placesFor(root, flags, config), program: engineStamp(root), ...addressFor(root, flags, config), log };
	const code = new PageCode(job.places.siteCache);
	const record = code.read();
	if (!record || !(await isFor(record, job))) return 'left';
	const folders = config.kind.watched.map((folder) => join(root, folder));
	const keeper = new SiteKeeper({ ...job.places, folders, home: homeAt(job.site, job.base), setting: record.setting });
	if (keeper.isForced) return 'left';
	if (keeper.isWhole) {
		log.info('Nothing has changed since the last build, so the site stays as it is. To build it anyway: npx sporeprint build --force');
		return 'built';
	}
	const reader = readerFor(job);
	await reader.load();
	try {
		reader.requireSound();
	} catch (error) {
		log.error((error as Error).message);
		return 'unsound';
	}
	await build(job, keeper, code, record, () => reader.current());
	return 'built';
}

async function build({ config: { kind }, places, program, site, log }: Job, keeper: SiteKeeper, code: PageCode, record: CodeRecord, current: () => Site): Promise<void> {
	shareSite(current);
	const parts = new SiteParts({ kind, site: current(), cache: { folder: places.cache, program }, address: site, keeper, log });
	const { getStaticPaths, render } = await code.open(record, log);
	const paths = await getStaticPaths();
	try {
		await parts.begin(keeper.writer);
		if (existsSync(places.publicDir)) cpSync(places.publicDir, places.outDir, { recursive: true });
		code.copyAssets(join(places.outDir, '_astro'));
		const left = await keeper.make(paths, render, record.shared);
		if (left[0]) throw new Error(`${left[0].pathname} is Astro's to write.`);
		await parts.end(keeper.pages(), keeper.writer);
	} catch (error) {
		keeper.abandon();
		throw error;
	}
}

function readerFor({ config: { kind }, places: { root, cache }, program, site, base, log }: Job): SiteReader<Site> {
	return new SiteReader(() => kind.read(root, { base, accent: kind.accent, publication: publicationAt(site, base) }, { folder: cache, program }), log);
}

/** False, without a look at what the configuration means, when no build can have kept anything. */
function mayHaveCode(root: string): boolean {
	const file = join(root, 'astro.config.mjs');
	return existsSync(file) && (existsSync(join(root, 'node_modules/.astro/sporeprint')) || readFileSync(file, 'utf8').includes('cacheDir'));
}

function placesFor(root: string, { outDir }: RebuildFlags, config: PlainConfig): BuildPlaces {
	const folder = (path: string): URL => pathToFileURL(`${resolve(root, path)}/`);
	return placesOf({
		root: folder('.'),
		outDir: folder(outDir ?? config.outDir ?? './dist'),
		publicDir: folder(config.publicDir ?? './public'),
		cacheDir: folder(config.cacheDir ?? './node_modules/.astro'),
	});
}

/** Where the site will stand, found in the order in which a build of Astro finds it. */
function addressFor(root: string, flags: RebuildFlags, { kind, ...config }: PlainConfig): { site: string | undefined; base: string } {
	const site = flags.site ?? config.site;
	const base = flags.base ?? config.base ?? '/';
	if (site !== undefined) return { site, base: slashed(base) };
	const place = kind.placeOf(root);
	return { site: place.site, base: slashed((base === '/' && place.base) || base) };
}

async function isFor(record: CodeRecord, { config, places, program, site, base }: Job): Promise<boolean> {
	if (record.site?.replace(/\/$/, '') !== site?.replace(/\/$/, '') || record.base !== base) return false;
	return record.madeFrom === (await madeFrom(places, program, config));
}

function slashed(base: string): string {
	return `/${base.replace(/^\/|\/$/g, '')}/`.replace('//', '/');
}
