import { describe, expect, test } from 'vitest';
import { formerAddresses, pageKinds } from '../sites/page-kinds.js';
import { readerOf } from '../sites/reader.js';

describe.each(['example', 'arabic', 'bare', 'ownHtml', 'network'] as const)('%s', (name) => {
	const { site, tab } = readerOf(name);

	test('no page asks another host for anything, breaks its own policy or has a mistake in its script', async () => {
		const { page, log } = await tab();
		const former = Object.entries(formerAddresses).flatMap(([key, path]) => (key === name ? [path] : []));
		for (const path of Object.values(pageKinds[name])) {
			await page.goto(site().home + path);
			expect(await page.evaluate(() => 'ran' in window), path).toBe(false);
		}
		for (const path of former) {
			await page.goto(site().home + path);
			await page.waitForURL((url) => !url.pathname.endsWith(path));
		}
		expect(log.requests.filter((url) => new URL(url).origin !== site().origin)).toEqual([]);
		expect(log.requests.length).toBeGreaterThan(Object.keys(pageKinds[name]).length * 2);
		expect({ errors: log.errors, violations: log.violations }).toEqual({ errors: [], violations: [] });
	});

	test('neither does the search, in its dialog and on its page', async () => {
		const { page, log } = await tab();
		await page.goto(site().home);
		await page.keyboard.press('/');
		await page.getByRole('dialog').waitFor();
		await page.keyboard.type('a');
		await page.waitForFunction(() => /\p{Nd}/u.test(document.querySelector('.search-status')?.textContent ?? ''));
		await page.goto(`${site().home}search/?q=a`);
		await page.locator('.results li').first().waitFor();
		expect(log.requests.filter((url) => new URL(url).origin !== site().origin)).toEqual([]);
		expect(log.requests.some((url) => url.includes('.pf_fragment'))).toBe(true);
		expect({ errors: log.errors, violations: log.violations }).toEqual({ errors: [], violations: [] });
	});
});

describe('the measurement itself', () => {
	const { site, visit } = readerOf('example');

	test('sees a request to another host, a broken policy and a mistake', async () => {
		const { page, log } = await visit('');
		await page.evaluate(() => {
			document.body.append(Object.assign(new Image(), { src: 'https://tracker.example/x.png' }));
			document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = true' }));
			setTimeout(() => {
				throw new Error('a mistake');
			});
		});
		await expect.poll(() => log.violations.length).toBe(2);
		expect(log.violations.join()).toContain('https://tracker.example/x.png');
		expect(log.errors.join()).toContain('a mistake');
		expect(await page.evaluate(() => 'ran' in window)).toBe(false);
		expect(site().origin).toContain('127.0.0.1');
	});
});
