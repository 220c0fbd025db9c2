// The browser that measures what readers meet.
import process from 'node:process';
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../ensure-browser.mjs';

/** Runs something with Chromium; undefined, and a sentence on the error stream, where there is none. */
export async function withBrowser(run) {
	const executablePath = ensureBrowser((sentence) => process.stderr.write(`${sentence}\n`));
	if (executablePath === undefined) return undefined;
	// The sandbox of Chromium refuses to run as root.
	const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
	try {
		return await run(browser);
	} finally {
		await browser.close();
	}
}
