import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, Web } from '../../../src/network/fetch.js';

/** A web that consists of built sites alone, each at its own address, and answers 404 for everything else. */
export function fileWeb(sites: readonly { home: string; folder: string }[]): Web {
	const traffic = { requests: 0, bytes: 0 };
	const nearest = sites.toSorted((a, b) => b.home.length - a.home.length);
	return {
		traffic,
		get: async ({ url }): Promise<Answer> => {
			traffic.requests += 1;
			const site = nearest.find(({ home }) => url.startsWith(home));
			const file = site && join(site.folder, url.slice(site.home.length) || 'index.html');
			if (!file || !existsSync(file)) return { type: 'status', status: 404 };
			return { type: 'body', url, bytes: readFileSync(file), contentType: file.endsWith('.html') ? 'text/html' : 'application/json' };
		},
		close: async () => {},
	};
}
