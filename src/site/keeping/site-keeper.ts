import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegrationLogger, AstroPrerenderer } from 'astro';
import type { Plugin } from 'vite';
import { keyOf } from '../page-keys.js';
import type { PlainFile } from '../plain-files.js';
import { BundleStamp } from './bundle-stamp.js';
import { keepingPrerenderer, type Pages } from './keeping-prerenderer.js';
import { KeptSite } from './kept-site.js';
import { siteInputs } from './site-inputs.js';

/** How many pages and files are named, at most. */
const mostNamed = 100;

/** What the next build needs to know of this one. */
export interface KeeperSetting {
	root: string;
	/** Folders below the root that the site is made from. */
	folders: readonly string[];
	config: AstroConfig;
	/** Folder that is kept between builds. */
	cache: string;
	/** Which program this is, and what it was told. */
	program: readonly unknown[];
}

/** Keeps what a build has made for the next one: everything when nothing has changed, and otherwise each page that would be the same. */
export class SiteKeeper {
	readonly #site: KeptSite;
	readonly #stamp = new BundleStamp();
	readonly #setting: string;
	readonly #inputs: string | undefined;
	readonly #config: AstroConfig;
	#pages: Pages = { addresses: [], anew: [], kept: 0 };
	#files: { anew: readonly PlainFile[]; kept: number } = { anew: [], kept: 0 };
	/** True when the site is there already. */
	readonly isWhole: boolean;

	constructor({ root, folders, config, cache, program }: KeeperSetting) {
		this.#config = config;
		this.#site = new KeptSite(fileURLToPath(config.outDir), cache);
		this.#setting = keyOf([program, plainSetting(config)]);
		const inputs = siteInputs({ root, folders: [...folders.map((folder) => join(root, folder)), fileURLToPath(config.publicDir)], setting: this.#setting });
		this.#inputs = inputs;
		this.isWhole = inputs !== undefined && !this.#isForced() && this.#site.isWhole(inputs);
	}

	get plugins(): Plugin[] {
		return this.#stamp.plugins();
	}

	/** Clears the site's folder of what cannot stay, and renders what is not there. Of `files` it is only known then which are. */
	begin(files: readonly PlainFile[], setPrerenderer: (make: (astro: AstroPrerenderer) => AstroPrerenderer) => void): void {
		this.#site.begin({ fromNothing: this.#isForced() });
		const anew = files.filter((file) => !this.#site.claim(file.path, file.key()));
		this.#files = { anew, kept: files.length - anew.length };
		const { site, base, outDir, publicDir } = this.#config;
		const target = { folder: fileURLToPath(outDir), published: fileURLToPath(publicDir), home: new URL(base, site ?? 'http://localhost/').href };
		setPrerenderer((astro) => {
			const { prerenderer, pages } = keepingPrerenderer(astro, { site: this.#site, stamp: () => keyOf([this.#setting, this.#stamp.value()]), target });
			this.#pages = pages;
			return prerenderer;
		});
	}

	/** The files that do not stand there as they are to be. */
	get filesAnew(): readonly PlainFile[] {
		return this.#files.anew;
	}

	/** True when these files stand in the site's folder, made of what the key says. */
	claimAll(paths: readonly string[], key: string): boolean {
		return paths.map((path) => this.#site.claim(path, key)).every((isThere) => isThere);
	}

	/** The paths of all pages below the base, those that are as they were too. */
	pages(): readonly string[] {
		return this.#pages.addresses;
	}

	/** Says what was made: by name, when it is not too much to read. */
	report(logger: AstroIntegrationLogger): void {
		const anew = [...this.#pages.anew, ...this.#files.anew.map(({ path }) => path)];
		const kept = this.#pages.kept + this.#files.kept;
		if (anew.length <= mostNamed) for (const path of anew.sort()) logger.info(`  /${path}`);
		logger.info(kept > 0 ? `${anew.length} pages and files were made anew; ${kept} are as they were.` : `${anew.length} pages and files were made.`);
	}

	/** Writes down that the site is as it was. */
	confirm(): void {
		this.#site.confirm();
	}

	/** Writes down what the next build needs to know. */
	end(): void {
		const published = fileURLToPath(this.#config.publicDir);
		this.#site.end(this.#inputs ?? '', (path) => !existsSync(join(published, path)));
		const mark = this.#unforcedMark;
		if (existsSync(mark)) return;
		mkdirSync(dirname(mark), { recursive: true });
		writeFileSync(mark, '[["Map"]]');
	}

	/** `astro build --force` tells integrations nothing, but it removes this file, which Astro has for collections. Ours is in Astro's form, and holds none. */
	get #unforcedMark(): string {
		return fileURLToPath(new URL('data-store.json', this.#config.cacheDir));
	}

	#isForced(): boolean {
		return !existsSync(this.#unforcedMark);
	}
}

/** True when nobody else works on the pages after us, or has files in the site's folder that nobody knows of. */
export function mayKeep({ integrations, build, output, adapter, vite }: AstroConfig): boolean {
	return integrations.length === 1 && build.format === 'directory' && output === 'static' && adapter === undefined && vite.build?.emptyOutDir === undefined;
}

/** What of the configuration is in the pages. */
function plainSetting({ site, base, outDir, publicDir, trailingSlash, compressHTML, scopedStyleStrategy, build, redirects, i18n, image, security, prefetch, vite }: AstroConfig): unknown {
	return [
		site,
		base,
		outDir.href,
		publicDir.href,
		trailingSlash,
		compressHTML,
		scopedStyleStrategy,
		build,
		redirects,
		i18n,
		image,
		security,
		prefetch,
		vite.define,
		vite.css,
		vite.build?.assetsInlineLimit,
	];
}
