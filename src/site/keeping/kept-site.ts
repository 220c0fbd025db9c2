import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clearBelow, type FileMark, filesBelow, markOf, readRecord, removeFile, type SiteRecord, writeRecord } from './site-record.js';

/**
 * The folder of a site, in which a build leaves as they are the files that it would write in the same way. They are known by keys, which
 * the build before has written down; whatever was touched since, or is not known, is removed before anything is written.
 */
export class KeptSite {
	readonly #folder: string;
	readonly #recordFile: string;
	readonly #beganFile: string;
	readonly #token = randomUUID();
	/** Files that stand there as they were left: their keys and marks. */
	readonly #before = new Map<string, { key: string; mark: FileMark }>();
	readonly #keys = new Map<string, string>();
	#isAlone = true;

	/** `cache` is a folder that is kept from one build of this site to the next. */
	constructor(folder: string, cache: string) {
		this.#folder = folder;
		this.#recordFile = join(cache, 'record.json');
		this.#beganFile = join(cache, 'began');
	}

	/** True when the site was made from just this, and nothing in its folder was touched since. */
	isWhole(inputs: string): boolean {
		const record = readRecord(this.#recordFile);
		return record?.inputs === inputs && !existsSync(this.#beganFile) && areSame(record, filesBelow(this.#folder));
	}

	/** Begins a build: clears the folder of everything that is not known to be as the last build has left it, or of everything. */
	begin({ fromNothing }: { fromNothing: boolean }): void {
		const record = fromNothing ? undefined : readRecord(this.#recordFile);
		rmSync(this.#recordFile, { force: true });
		// A build that has begun and not ended may still be at work here, and then nobody knows whose files these will be.
		this.#isAlone = !existsSync(this.#beganFile);
		mkdirSync(join(this.#beganFile, '..'), { recursive: true });
		writeFileSync(this.#beganFile, this.#token);
		if (!existsSync(this.#folder)) return;
		const { keys, files }: Pick<SiteRecord, 'keys' | 'files'> = record && this.#isAlone ? record : { keys: {}, files: {} };
		clearBelow(this.#folder, (path) => {
			const [key, mark] = [keys[path], files[path]];
			if (key === undefined || mark === undefined || mark !== markOf(join(this.#folder, path))) return false;
			this.#before.set(path, { key, mark });
			return true;
		});
	}

	/** Says what a file is made of. True when it stands there already, so that it need not be written. */
	claim(path: string, key: string): boolean {
		this.#keys.set(path, key);
		return this.#before.get(path)?.key === key;
	}

	/** Takes away what stands there from the last build and is in this one no more; what has another content now is written over. */
	dropUnclaimed(isAbout: (path: string) => boolean): void {
		for (const path of this.#before.keys()) if (isAbout(path) && !this.#keys.has(path)) removeFile(this.#folder, path);
	}

	/** Ends a build that has gone wrong: nothing is known of what stands in the folder now. */
	abandon(): void {
		rmSync(this.#beganFile, { force: true });
	}

	/** Ends a build that had nothing to do: Astro has written the files again that the group publishes as they are. */
	confirm(): void {
		const record = readRecord(this.#recordFile);
		if (record) writeRecord(this.#recordFile, { ...record, files: Object.fromEntries(filesBelow(this.#folder)) });
	}

	/** Ends a build: writes down what stands in the folder now. `isOwn` tells files that we made from those that the group put there. */
	end(inputs: string, isOwn: (path: string) => boolean): void {
		const isLast = existsSync(this.#beganFile) && readFileSync(this.#beganFile, 'utf8') === this.#token;
		if (isLast && this.#isAlone) {
			const stayed = [...this.#before].filter(([path, { key }]) => this.#keys.get(path) === key);
			// Whoever touches one of them in the meantime makes it another one than the one that stayed.
			const files = filesBelow(this.#folder, new Map(stayed.map(([path, { mark }]) => [path, mark])));
			const keys = [...this.#keys].filter(([path]) => files.has(path) && isOwn(path));
			writeRecord(this.#recordFile, { inputs, keys: Object.fromEntries(keys), files: Object.fromEntries(files) });
		}
		if (isLast) rmSync(this.#beganFile, { force: true });
	}
}

function areSame({ files }: SiteRecord, now: ReadonlyMap<string, FileMark>): boolean {
	return Object.keys(files).length === now.size && [...now].every(([path, mark]) => files[path] === mark);
}
