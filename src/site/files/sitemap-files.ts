import { Readable } from 'node:stream';
import { SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import type { Site } from '../site.js';
import type { SiteKind } from '../site-kind.js';

/** Search engines take files of 50,000 addresses and no larger ones. */
const mostInOne = 45_000;

/** A file of the sitemap, below the site's folder. */
interface SitemapFile {
	path: string;
	content(): Uint8Array;
}

/** The sitemap of a site, of which these are the paths of all pages: files of addresses, and the index of those files. */
export async function sitemapOf<S extends Site>(paths: readonly string[], site: S, { unlisted }: Pick<SiteKind<S>, 'unlisted'>): Promise<SitemapFile[]> {
	const home = site.publication.url;
	const listed = paths.filter((path) => path !== '404/' && !unlisted(path.replace(/\/$/, ''), site));
	const urls = listed.map((path) => new URL(path, home).href);
	const parts: SitemapFile[] = [];
	for (let start = 0; start < urls.length; start += mostInOne) {
		const bytes = await written(new SitemapStream({ xmlns: { news: false, xhtml: false, image: false, video: false } }), urls.slice(start, start + mostInOne));
		parts.push({ path: `sitemap-${parts.length}.xml`, content: () => bytes });
	}
	const index = await written(
		new SitemapIndexStream(),
		parts.map(({ path }) => new URL(path, home).href),
	);
	return [{ path: 'sitemap-index.xml', content: () => index }, ...parts];
}

function written(stream: SitemapStream | SitemapIndexStream, urls: readonly string[]): Promise<Uint8Array> {
	return streamToPromise(Readable.from(urls.map((url) => ({ url }))).pipe(stream));
}
