import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroPrerenderer } from 'astro';
import type { ReaderLog } from '../site-reader.js';
import { folderHash } from './site-inputs.js';

/** What is kept of a bundle, and what it belongs to. */
export interface CodeRecord {
	/** Stands for the program, the configuration and the files that the bundle was made from; nothing of the content is in it. */
	madeFrom: string;
	/** Of the site, as Astro was told in the end. */
	site?: string | undefined;
	base: string;
	/** As in `KeeperSetting`. */
	setting: string;
	/** What all pages have in common, in their keys. */
	shared: string;
	/** Name of the module that knows all pages. */
	entry: string;
	/** The styles of each page, as Astro's renderer asks for them. */
	pages: unknown[];
	/** A hash of the files that are kept. */
	files: string;
}

/** The part of Astro's application that renders pages, which Astro itself uses in the same way when it builds. */
interface BuildApp {
	getOptions(): { allPages: Record<string, PageData>; settings: { scripts: unknown[] } };
	setInternals(internals: unknown): void;
	setOptions(options: unknown): void;
	render(request: Request, options: { routeData: unknown }): Promise<Response>;
}

interface PageData {
	key: string;
	component: string;
	route: { route: string };
	styles: unknown[];
}

/** How pages are made: which there are, and each of them. */
export type PageMaker = Pick<AstroPrerenderer, 'getStaticPaths' | 'render'>;

/** The code of a site's pages, bundled by a build of Astro and kept for builds without it. */
export class PageCode {
	readonly #folder: string;

	/** `cache` is a folder that is kept from one build of this site to the next. */
	constructor(cache: string) {
		this.#folder = join(cache, 'code');
	}

	/** What is there; undefined when nothing is, or when somebody has touched it. */
	read(): CodeRecord | undefined {
		try {
			const record = JSON.parse(readFileSync(this.#recordFile, 'utf8')) as CodeRecord;
			return record.files === this.#filesHash() ? record : undefined;
		} catch {
			return undefined;
		}
	}

	/** Forgets what is there. */
	drop(): void {
		rmSync(this.#folder, { recursive: true, force: true });
	}

	/** Keeps the bundle of the build that is going on: the folders that Astro has written, and what it knows of its pages. */
	keep({ server, client }: { server: string; client: string }, astro: AstroPrerenderer, record: Omit<CodeRecord, 'pages' | 'files'>): void {
		const { app } = astro as AstroPrerenderer & { app?: BuildApp };
		const known = app?.getOptions();
		// Scripts that an integration puts into every page are not in the bundle.
		if (!known || known.settings.scripts.length > 0) return;
		const pages = Object.values(known.allPages).map(({ key, component, route, styles }) => ({ key, component, route: { route: route.route }, styles }));
		mkdirSync(this.#folder, { recursive: true });
		cpSync(server, this.#server, { recursive: true });
		if (existsSync(client)) cpSync(client, this.#client, { recursive: true });
		writeFileSync(this.#recordFile, JSON.stringify({ ...record, pages, files: this.#filesHash() } satisfies CodeRecord));
	}

	/** Puts the styles, fonts and scripts of the pages into a folder. */
	copyAssets(folder: string): void {
		if (existsSync(this.#client)) cpSync(this.#client, folder, { recursive: true });
	}

	/**
	 * Makes pages with what is kept.
	 * @throws Error when it was made by another version of Astro, or is damaged.
	 */
	async open({ entry, pages }: CodeRecord, log: ReaderLog): Promise<PageMaker> {
		const { StaticPaths } = await import('astro/runtime/prerender/static-paths.js');
		const { app } = (await import(/* @vite-ignore */ pathToFileURL(join(this.#server, entry)).href)) as { app: BuildApp };
		app.setInternals({ pagesByKeys: new Map((pages as PageData[]).map((page) => [page.key, page])), entrySpecifierToBundleMap: new Map() });
		app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: ({ level, message }: { level: string; message: string }) => tell(log, level, message) } } } });
		return {
			getStaticPaths: () => new StaticPaths(app as unknown as ConstructorParameters<typeof StaticPaths>[0]).getAll(),
			render: (request, { routeData }) => app.render(request, { routeData }),
		};
	}

	#filesHash(): string {
		return [this.#server, this.#client].map((folder) => (existsSync(folder) ? folderHash(folder) : '')).join(' ');
	}

	get #recordFile(): string {
		return join(this.#folder, 'record.json');
	}

	get #server(): string {
		return join(this.#folder, 'server');
	}

	get #client(): string {
		return join(this.#folder, 'client');
	}
}

function tell(log: ReaderLog, level: string, message: string): true {
	if (level === 'error' || level === 'warn') log[level](message);
	return true;
}
