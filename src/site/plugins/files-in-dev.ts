import type { Connect } from 'vite';
import type { PlainFile } from '../plain-files.js';
import { pathBelow } from './path-below.js';

/** Types of files that a browser does not know by their bytes. */
const types: readonly [end: string, type: string][] = [
	['.svg', 'image/svg+xml'],
	['.md', 'text/markdown; charset=utf-8'],
];

/** Serves in `astro dev` the files that a build writes without Astro. */
export function filesInDev(files: () => readonly PlainFile[], base: () => string): Connect.NextHandleFunction {
	return (request, response, next) => {
		const path = pathBelow(base(), request.url);
		const file = path.endsWith('/') ? undefined : files().find((candidate) => candidate.path === path);
		if (!file) {
			next();
			return;
		}
		const [, type] = types.find(([end]) => path.endsWith(end)) ?? [];
		if (type) response.setHeader('content-type', type);
		response.end(file.content());
	};
}
