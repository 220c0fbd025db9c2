import { readHandbook } from '../../src/handbook/read-handbook.js';
import { createHandbookSite, type HandbookSite } from '../../src/site/handbook-site.js';
import { type MiniFiles, miniHandbook } from '../mini-handbook.js';

/** The site of a small handbook, published at https://moss.example/book/. */
export function miniSite(files: MiniFiles, base = '/book/'): HandbookSite {
	return siteAt(miniHandbook(files), base);
}

/** The site of the handbook in a folder, published at the same address. */
export function siteAt(root: string, base = '/book/'): HandbookSite {
	const { value } = readHandbook(root, { base });
	return createHandbookSite(value, { base, accent: 16, publication: { url: `https://moss.example${base}`, generator: 'sporeprint/test' } });
}
