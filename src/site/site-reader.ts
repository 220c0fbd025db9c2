import { type Problem, problemText, type Result } from '../errors.js';
import { BuildRefused } from './build-refused.js';
import type { Site } from './site.js';

/** What the reader tells its host. */
export interface ReaderLog {
	error(message: string): void;
	warn(message: string): void;
}

/** Reads what a site shows: once, and again after a change. */
export class SiteReader<S extends Site> {
	readonly #read: () => Result<S> | Promise<Result<S>>;
	readonly #log: ReaderLog;
	#known: Result<S> | undefined;

	constructor(read: () => Result<S> | Promise<Result<S>>, log: ReaderLog) {
		this.#read = read;
		this.#log = log;
	}

	/** Reads everything. Problems are told once for each reading. */
	async load(): Promise<void> {
		this.#known = await this.#read();
		for (const problem of this.#known.problems) this.#log[problem.severity === 'error' ? 'error' : 'warn'](problemText(problem));
	}

	/** The site as it was last read. */
	current(): S {
		if (!this.#known) throw new Error('The site is asked for before it is read.');
		return this.#known.value;
	}

	/** True when the content has no errors. */
	isSound(): boolean {
		return this.#errors() === 0;
	}

	/**
	 * Nothing is published by mistake.
	 * @throws BuildRefused when the content has errors.
	 */
	requireSound(): void {
		const errors = this.#errors();
		if (errors > 0) throw new BuildRefused(`The content has ${errors === 1 ? 'an error' : `${errors} errors`}, named above, so nothing was built. To see them again: npx sporeprint check`);
	}

	#errors(): number {
		return this.#known?.problems.filter(isError).length ?? 0;
	}
}

function isError({ severity }: Problem): boolean {
	return severity === 'error';
}
