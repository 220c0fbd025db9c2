import { Piscina } from 'piscina';
import type { ForeignText, TextOutcome } from './read-foreign-text.js';
import type { PackedIndex, RenderJob, StartMessage } from './render-job.js';
import { untilUsedUp } from './worker-watch.js';

/** What a pool may use. */
export interface PoolLimits {
	/** Compiled worker. */
	worker: URL;
	/** Milliseconds that a text may take, on a machine that is neither slow nor busy. */
	deadline: number;
	/** Texts that are read at once. */
	threads: number;
}

/**
 * Where Node ends a worker by itself. A text of 128 KiB as people write them needs a third of it. That end comes too late to rely on:
 * a worker that asks for much at once at its limit ends the whole program, as a young generation of more than 16 MiB does whenever it
 * is emptied (https://github.com/nodejs/node/issues/47224). So a worker is ended before.
 */
const resourceLimits = { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 8, stackSizeMb: 4 };

/** How a try to read a text ended. */
type Ending = { outcome: TextOutcome } | { failure: 'late' | 'dead' | 'unstarted'; cause: unknown };

/**
 * Reads foreign texts in workers. One that takes too long or too much memory takes its worker with it and nothing else.
 * The first try may fail for what else the machine is doing; the last one, alone and in a fresh worker, is the same every time.
 */
export class RenderPool {
	readonly #limits: PoolLimits;
	#shared: Piscina | undefined;
	#number = 0;

	constructor(limits: PoolLimits) {
		this.#limits = limits;
	}

	/** How many texts should be read at once, and no more. */
	get threads(): number {
		return this.#limits.threads;
	}

	/** The outcome, or undefined when the text has to be tried again, alone. */
	async read(text: ForeignText, index: PackedIndex): Promise<TextOutcome | undefined> {
		const { threads, deadline } = this.#limits;
		this.#shared ??= this.#workers(threads);
		const ending = await attempt(this.#shared, this.#job(text, index, false), deadline);
		return 'outcome' in ending ? ending.outcome : undefined;
	}

	/**
	 * The outcome in the end. Nothing else should be read meanwhile.
	 * @throws Error when the worker itself cannot start.
	 */
	async readAlone(text: ForeignText, index: PackedIndex): Promise<TextOutcome> {
		const { worker, deadline } = this.#limits;
		const alone = this.#workers(1);
		try {
			const ending = await attempt(alone, this.#job(text, index, true), deadline);
			if ('outcome' in ending) return ending.outcome;
			if (ending.failure === 'unstarted') throw new Error(`The worker that reads texts cannot start: ${worker.href}`, { cause: ending.cause });
			return { quarantine: ending.failure === 'late' ? 'too-slow' : 'too-complex' };
		} finally {
			await alone.destroy();
		}
	}

	/** Ends all workers. */
	async close(): Promise<void> {
		await this.#shared?.destroy();
		this.#shared = undefined;
	}

	#job(text: ForeignText, index: PackedIndex, measured: boolean): RenderJob {
		this.#number += 1;
		return { number: this.#number, text, index, measured };
	}

	#workers(threads: number): Piscina {
		const workers = new Piscina({
			filename: this.#limits.worker.href,
			minThreads: 0,
			maxThreads: threads,
			idleTimeout: Number.POSITIVE_INFINITY,
			// Not those of the program around us, which may load more than a worker needs.
			execArgv: [],
			resourceLimits,
			atomics: 'disabled',
		});
		// A worker that dies without a text has harmed none.
		workers.on('error', () => {});
		return workers;
	}
}

/** Reads a text in one of these workers. The deadline counts from when the worker starts on it. */
async function attempt(workers: Piscina, job: RenderJob, deadline: number): Promise<Ending> {
	const over = new AbortController();
	const stop = new AbortController();
	const unstartable = Promise.withResolvers<never>();
	let failure: 'late' | 'dead' | 'unstarted' = 'unstarted';
	const onStart = ({ number, thread, slowness }: StartMessage): void => {
		if (number !== job.number) return;
		failure = 'dead';
		const worker = workers.threads.find(({ threadId }) => threadId === thread);
		untilUsedUp(worker, deadline * slowness, over.signal).then(
			(used) => {
				if (used === 'time') failure = 'late';
				stop.abort();
			},
			() => {}, // it is over
		);
	};
	// Piscina keeps a text waiting for ever when the worker that was to read it cannot start.
	const onError = (error: unknown): void => {
		if (failure === 'unstarted') unstartable.reject(error);
	};
	workers.on('message', onStart);
	workers.on('error', onError);
	try {
		const outcome = await Promise.race([workers.run(job, { signal: stop.signal }), unstartable.promise]);
		return { outcome: JSON.parse(outcome) as TextOutcome };
	} catch (cause) {
		stop.abort();
		return { failure, cause };
	} finally {
		over.abort();
		workers.off('message', onStart);
		workers.off('error', onError);
	}
}
