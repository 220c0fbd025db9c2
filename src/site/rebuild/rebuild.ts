import { cpSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildPlaces, homeAt, placesOf } from '../build-places.js';
import { engineStamp } from '../engine-stamp.js';
import { KeptCode } from '../keeping/kept-code.js';
import { madeFrom } from '../keeping/made-from.js';
import { codePlace, copyAssets, openPages, type PageCode } from '../keeping/page-code.js';
import { type PlainConfig, plainConfig } from '../keeping/plain-config.js';
import { shippedCode } from '../keeping/shipped-code.js';
import { requireFitFolder } from '../keeping/site-folder.js';
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
 * Builds a site with code of its pages that is bundled already, as long as nothing but the content is its own: then neither Astro nor Vite
 * has to start. False where only Astro can build the site.
 * @throws BuildRefused for a build that must not be, and whatever else goes wrong while the pages are made.
 */
export async function rebuild(root: string, flags: RebuildFlags, log: RebuildLog): Promise<boolean> {
	const config = await plainConfig(root);
	if (!config) return false;
	const job: Job = { config, places: placesFor(root, flags, config), program: engineStamp(root), ...addressFor(root, flags, config), log };
	const code = await codeFor(job);
	if (!code) return false;
	const folders = config.kind.watched.map((folder) => join(root, folder));
	requireFitFolder(job.places, folders);
	endPhase('the start');
	const keeper = new SiteKeeper({ ...job.places, folders, home: homeAt(job.site, job.base), setting: code.setting });
	endPhase('looking for changes');
	if (keeper.isWhole) {
		log.info('Nothing has changed since the last build, so the site stays as it is. To build it anyway: npx sporeprint build --force');
		return true;
	}
	const reader = readerFor(job);
	await reader.load();
	endPhase('reading the content');
	reader.requireSound();
	await build(job, keeper, code, () => reader.current());
	return true;
}

async function build({ config: { kind }, places, program, site, log }: Job, keeper: SiteKeeper, code: PageCode, current: () => Site): Promise<void> {
	shareSite(current);
	const parts = new SiteParts({ kind, site: current(), cache: { folder: places.cache, program }, address: site, keeper, log });
	const { getStaticPaths, render } = await openPages(code, log);
	const paths = await getStaticPaths();
	try {
		await parts.begin(keeper.writer);
		if (existsSync(places.publicDir)) cpSync(places.publicDir, places.outDir, { recursive: true });
		copyAssets(code, join(places.outDir, '_astro'));
		endPhase('writing files');
		const left = await keeper.make(paths, render, code.shared);
		if (left[0]) throw new Error(`${left[0].pathname} is Astro's to write.`);
		endPhase('making pages');
		await parts.end(keeper.pages(), keeper.writer);
		endPhase('waiting for the search index');
	} catch (error) {
		keeper.abandon();
		throw error;
	}
}

/** Says that a phase has ended, for whoever looks where the time goes. */
function endPhase(name: string): void {
	performance.mark(`sporeprint: ${name}`);
}

function readerFor({ config: { kind }, places: { root, cache }, program, site, base, log }: Job): SiteReader<Site> {
	return new SiteReader(() => kind.read(root, { base, accent: kind.accent, publication: publicationAt(site, base) }, { folder: cache, program }), log);
}

/** The code that a build of Astro has kept for just this site, or else what the package brings. Undefined where only Astro can bundle it. */
async function codeFor({ config, places, program, site, base }: Job): Promise<PageCode | undefined> {
	const source = await madeFrom(places, program, config);
	if (source === undefined) return undefined;
	const kept = new KeptCode(places.siteCache).read();
	if (kept?.madeFrom === source && kept.site?.replace(/\/$/, '') === site?.replace(/\/$/, '') && kept.base === base) return kept;
	return config.isBare ? shippedCode(config.kind, source, codePlace(places, site, base)) : undefined;
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

function slashed(base: string): string {
	return `/${base.replace(/^\/|\/$/g, '')}/`.replace('//', '/');
}
