// A search with an old phone's connection: how long the reader waits for the first results, and for those of the next letter.
import { withSite } from './site-server.mjs';
import { withSlowTab } from './slow-visit.mjs';

/** Seconds from the last stroke to the results, on the search page of a handbook, with nothing kept from before. */
export function slowSearch(browser, site, word) {
	return withSlowTab(browser, (page) =>
		withSite(site, async (origin) => {
			await page.goto(`${origin}/search/`);
			const input = page.locator('.search-panel input[name=q]');
			const firstResults = await waitAfter(page, () => input.fill(word.slice(0, -1)));
			await page.waitForLoadState('networkidle', { timeout: 60_000 });
			return { firstResults, nextLetter: await waitAfter(page, () => input.press(word.at(-1))) };
		}),
	);
}

/** Does something, and says how long it took until other results stood there. */
async function waitAfter(page, act) {
	await page.evaluate(() => {
		globalThis.resultsCame = new Promise((done) => {
			let start;
			addEventListener('input', () => (start ??= performance.now()), { once: true, capture: true });
			new MutationObserver((_, observer) => {
				observer.disconnect();
				requestAnimationFrame(() => done((performance.now() - start) / 1000));
			}).observe(document.querySelector('.results'), { childList: true });
		});
	});
	await act();
	return page.evaluate(() => globalThis.resultsCame);
}
