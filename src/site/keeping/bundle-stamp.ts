import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';

/** Tells whether the code of the pages is the same as in another build: components, styles, scripts, and the names of their files. */
export class BundleStamp {
	readonly #hash = createHash('sha256');

	/** Plugins that look at what Vite makes: before Astro takes scripts out that it writes into the pages, and after it has given styles their names. */
	plugins(): Plugin[] {
		const look = (order: 'pre' | 'post'): Plugin => ({ name: `sporeprint:stamp-${order}`, generateBundle: { order, handler: (_, bundle) => this.#add(bundle) } });
		return [look('pre'), look('post')];
	}

	/** The stamp of everything that was bundled so far. */
	value(): string {
		return this.#hash.copy().digest('hex');
	}

	#add(bundle: Rolldown.OutputBundle): void {
		for (const [name, file] of Object.entries(bundle).sort(([a], [b]) => (a < b ? -1 : 1))) {
			this.#hash.update(`${name}\0`).update(file.type === 'chunk' ? file.code : file.source);
		}
	}
}
