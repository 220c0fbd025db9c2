import { type Problem, problemText } from '../errors.js';
import { readHandbook } from '../handbook/read-handbook.js';
import { createSite, type Site } from './site.js';

/** What the reader tells its host. */
export interface ReaderLog {
	error(message: string): void;
	warn(message: string): void;
}

/** Reads a handbook for its site once, and again after a change. */
export class SiteReader {
	readonly #read: () => { site: Site; problems: Problem[] };
	readonly #log: ReaderLog;
	#known: { site: Site; problems: Problem[] } | undefined;

	constructor(root: string, place: Pick<Site, 'base' | 'accent' | 'publication'>, log: ReaderLog) {
		this.#log = log;
		this.#read = () => {
			const { value, problems } = readHandbook(root, { base: place.base });
			return { site: createSite(value, place), problems };
		};
	}

	/** The site as it stands. Problems are told once for each reading. */
	current(): Site {
		if (this.#known === undefined) {
			this.#known = this.#read();
			for (const problem of this.#known.problems) {
				if (problem.severity === 'error') this.#log.error(problemText(problem));
				else this.#log.warn(problemText(problem));
			}
		}
		return this.#known.site;
	}

	/** Throws when the content has errors: nothing is published by mistake. */
	requireSound(): void {
		this.current();
		const errors = this.#known?.problems.filter(({ severity }) => severity === 'error').length ?? 0;
		if (errors > 0) throw new Error(`The content has ${errors === 1 ? 'an error' : `${errors} errors`}, named above, so nothing was built. To see them again: npx sporeprint check`);
	}

	/** Forgets what was read. */
	invalidate(): void {
		this.#known = undefined;
	}
}
