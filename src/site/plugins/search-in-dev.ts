import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connect } from 'vite';
import type { BuildCache } from '../../handbook/build-cache.js';
import { keptSearchIndex } from '../search/kept-search.js';
import { searchOf } from '../search/search-of-site.js';
import type { Site } from '../site.js';
import { pathBelow } from './path-below.js';

/** Serves the search index in `astro dev`, made when first asked for and again after a change. */
export function searchInDev(current: () => Site, cache: () => BuildCache): Connect.NextHandleFunction {
	let made: { site: Site; folder: Promise<string> } | undefined;
	return (request, response, next) => {
		const site = current();
		const [, wanted] = /^pagefind\/([\w./-]+)$/.exec(pathBelow(site.base, request.url)) ?? [];
		if (wanted === undefined || wanted.includes('..')) {
			next();
			return;
		}
		if (made?.site !== site) made = { site, folder: keptSearchIndex(searchOf(site), cache()) };
		made.folder
			.then((folder) => {
				const file = join(folder, wanted);
				const isThere = existsSync(file);
				response.statusCode = isThere ? 200 : 404;
				if (wanted.endsWith('.js')) response.setHeader('content-type', 'text/javascript');
				response.end(isThere ? readFileSync(file) : undefined);
			})
			.catch(next);
	};
}
