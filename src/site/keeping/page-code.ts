import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroPrerenderer } from 'astro';
import type { BuildPlaces } from '../build-places.js';
import type { ReaderLog } from '../site-reader.js';

/** The code of a site's pages as Astro has bundled it: below `folder` stand `server/`, which makes them, and `client/`, which they load. */
export interface PageCode {
	folder: string;
	/** Name of the module that knows all pages. */
	entry: string;
	/** The styles of each page, as Astro's renderer asks for them. */
	pages: readonly unknown[];
	/** As in `KeeperSetting`. */
	setting: string;
	/** What all pages have in common, in their keys. */
	shared: string;
	/** What the code is told of the site; what a build has kept knows it. */
	place?: CodePlace;
}

/** Where a site stands, by the names that Astro has for it. */
export type CodePlace = Record<'rootDir' | 'outDir' | 'srcDir' | 'publicDir' | 'cacheDir' | 'base', string> & { site?: string | undefined };

/** The part of Astro's application that renders pages, which Astro itself uses in the same way when it builds. */
export interface BuildApp {
	getOptions(): { allPages: Record<string, PageData>; settings: { scripts: unknown[] } };
	setInternals(internals: unknown): void;
	setOptions(options: unknown): void;
	render(request: Request, options: { routeData: unknown }): Promise<Response>;
}

/** What Astro knows of a page, beside its code. */
export interface PageData {
	key: string;
	component: string;
	route: { route: string };
	styles: unknown[];
}

/** How pages are made: which there are, and each of them. */
export type PageMaker = Pick<AstroPrerenderer, 'getStaticPaths' | 'render'>;

/** Tells code where a site is made, and where it will stand. */
export function codePlace({ root, outDir, publicDir, cache }: BuildPlaces, site: string | undefined, base: string): CodePlace {
	const address = (folder: string): string => pathToFileURL(`${folder}/`).href;
	return { rootDir: address(root), outDir: address(outDir), srcDir: address(join(root, 'src')), publicDir: address(publicDir), cacheDir: address(join(cache, '..')), site, base };
}

/** Puts the styles, fonts and scripts of the pages into a folder. */
export function copyAssets({ folder }: PageCode, to: string): void {
	const client = join(folder, 'client');
	if (existsSync(client)) cpSync(client, to, { recursive: true });
}

/**
 * Makes pages with bundled code.
 * @throws Error when it was made by another version of Astro, or is damaged.
 */
export async function openPages({ folder, entry, pages, place }: PageCode, log: ReaderLog): Promise<PageMaker> {
	const { StaticPaths } = await import('astro/runtime/prerender/static-paths.js');
	const module = pathToFileURL(join(folder, 'server', entry));
	if (place) module.searchParams.set('place', JSON.stringify(place));
	const { app } = (await import(/* @vite-ignore */ module.href)) as { app: BuildApp };
	app.setInternals({ pagesByKeys: new Map((pages as PageData[]).map((page) => [page.key, page])), entrySpecifierToBundleMap: new Map() });
	app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: ({ level, message }: { level: string; message: string }) => tell(log, level, message) } } } });
	return {
		getStaticPaths: () => new StaticPaths(app as unknown as ConstructorParameters<typeof StaticPaths>[0]).getAll(),
		render: (request, { routeData }) => app.render(request, { routeData }),
	};
}

function tell(log: ReaderLog, level: string, message: string): true {
	if (level === 'error' || level === 'warn') log[level](message);
	return true;
}
