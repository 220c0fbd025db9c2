import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';

/** What a text may use of its worker. */
export interface Allowance {
	/** Milliseconds. */
	ms: number;
	/**
	 * Whether only the time counts that the worker worked: on a busy machine it waits more than it works. No more than ten times as
	 * much by the clock, and by the clock alone where Node cannot tell (before 24.6).
	 */
	ownTime: boolean;
}

/** Milliseconds between two looks, short enough for no text to fill the room between what it may use and what would end the whole program. */
const pause = 25;

/** How much of its heap a worker may fill. */
const mostOfHeap = 0.7;
/** Bytes of heap that are enough for any text, where NODE_OPTIONS=--max-old-space-size, which counts for workers too, gives them more. */
const mostBytes = 1024 ** 3;

/** Resolves when a worker has used up what it may from now on, with what that was. Rejects when the signal says that it is over. */
export async function untilUsedUp(worker: Worker | undefined, { ms, ownTime }: Allowance, signal: AbortSignal): Promise<'time' | 'memory'> {
	const start = performance.now();
	const before = ownTime ? await answer(workedTime(worker), signal) : undefined;
	for (;;) {
		await sleep(pause, undefined, { signal });
		if (((await answer(heapUse(worker), signal)) ?? 0) > 1) return 'memory';
		const elapsed = performance.now() - start;
		if (elapsed < ms) continue;
		const now = before === undefined || elapsed > 10 * ms ? undefined : await answer(workedTime(worker), signal);
		if (now === undefined || before === undefined || now - before >= ms) return 'time';
	}
}

/** Milliseconds for which a worker has worked (Node 24.6 and later). */
async function workedTime(worker: Worker | undefined): Promise<number | undefined> {
	const spent = await worker?.cpuUsage?.();
	return spent && (spent.user + spent.system) / 1000;
}

/** How much a worker uses of the heap that it may use (Node 22.16, 24.0 and later). Before that only the limits of the worker hold. */
async function heapUse(worker: Worker | undefined): Promise<number | undefined> {
	const heap = await worker?.getHeapStatistics?.();
	return heap && heap.used_heap_size / Math.min(mostOfHeap * heap.heap_size_limit, mostBytes);
}

/** What a worker answers; undefined when it has ended, or is where it cannot be asked. */
async function answer(asked: Promise<number | undefined>, signal: AbortSignal): Promise<number | undefined> {
	return Promise.race([asked.catch(() => undefined), sleep(4 * pause, undefined, { signal })]);
}
