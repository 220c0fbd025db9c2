import { keyOf } from '../lib/key-of.js';
import { lazily } from '../lib/lazily.js';
import type { Frame } from './view/frame.js';
import type { PageView } from './view/page-view.js';

/** An address of a page or a file, and what it is made with. */
interface Path<P> {
	params: Record<string, string>;
	props: P;
}

/** The same with its key: two builds that give it the same key would give it the same bytes, as long as the code of the pages is the same. */
export type KeyedPath<T> = T & { readonly cacheKey: string };

/**
 * Gives pages their keys. A page is made of its view and of nothing else, so the view is its key, as a hash.
 * Only a build asks for keys; the dev server makes the views of the pages that it shows.
 */
export function withViewKeys<P, T extends Path<P>>(paths: readonly T[], viewOf: (props: T['props']) => { page: PageView }): KeyedPath<T>[] {
	const frames = new FrameKeys();
	return withKeys(paths, ({ props }) => {
		const { page, ...view } = viewOf(props);
		const { frame, ...rest } = page;
		return [frames.keyOf(frame), rest, view];
	});
}

/** Gives paths their keys, by all that what stands there is made of, as plain data. */
export function withKeys<T extends object>(paths: readonly T[], madeOf: (path: T) => unknown): KeyedPath<T>[] {
	return paths.map((path) => {
		// Astro asks twice.
		const key = lazily(() => keyOf(madeOf(path)));
		return {
			...path,
			get cacheKey(): string {
				return key();
			},
		};
	});
}

/** The words of the interface are in every frame, and need not be hashed for each page. */
class FrameKeys {
	#strings: Frame['strings'] | undefined;
	#key = '';

	keyOf({ strings, ...frame }: Frame): string[] {
		if (strings !== this.#strings) [this.#strings, this.#key] = [strings, keyOf(strings)];
		return [this.#key, JSON.stringify(frame)];
	}
}
