// What a browser loads for a first search.
import { withBrowser } from './browser.mjs';
import { withSite } from './site-server.mjs';

/** Sorts of files by their names; the first that fits. */
const sorts = [
	['page', /\/$/],
	['styles', /\.css$/],
	['fonts', /\.woff2?$/],
	['pagefind program', /\/pagefind\/.*\.js$/],
	['pagefind wasm', /\/wasm\..*\.pagefind$/],
	['pagefind entry and meta', /\.pf_meta$|\/pagefind-entry\.json$/],
	['pagefind filters', /\.pf_filter$/],
	['pagefind index', /\.pf_index$/],
	['pagefind fragments', /\.pf_fragment$/],
	['our scripts', /\.js$/],
	['icon', /\.svg$|\.ico$/],
];

/** What every page loads, and a browser keeps from the page before. */
const ofEveryPage = ['styles', 'fonts', 'icon'];

/**
 * Opens the search page of a built site, types a word, and waits for what is found. Bytes are those of the bodies, packed as
 * GitHub Pages does; `toSearch` are those that a reader does not have from another page. Undefined where there is no browser.
 */
export function firstSearch(site, word) {
	return withBrowser((browser) =>
		withSite(site, async (origin, sent) => {
			const page = await browser.newPage();
			await page.goto(`${origin}/search/`);
			await page.fill('.search-panel input[name=q]', word);
			await page.waitForSelector('.results li', { timeout: 60_000 });
			await page.waitForLoadState('networkidle');
			const sum = summed(sent);
			const toSearch = ofEveryPage.reduce((rest, sort) => rest - (sum.parts[sort]?.bytes ?? 0), sum.bytes);
			return { word, found: (await page.textContent('.search-status')).trim(), ...sum, toSearch };
		}),
	);
}

/** Files and bytes that were sent: all, and by their sort. */
export function summed(sent) {
	const parts = {};
	for (const { path, bytes } of sent) {
		const [sort] = sorts.find(([, pattern]) => pattern.test(path)) ?? ['other'];
		parts[sort] ??= { files: 0, bytes: 0 };
		parts[sort].files += 1;
		parts[sort].bytes += bytes;
	}
	return { files: sent.length, bytes: sent.reduce((sum, { bytes }) => sum + bytes, 0), parts };
}
