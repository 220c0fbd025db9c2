import type { Plugin, Rolldown } from 'vite';
import { keyOf } from '../../lib/key-of.js';
import { byteHash } from '../../lib/text-hash.js';

/** Stands for a file that is named later, by a number that may be another in the next build. Files have their own part in the stamp. */
const fileHandle = /__VITE_ASSET__[\w$]+__|__ASTRO_ASSET_IMAGE__[\w$]+__|import\.meta\.ROLLDOWN_FILE_URL_[\w$]+/g;

/** Tells whether the code of the pages is the same as in another build: components, styles and scripts, and the names that their files have. */
export class BundleStamp {
	readonly #parts = new Map<string, string>();
	/** Where the code that makes the pages was written, and the module of it that knows them all. */
	code: { folder: string; entry: string } | undefined;

	/**
	 * Looks at the modules, since how they are put together may differ from build to build; and at files twice: before Astro takes scripts
	 * out that it writes into the pages, and after it has given styles their names.
	 */
	plugins(): Plugin[] {
		const stamp = this;
		return [
			{
				name: 'sporeprint:stamp-modules',
				generateBundle: {
					order: 'pre',
					handler(_, bundle) {
						if (this.environment.name === 'client') stamp.#addFiles(bundle);
						else for (const id of this.getModuleIds()) stamp.#add(`module ${id}`, this.getModuleInfo(id)?.code?.replace(fileHandle, '') ?? '');
					},
				},
			},
			{ name: 'sporeprint:stamp-files', generateBundle: { order: 'post', handler: (_, bundle) => stamp.#addFiles(bundle) } },
			{
				name: 'sporeprint:find-code',
				writeBundle({ dir }, bundle) {
					const entry = Object.keys(bundle).find((name) => name.startsWith('prerender-entry.'));
					if (dir !== undefined && entry !== undefined) stamp.code = { folder: dir, entry };
				},
			},
		];
	}

	/** The stamp of everything that was bundled so far. */
	value(): string {
		const sorted = [...this.#parts].sort(([a], [b]) => (a < b ? -1 : 1));
		return keyOf(sorted);
	}

	#addFiles(bundle: Rolldown.OutputBundle): void {
		for (const file of Object.values(bundle)) if (isPublished(file.fileName)) this.#add(`file ${file.fileName}`, file.type === 'chunk' ? file.code : file.source);
	}

	#add(name: string, content: string | Uint8Array): void {
		this.#parts.set(name, byteHash(content));
	}
}

/** Styles, fonts, and the scripts that browsers load. What runs only while pages are made is known by its modules. */
function isPublished(name: string): boolean {
	return !name.startsWith('.vite/') && (!/\.m?js$/.test(name) || name.startsWith('_astro/'));
}
