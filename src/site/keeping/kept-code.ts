import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import { folderHash } from './folder-hash.js';
import type { BuildApp, PageCode } from './page-code.js';

/** What is kept of a bundle, and what it belongs to. */
export interface KeptRecord extends Omit<PageCode, 'folder' | 'place'> {
	/** Stands for the program, the configuration and the files that the bundle was made from; nothing of the content is in it. */
	madeFrom: string;
	/** Of the site, as Astro was told in the end. */
	site?: string | undefined;
	base: string;
	/** A hash of the files that are kept. */
	files: string;
}

/** The code of a site's pages, bundled by a build of Astro and kept for builds without it. */
export class KeptCode {
	readonly #folder: string;

	/** `cache` is a folder that is kept from one build of this site to the next. */
	constructor(cache: string) {
		this.#folder = join(cache, 'code');
	}

	/** What is there; undefined when nothing is, or when somebody has touched it. */
	read(): (PageCode & KeptRecord) | undefined {
		try {
			const record = JSON.parse(readFileSync(this.#recordFile, 'utf8')) as KeptRecord;
			return record.files === this.#filesHash() ? { folder: this.#folder, ...record } : undefined;
		} catch {
			return undefined;
		}
	}

	/** Forgets what is there. */
	drop(): void {
		rmSync(this.#folder, { recursive: true, force: true });
	}

	/** Keeps the bundle of the build that is going on: the folders that Astro has written, and what it knows of its pages. */
	keep({ server, client }: { server: string; client: string }, astro: AstroPrerenderer, record: Omit<KeptRecord, 'pages' | 'files'>): void {
		const { app } = astro as AstroPrerenderer & { app?: BuildApp };
		const known = app?.getOptions();
		// Scripts that an integration puts into every page are not in the bundle.
		if (!known || known.settings.scripts.length > 0) return;
		const pages = Object.values(known.allPages).map(({ key, component, route, styles }) => ({ key, component, route: { route: route.route }, styles }));
		mkdirSync(this.#folder, { recursive: true });
		cpSync(server, join(this.#folder, 'server'), { recursive: true });
		if (existsSync(client)) cpSync(client, join(this.#folder, 'client'), { recursive: true });
		writeFileSync(this.#recordFile, JSON.stringify({ ...record, pages, files: this.#filesHash() } satisfies KeptRecord));
	}

	#filesHash(): string {
		return ['server', 'client']
			.map((part) => join(this.#folder, part))
			.map((folder) => (existsSync(folder) ? folderHash(folder) : ''))
			.join(' ');
	}

	get #recordFile(): string {
		return join(this.#folder, 'record.json');
	}
}
