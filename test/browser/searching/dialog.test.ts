import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readerOf } from '../sites/reader.js';

describe('by keyboard alone', () => {
	const { visit } = readerOf('example');

	test('the first step leads past the header, and what has the focus shows it', async () => {
		const { page } = await visit('agreements/income-sharing/');
		await page.keyboard.press('Tab');
		const skip = page.locator('.skip');
		expect(await skip.evaluate((element) => element === document.activeElement)).toBe(true);
		expect(await skip.isVisible()).toBe(true);
		expect((await skip.boundingBox())?.width).toBeGreaterThan(60);
		await page.keyboard.press('Enter');
		expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
	});

	test('every link and button has an outline while it has the focus', async () => {
		const { page } = await visit('agreements/income-sharing/');
		const bare: string[] = [];
		for (let step = 0; step < 30; step += 1) {
			await page.keyboard.press('Tab');
			const seen = await page.evaluate(() => {
				const element = document.activeElement;
				if (!element || element === document.body) return undefined;
				const { outlineStyle, outlineWidth } = getComputedStyle(element);
				return { name: element.outerHTML.slice(0, 80), outlined: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 };
			});
			if (seen && !seen.outlined) bare.push(seen.name);
		}
		expect(bare).toEqual([]);
	});

	test('a stroke opens the search over a text; what is typed is found, and Enter on a result opens it', async () => {
		const { page } = await visit('agreements/income-sharing/');
		await page.keyboard.press('/');
		await page.getByRole('dialog', { name: 'Search' }).waitFor();
		await page.keyboard.type('repair conversation');
		await page.locator('dialog .results a').first().waitFor();
		expect(await page.getByRole('searchbox').inputValue()).toBe('repair conversation');
		await page.keyboard.press('ArrowDown');
		expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Repair conversation');
		await page.keyboard.press('Enter');
		await page.waitForURL('**/repo/practices/repair-conversation/');
	});

	test('a result is reached by Tab too', async () => {
		const { page } = await visit('agreements/income-sharing/');
		await page.keyboard.press('/');
		await page.getByRole('dialog').waitFor();
		await page.keyboard.type('repair');
		await page.locator('dialog .results a').first().waitFor();
		for (let step = 0; step < 80 && !(await focusIsIn(page, '.results')); step += 1) await page.keyboard.press('Tab');
		expect(await focusIsIn(page, '.results')).toBe(true);
	});

	test('Enter among the words leads to the page of the search, with words and filters', async () => {
		const { page } = await visit('agreements/income-sharing/');
		await page.keyboard.press('/');
		await page.getByRole('dialog').waitFor();
		await page.getByLabel(/^Story/).check();
		await page.getByRole('searchbox').fill('calendar');
		await page.keyboard.press('Enter');
		await page.waitForURL('**/repo/search/?q=calendar&kind=story');
		await page.locator('.results a', { hasText: 'The calendar nobody used' }).waitFor();
	});

	test('Escape closes the search, and the focus is back at the link', async () => {
		const { page } = await visit('agreements/income-sharing/');
		await page.locator('[data-search]').focus();
		await page.keyboard.press('Enter');
		await page.getByRole('dialog').waitFor();
		expect(await page.getByRole('searchbox').evaluate((element) => element === document.activeElement)).toBe(true);
		await page.keyboard.press('Escape');
		await page.getByRole('dialog').waitFor({ state: 'hidden' });
		expect(await page.evaluate(() => document.activeElement?.matches('[data-search]'))).toBe(true);
		expect(new URL(page.url()).pathname).toBe('/repo/agreements/income-sharing/');
	});

	test('opened by a stroke, it gives the focus back to where the reader was', async () => {
		const { page } = await visit('agreements/income-sharing/');
		const link = page.locator('.prose a').first();
		await link.focus();
		await page.keyboard.press('/');
		await page.getByRole('dialog').waitFor();
		await page.keyboard.type('money');
		await page.keyboard.press('Escape');
		// The first Escape may empty the field, as in other search fields.
		if (await page.getByRole('dialog').isVisible()) await page.keyboard.press('Escape');
		await page.getByRole('dialog').waitFor({ state: 'hidden' });
		expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
	});

	test('a stroke typed into a field is a stroke', async () => {
		const { page } = await visit('agreements/income-sharing/');
		await page.keyboard.press('/');
		await page.getByRole('dialog').waitFor();
		await page.keyboard.type('and/or');
		expect(await page.getByRole('searchbox').inputValue()).toBe('and/or');
	});

	test('a stroke with a modifier is left to the browser', async () => {
		const { page } = await visit('agreements/income-sharing/');
		await page.keyboard.press('Control+/');
		await page.waitForTimeout(300);
		expect(await page.getByRole('dialog').count()).toBe(0);
	});

	test('on the page of the search, a stroke leads into its field', async () => {
		const { page } = await visit('search/?kind=practice');
		await page.locator('.results a').first().focus();
		await page.keyboard.press('/');
		expect(await page.getByRole('searchbox').evaluate((element) => element === document.activeElement)).toBe(true);
		expect(await page.getByRole('searchbox').inputValue()).toBe('');
	});

	test('the focus stays in the search while it is open, and what is behind it is out of reach', async () => {
		const { page } = await visit('agreements/income-sharing/');
		await page.keyboard.press('/');
		await page.getByRole('dialog').waitFor();
		for (let step = 0; step < 60; step += 1) {
			await page.keyboard.press('Tab');
			expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null)).toBe(true);
		}
	});
});

describe('by mouse', () => {
	const { visit, site } = readerOf('example');

	test('a click on the link opens the search over the page, the button closes it, and it can be opened again', async () => {
		const { page, log } = await visit('agreements/income-sharing/');
		const before = log.requests.length;
		await page.locator('[data-search]').click();
		await page.getByRole('dialog').waitFor();
		expect(log.requests.length).toBeGreaterThan(before);
		await page.getByRole('button', { name: 'Close' }).click();
		await page.getByRole('dialog').waitFor({ state: 'hidden' });
		await page.locator('[data-search]').click();
		await page.getByRole('dialog').waitFor();
		expect(await page.getByRole('dialog').count()).toBe(1);
		await page.mouse.click(5, 5);
		await page.getByRole('dialog').waitFor({ state: 'hidden' });
	});

	test('a double click opens it once', async () => {
		const { page } = await visit('agreements/income-sharing/');
		await page.locator('[data-search]').dblclick();
		await page.locator('dialog .facets input').first().waitFor();
		await page.waitForLoadState('networkidle');
		expect(await page.locator('dialog').count()).toBe(1);
	});

	test('a page asks for nothing of the search before it is wanted', async () => {
		const { page, log } = await visit('agreements/income-sharing/');
		await page.waitForTimeout(300);
		expect(log.requests.filter((url) => /pagefind|search/i.test(url))).toEqual([]);
		// The one that waits for the reader's wish.
		expect(log.requests.filter((url) => url.endsWith('.js'))).toHaveLength(1);
	});

	test('a click with a modifier opens the page of the search beside this one', async () => {
		const { page } = await visit('agreements/income-sharing/');
		const [opened] = await Promise.all([page.context().waitForEvent('page'), page.locator('[data-search]').click({ modifiers: ['ControlOrMeta'] })]);
		await opened.waitForURL('**/repo/search/');
		expect(await page.getByRole('dialog').count()).toBe(0);
	});

	test.each(['script', 'page'])('when the %s of the search cannot be loaded, the link leads to its page', async (part) => {
		const { page } = await visit('agreements/income-sharing/');
		const isDocument = (type: string): boolean => type === 'document';
		await page.route(part === 'script' ? '**/_astro/*.js' : '**/search/', (route) => (isDocument(route.request().resourceType()) ? route.continue() : route.abort()));
		await page.locator('[data-search]').click();
		await page.waitForURL(`${site().home}search/`);
		expect(await page.locator('h1').innerText()).toBe('Search');
	});

	test('when the index cannot be loaded, the search says so, and works once it can', async () => {
		const { page } = await visit('agreements/income-sharing/');
		await page.route('**/pagefind/**', (route) => route.abort());
		await page.locator('[data-search]').click();
		await page.getByText('The search could not be loaded.').waitFor();
		await page.unroute('**/pagefind/**');
		await page.getByRole('searchbox').fill('money');
		await page.locator('.results a').first().waitFor();
	});

	test('headings of a text that are named like parts of the search do not get in its way', async () => {
		const { page } = await visit('agreements/income-sharing/');
		await page.evaluate(() => {
			for (const id of ['search-panel', 'search-words', 'search', 'main']) document.querySelector('.prose')?.prepend(Object.assign(document.createElement('h2'), { id, textContent: id }));
		});
		await page.locator('[data-search]').click();
		await page.getByRole('dialog').waitFor();
		await page.getByRole('searchbox').fill('money');
		await page.locator('dialog .results a').first().waitFor();
	});
});

describe('over a text with headings that are named like parts of the page', () => {
	const { visit } = readerOf('ownHtml');

	test.each(['pages/raw/', 'pages/ids/'])('the search opens and finds (%s)', async (path) => {
		const { page, log } = await visit(path);
		await page.keyboard.press('/');
		await page.getByRole('dialog').waitFor();
		await page.keyboard.type('component');
		await page.locator('dialog .results a').first().waitFor();
		expect(log.errors).toEqual([]);
	});

	test('the way past the header leads to the page’s own text', async () => {
		const { page } = await visit('pages/ids/');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
	});
});

function focusIsIn(page: Page, selector: string): Promise<boolean> {
	return page.evaluate((place) => document.activeElement?.closest(place) !== null, selector);
}
