import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import { keyOf } from '../../lib/key-of.js';
import type { BuildPlaces } from '../build-places.js';
import { FileWriter } from '../files/file-writer.js';
import type { PlainFile } from '../files/plain-file.js';
import { KeptSite } from './kept-site.js';
import { makePages, type Pages } from './make-pages.js';
import type { PagePath } from './page-writer.js';
import { siteInputs } from './site-inputs.js';

/** How many pages and files are named, at most. */
const mostNamed = 100;

/** Where a site is built, and what the next build needs to know of this one. */
export interface KeeperSetting extends BuildPlaces {
	/** Folders of content. */
	folders: readonly string[];
	/** Address of the site's home. */
	home: string;
	/** Stands for the program, what it was told, and how the site is configured. */
	setting: string;
}

/** Keeps what a build has made for the next one: everything when nothing has changed, and otherwise each page that would be the same. */
export class SiteKeeper {
	readonly #site: KeptSite;
	readonly #setting: KeeperSetting;
	readonly #inputs: string | undefined;
	#pages: Pages = { addresses: [], anew: [], kept: 0 };
	#files: { anew: readonly PlainFile[]; kept: number } = { anew: [], kept: 0 };
	/** Writes into the site's folder. */
	readonly writer: FileWriter;
	/** True when the site is there already. */
	readonly isWhole: boolean;

	constructor(setting: KeeperSetting) {
		const { root, folders, outDir, publicDir, siteCache } = setting;
		this.#setting = setting;
		this.#site = new KeptSite(outDir, siteCache);
		this.writer = new FileWriter(outDir, publicDir);
		this.#inputs = siteInputs({ root, folders: [...folders, publicDir], setting: setting.setting });
		this.isWhole = this.#inputs !== undefined && !this.isForced && this.#site.isWhole(this.#inputs);
	}

	/** Clears the site's folder of what cannot stay. `files` are those that are no pages; returns those that are not there as they are to be. */
	begin(files: readonly PlainFile[]): readonly PlainFile[] {
		this.#site.begin({ fromNothing: this.isForced });
		const anew = files.filter((file) => !this.#site.claim(file.path, keyOf([this.#setting.setting, file.key()])));
		this.#files = { anew, kept: files.length - anew.length };
		return anew;
	}

	/** Makes the pages that are not there as they are to be. `shared` stands for the code that they have in common. Returns those that are left to Astro. */
	async make(all: readonly PagePath[], render: AstroPrerenderer['render'], shared: string): Promise<PagePath[]> {
		const { pages, left } = await makePages(all, render, { site: this.#site, shared, writer: this.writer, home: this.#setting.home });
		this.#pages = pages;
		return left;
	}

	/** Of files below one folder, of which the keys say what they are made of, finds those that are to be written, and takes away all others that are not as they are to be. */
	findDue(folder: string, keys: ReadonlyMap<string, string>): string[] {
		const due = [...keys].filter(([path, key]) => !this.#site.claim(path, key)).map(([path]) => path);
		this.#site.dropUnclaimed((path) => path.startsWith(folder));
		return due;
	}

	/** The paths of all pages below the base, those that are as they were too. */
	pages(): readonly string[] {
		return this.#pages.addresses;
	}

	/** What was made: by name, when it is not too much to read. */
	report(): string[] {
		const anew = [...this.#pages.anew, ...this.#files.anew.map(({ path }) => path)];
		const kept = this.#pages.kept + this.#files.kept;
		const sum = kept > 0 ? `${anew.length} pages and files were made anew; ${kept} are as they were.` : `${anew.length} pages and files were made.`;
		return [...(anew.length <= mostNamed ? anew.sort().map((path) => `  /${path}`) : []), sum];
	}

	/** Gives up, half-way: the next build begins from nothing. */
	abandon(): void {
		this.#site.abandon();
	}

	/** Writes down that the site is as it was. */
	confirm(): void {
		this.#site.confirm();
	}

	/** Writes down what the next build needs to know. */
	end(): void {
		const { unforcedMark } = this.#setting;
		this.#site.end(this.#inputs ?? '', (path) => !this.writer.isPublished(path));
		if (existsSync(unforcedMark)) return;
		mkdirSync(dirname(unforcedMark), { recursive: true });
		// The file is Astro's, for collections; this is its form of none.
		writeFileSync(unforcedMark, '[["Map"]]');
	}

	/** True when nothing that was kept is to be used. */
	get isForced(): boolean {
		return !existsSync(this.#setting.unforcedMark);
	}
}
