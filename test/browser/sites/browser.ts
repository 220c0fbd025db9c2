import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../../scripts/ensure-browser.mjs';

/** Starts the browser of these tests. */
export async function startBrowser(): Promise<Browser> {
	const executablePath = findBrowser();
	if (executablePath === undefined) throw new Error('There is no Chromium here. Run: node scripts/ensure-browser.mjs');
	// The sandbox of Chromium refuses to run as root.
	return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}

/** What a page asked for, and what went wrong in it. */
export interface PageLog {
	requests: string[];
	errors: string[];
	violations: string[];
}

/** A tab, and a log of what happens in it. */
export interface Tab {
	page: Page;
	log: PageLog;
	close(): Promise<void>;
}

/** A window of its own, with nothing remembered: 1280 pixels wide and light, unless told otherwise. */
export async function openWindow(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: 'light', ...options });
	context.setDefaultTimeout(10_000);
	return context;
}

/** Opens a tab in a window of its own. */
export async function openTab(browser: Browser, options: BrowserContextOptions = {}): Promise<Tab> {
	const context = await openWindow(browser, options);
	const tab = await openTabIn(context, { scripts: options.javaScriptEnabled !== false });
	return { ...tab, close: () => context.close() };
}

/** Opens a tab in a window that is there. */
export async function openTabIn(context: BrowserContext, { scripts = true } = {}): Promise<Tab> {
	const page = await context.newPage();
	const log: PageLog = { requests: [], errors: [], violations: [] };
	page.on('request', (request) => log.requests.push(request.url()));
	page.on('pageerror', (error) => log.errors.push(String(error)));
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning') log.errors.push(message.text());
	});
	if (scripts) {
		await page.exposeFunction('reportViolation', (text: string) => log.violations.push(text));
		await page.addInitScript(() => {
			addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
				(window as unknown as { reportViolation(text: string): void }).reportViolation(`${violatedDirective} ${blockedURI}`);
			});
		});
	}
	return { page, log, close: () => page.close() };
}
