import { describe, expect, test } from 'vitest';
import { pageKinds } from '../sites/page-kinds.js';
import { readerOf } from '../sites/reader.js';

describe('without JavaScript', () => {
	const { site, tab, visit } = readerOf('example');
	const off = { javaScriptEnabled: false };

	test('every page shows its words, and no button that does nothing', async () => {
		const { page } = await tab(off);
		for (const path of Object.values(pageKinds.example)) {
			await page.goto(site().home + path);
			expect(await page.locator('h1').isVisible(), path).toBe(true);
			for (const button of await page.getByRole('button').all()) expect(await button.isVisible(), path).toBe(false);
		}
	});

	test('the link of the search leads to its page, which lists every kind in its place', async () => {
		const { page } = await visit('agreements/income-sharing/', off);
		await page.locator('[data-search]').click();
		expect(new URL(page.url()).pathname).toBe('/repo/search/');
		for (const kind of ['Agreements', 'Practices', 'Roles', 'Decisions', 'Stories', 'Pages']) expect(await page.locator('main').getByRole('link', { name: kind, exact: true }).isVisible()).toBe(true);
		expect(await page.locator('noscript p').isVisible()).toBe(true);
		expect(await page.getByRole('searchbox').isVisible()).toBe(false);
		expect(await page.locator('.facets').isVisible()).toBe(false);
	});

	test('a reader gets from the home page to any text by links alone', async () => {
		const { page } = await visit('', off);
		await page.locator('.site-nav').getByRole('link', { name: 'Practices' }).click();
		await page.getByRole('link', { name: 'Money round' }).click();
		expect(await page.locator('h1').innerText()).toBe('Money round');
		await page.getByRole('link', { name: 'Markdown source' }).click();
		expect(await page.locator('body').innerText()).toContain('title: Money round');
	});

	test('a text that has moved is found', async () => {
		const { page } = await visit('agreements/one-pot/', off);
		await page.waitForURL('**/agreements/income-sharing/');
		expect(await page.locator('h1').innerText()).toBe('Income sharing');
	});
});
