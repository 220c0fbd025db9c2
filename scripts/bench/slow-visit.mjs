// A first visit with an old phone's connection: what a reader sees, when, and what is loaded for it.

import { summed } from './first-search.mjs';
import { median } from './median.mjs';
import { withSite } from './site-server.mjs';

/** 400 kbit/s, and 400 ms until the first byte of every answer. */
const connection = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const phone = { viewport: { width: 390, height: 800 } };

/** Medians of visits to these pages (paths without slashes at their ends), each with nothing kept of the one before. Times in seconds. */
export async function slowVisits(browser, site, pages) {
	const visits = [];
	for (const path of pages) visits.push(await slowVisit(browser, site, path));
	return Object.fromEntries(Object.keys(visits[0]).map((name) => [name, median(visits.map((visit) => visit[name]))]));
}

/** Opens a tab of a phone with a slow connection, and closes it again. */
export async function withSlowTab(browser, run) {
	const context = await browser.newContext(phone);
	try {
		const page = await context.newPage();
		const session = await context.newCDPSession(page);
		await session.send('Network.enable');
		await session.send('Network.emulateNetworkConditions', connection);
		return await run(page);
	} finally {
		await context.close();
	}
}

function slowVisit(browser, site, path) {
	return withSlowTab(browser, (page) =>
		withSite(site, async (origin, sent) => {
			await page.addInitScript(watchPaints);
			await page.goto(`${origin}/${path}/`);
			await page.waitForLoadState('networkidle', { timeout: 120_000 });
			const paints = await page.evaluate(readPaints);
			const { files, bytes } = summed(sent);
			const scripts = sent.filter((file) => /\.m?js$/.test(file.path));
			return { ...paints, requests: files, bytes, scriptFiles: scripts.reduce((sum, script) => sum + script.bytes, 0) };
		}),
	);
}

/** Runs in the page before anything else. */
function watchPaints() {
	globalThis.seenPaints = { largest: 0, shift: 0 };
	const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
	watch('largest-contentful-paint', ({ startTime }) => {
		globalThis.seenPaints.largest = startTime;
	});
	watch('layout-shift', ({ value }) => {
		globalThis.seenPaints.shift += value;
	});
}

/** Runs in the page when all is loaded. */
function readPaints() {
	const { largest, shift } = globalThis.seenPaints;
	const inline = [...document.querySelectorAll('script:not([src]):not([type="application/ld+json"])')].map(({ textContent }) => new TextEncoder().encode(textContent).length);
	return {
		firstPaint: performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000,
		largestPaint: largest / 1000,
		shift,
		inlineScript: inline.reduce((sum, bytes) => sum + bytes, 0),
	};
}
