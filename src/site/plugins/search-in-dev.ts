import type { Connect } from 'vite';
import { buildSearchIndex, type SearchFile } from '../../output/search-index.js';
import { searchRecordsOf } from '../search-of-site.js';
import type { Site } from '../site.js';

/** Serves the search index in `astro dev`, made when first asked for and again after a change. */
export function searchInDev(current: () => Site): Connect.NextHandleFunction {
	let made: { site: Site; files: Promise<SearchFile[]> } | undefined;
	return (request, response, next) => {
		const site = current();
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		const folder = `${site.base}pagefind/`;
		const wanted = pathname.startsWith(folder) ? pathname.slice(folder.length) : pathname.startsWith('/pagefind/') ? pathname.slice('/pagefind/'.length) : undefined;
		if (wanted === undefined) {
			next();
			return;
		}
		if (made?.site !== site) made = { site, files: buildSearchIndex(searchRecordsOf(site), site.hostLang) };
		made.files
			.then((files) => {
				const file = files.find(({ path }) => path === wanted);
				response.statusCode = file ? 200 : 404;
				if (wanted.endsWith('.js')) response.setHeader('content-type', 'text/javascript');
				response.end(file?.content);
			})
			.catch(next);
	};
}
