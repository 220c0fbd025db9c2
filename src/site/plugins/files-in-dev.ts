import { Readable } from 'node:stream';
import type { Connect } from 'vite';
import type { PlainFile } from '../files/plain-file.js';
import { pathBelow } from './path-below.js';

/** Types of files that a browser does not know by their bytes. */
const types: readonly [end: string, type: string][] = [
	['.svg', 'image/svg+xml'],
	['.md', 'text/markdown; charset=utf-8'],
	['.html', 'text/html; charset=utf-8'],
	['.ics', 'text/calendar; charset=utf-8'],
	['.xml', 'application/atom+xml; charset=utf-8'],
	['.opml', 'text/x-opml; charset=utf-8'],
	['.ndjson', 'application/x-ndjson; charset=utf-8'],
	['feed.json', 'application/feed+json; charset=utf-8'],
	['.json', 'application/json; charset=utf-8'],
	['.zip', 'application/zip'],
];

/** Serves in `astro dev` the files that a build writes without Astro. */
export function filesInDev(files: () => Promise<readonly PlainFile[]>, base: () => string): Connect.NextHandleFunction {
	return (request, response, next) => {
		const path = pathBelow(base(), request.url);
		if (path === '' || path.endsWith('/')) {
			next();
			return;
		}
		const send = (all: readonly PlainFile[]): void => {
			const file = all.find((candidate) => candidate.path === path);
			if (!file) {
				next();
				return;
			}
			const [, type] = types.find(([end]) => path.endsWith(end)) ?? [];
			if (type) response.setHeader('content-type', type);
			const content = file.content();
			if (typeof content === 'string' || content instanceof Uint8Array) response.end(content);
			else Readable.from(content).pipe(response);
		};
		files().then(send).catch(next);
	};
}
