import { createHandbookSite, type HandbookSite } from '../../src/site/handbook-site.js';
import { type MiniFiles, readMini } from '../mini-handbook.js';

/** The site of a small handbook, published at https://moss.example/book/. */
export function miniSite(files: MiniFiles, base = '/book/'): HandbookSite {
	const { value } = readMini(files, { base });
	return createHandbookSite(value, { base, accent: 16, publication: { url: `https://moss.example${base}`, generator: 'sporeprint/test' } });
}
