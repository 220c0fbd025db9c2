import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { openTab, openTabIn, openWindow, startBrowser, type Tab } from './browser.js';
import { type OpenSite, openSite } from './open-site.js';
import type { SiteName } from './site-list.js';

/** Somebody who reads one of the sites. Tabs are closed after each test. */
export interface Reader {
	/** The site; known once the tests of the file run. */
	site(): OpenSite;
	/** Opens a page, by its path below the base, in a tab of its own; with options, in a window of its own. */
	visit(path: string, options?: BrowserContextOptions): Promise<Tab>;
	/** Opens an empty tab. */
	tab(options?: BrowserContextOptions): Promise<Tab>;
	/** A tab that all tests share: for those that only look, and look at many pages. */
	sharedTab(): Tab;
}

/** Opens a site and a browser for the tests around this call. */
export function readerOf(name: SiteName): Reader {
	let browser: Browser;
	let site: OpenSite | undefined;
	let tabs: Tab[] = [];
	let usual: BrowserContext;
	let shared: Tab;

	beforeAll(async () => {
		site = await openSite(name);
		browser = await startBrowser();
		usual = await openWindow(browser);
		shared = await openTabIn(usual);
	});
	afterEach(async () => {
		await Promise.all(tabs.map((tab) => tab.close()));
		tabs = [];
	});
	afterAll(async () => {
		if (!site) return;
		site.close();
		await browser.close();
	});

	const opened = (): OpenSite => {
		if (!site) throw new Error('The site is opened once the tests run.');
		return site;
	};
	const tab = async (options?: BrowserContextOptions): Promise<Tab> => {
		const made = options ? await openTab(browser, options) : await openTabIn(usual);
		tabs.push(made);
		return made;
	};
	return {
		site: opened,
		tab,
		sharedTab: () => shared,
		visit: async (path, options) => {
			const made = await tab(options);
			await made.page.goto(opened().home + path);
			return made;
		},
	};
}

/** An old telephone. */
export const phone = { viewport: { width: 390, height: 800 } };
