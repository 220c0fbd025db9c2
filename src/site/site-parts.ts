import type { BuildCache } from '../handbook/build-cache.js';
import type { FileWriter } from './files/file-writer.js';
import { writePlainFiles } from './files/write-plain-files.js';
import type { SiteKeeper } from './keeping/site-keeper.js';
import { keptSearchIndex, publishSearchIndex } from './search/kept-search.js';
import { searchOf } from './search/search-of-site.js';
import type { Site } from './site.js';
import type { SiteKind } from './site-kind.js';

/** A site whose content is sound, and how it is built. */
export interface SiteJob<S extends Site> {
	kind: SiteKind<S>;
	site: S;
	cache: BuildCache;
	/** Where it will stand; undefined when nobody knows. */
	address: string | undefined;
	keeper: SiteKeeper | undefined;
	log: { info(message: string): void; warn(message: string): void };
}

/** Everything of a site but its pages: the search index, which is made while the pages are, files and the sitemap. */
export class SiteParts<S extends Site> {
	readonly #job: SiteJob<S>;
	readonly #index: Promise<string>;

	/** Begins with what takes longest, the search index. */
	constructor(job: SiteJob<S>) {
		this.#job = job;
		this.#index = keptSearchIndex(searchOf(job.site), job.cache);
		// Whoever waits for it hears of what goes wrong, and that is at the end.
		this.#index.catch(() => {});
	}

	/** Clears the site's folder of what cannot stay, and writes the files. */
	async begin(writer: FileWriter): Promise<void> {
		const { kind, site, keeper } = this.#job;
		const files = await kind.files(site);
		writePlainFiles(keeper ? keeper.begin(files) : files, writer);
	}

	/**
	 * Ends the build. `pages` are the paths of all pages below the base.
	 * @throws Error when Pagefind cannot make an index.
	 */
	async end(pages: readonly string[], writer: FileWriter): Promise<void> {
		const { kind, site, address, keeper, log } = this.#job;
		if (address === undefined) log.warn(kind.warnWithoutAddress);
		else {
			const { sitemapOf } = await import('./files/sitemap-files.js');
			writePlainFiles(await sitemapOf(pages, site, kind), writer);
		}
		publishSearchIndex(await this.#index, writer, keeper);
		for (const line of keeper?.report() ?? []) log.info(line);
		log.info(`${site.entries.length} texts, searchable.`);
		keeper?.end();
	}
}
