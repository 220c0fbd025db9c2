import { createSite, type Site } from '../../src/site/site.js';
import { type MiniFiles, readMini } from '../mini-handbook.js';

/** The site of a small handbook, published at https://moss.example/book/. */
export function miniSite(files: MiniFiles, base = '/book/'): Site {
	const { value } = readMini(files, { base });
	return createSite(value, { base, accent: 16, publication: { url: `https://moss.example${base}`, generator: 'sporeprint/test' } });
}
