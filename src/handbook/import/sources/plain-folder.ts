import type { Layout } from '../layout.js';

/** A folder of Markdown files that no program is known for. */
export function plainFolder(): Layout {
	return { generator: 'a folder of Markdown files', root: '', ownFiles: [], documents: true, site: false };
}
