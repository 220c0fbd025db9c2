import type { Connect } from 'vite';
import type { HandbookSite } from '../handbook-site.js';

/** Serves the files of the texts in `astro dev`, where their route would answer only with a slash at the end and without a type. */
export function mediaInDev(current: () => HandbookSite): Connect.NextHandleFunction {
	return (request, response, next) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		const name = /\/media\/([^/]+)$/.exec(pathname)?.[1];
		const asset = name && current().handbook.assets.find((candidate) => candidate.name === name);
		if (!asset) {
			next();
			return;
		}
		// The one image that a browser does not know by its bytes.
		if (asset.name.endsWith('.svg')) response.setHeader('content-type', 'image/svg+xml');
		response.end(asset.bytes);
	};
}
