import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';

/** Milliseconds between two looks, short enough for no text to fill the room between what it may use and what would end the whole program. */
const pause = 25;

/** How much of its heap a worker may fill. */
const mostOfHeap = 0.7;
/** Bytes of heap that are enough for any text, where NODE_OPTIONS=--max-old-space-size, which counts for workers too, gives them more. */
const mostBytes = 1024 ** 3;

/** Resolves when a worker has used up its time, counted from now, or its memory. Rejects when the signal says that it is over. */
export async function untilUsedUp(worker: Worker | undefined, ms: number, signal: AbortSignal): Promise<'time' | 'memory'> {
	const end = performance.now() + ms;
	while (performance.now() < end) {
		await sleep(Math.min(pause, ms), undefined, { signal });
		if (await isFull(worker, signal)) return 'memory';
	}
	return 'time';
}

/** Whether a worker uses too much memory, as far as it answers (Node 22.16, 24.0 and later). Before that only the limits of the worker hold. */
async function isFull(worker: Worker | undefined, signal: AbortSignal): Promise<boolean> {
	const asked = worker?.getHeapStatistics?.().then(
		(heap) => heap.used_heap_size > Math.min(mostOfHeap * heap.heap_size_limit, mostBytes),
		() => false, // it has ended
	);
	return asked !== undefined && Promise.race([asked, sleep(4 * pause, false, { signal })]);
}
