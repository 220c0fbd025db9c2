import { posix } from 'node:path';
import { readPercentSigns } from '../../../lib/percent-signs.js';

/** Where mdBook, and GitBook before 2018, published a text: `x.html`, and a folder's README as its `index.html`. */
export function bookAddress(path: string): string {
	return path.replace(/(^|\/)readme\.md$/i, '$1index.md').replace(/\.(?:md|markdown)$/i, '.html');
}

/** The address that a redirect leads to, seen from its own; undefined for one on another host. `from` and the result are below the site's address. */
export function redirectTarget(from: string, to: string, siteUrl = '/'): string | undefined {
	if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(to)) return undefined;
	const [path = ''] = to.split(/[?#]/);
	const absolute = path.startsWith('/') ? path : posix.join('/', posix.dirname(from), path);
	const below = path.startsWith(siteUrl) ? path.slice(siteUrl.length) : absolute;
	return readPercentSigns(below.replace(/^\/+/, ''));
}
