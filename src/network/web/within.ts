/** The time for something was over before it was done. */
export class Late extends Error {}

/** Does something that has so many milliseconds, and rejects with `Late` when they are over, whether it heeds the signal or not. */
export async function within<T>(milliseconds: number, task: (signal: AbortSignal) => Promise<T>): Promise<T> {
	const controller = new AbortController();
	const late = Promise.withResolvers<never>();
	const timer = setTimeout(() => {
		late.reject(new Late());
		controller.abort();
	}, milliseconds);
	try {
		return await Promise.race([task(controller.signal), late.promise]);
	} finally {
		clearTimeout(timer);
	}
}
