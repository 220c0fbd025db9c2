import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { phone, readerOf } from '../sites/reader.js';

describe('a handbook in Arabic', () => {
	const { visit } = readerOf('arabic');

	test.each([
		['wide', {}],
		['a telephone', phone],
	] as const)('is mirrored: header, facts and lists begin at the right (%s)', async (_screen, options) => {
		const { page } = await visit('agreements/shared-tools/', options);
		expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual(['ar', 'rtl']);
		const name = await box(page, '.site-name');
		const search = await box(page, '.search-link');
		expect(search.right).toBeLessThan(name.left);
		const glance = await box(page, '.facts-glance');
		const firstFact = await box(page, '.facts-glance .fact');
		expect(firstFact.right).toBeCloseTo(glance.right, 0);
		const list = await box(page, '.facts-full ul:not(.records, .link-list)');
		const item = await box(page, '.facts-full ul:not(.records, .link-list) > li');
		expect(item.right).toBeLessThan(list.right - 5);
		expect(item.left).toBeCloseTo(list.left, 0);
	});

	test('has its margin at the left, where there is room for one', async () => {
		const { page } = await visit('agreements/shared-tools/');
		expect((await box(page, '.margin')).right).toBeLessThanOrEqual((await box(page, '.entry-body')).left);
	});

	test('shows code from left to right', async () => {
		const { page } = await visit('agreements/shared-tools/');
		const styles = await page.locator('.prose pre').evaluate((element) => {
			const { direction, textAlign } = getComputedStyle(element);
			return { direction, textAlign };
		});
		expect(styles).toEqual({ direction: 'ltr', textAlign: 'left' });
	});

	test('shows a text in English from left to right, under its own language', async () => {
		const { page } = await visit('practices/evening-round/');
		for (const selector of ['h1', '.prose'])
			expect(
				await page
					.locator(selector)
					.first()
					.evaluate((element) => [element.getAttribute('lang'), getComputedStyle(element).direction]),
			).toEqual(['en', 'ltr']);
		const entry = await box(page, '.prose');
		expect((await box(page, '.prose h2')).left).toBeCloseTo(entry.left, 0);
		expect(await page.locator('.site-header').evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
	});

	test('speaks Arabic in its own words, dates and numbers', async () => {
		const { page } = await visit('agreements/shared-tools/');
		const words = await page.locator('body').innerText();
		for (const word of ['قيد التجربة', 'كل 6 أشهر', 'البحث', 'نسخ هذا النص', 'انظروا أيضًا', 'بموجب رخصة']) expect(words).toContain(word);
		expect(words).not.toMatch(/\b(?:Search|Copy|Licence|Review|Adopted)\b/);
	});
});

describe('a handbook in Spanish', () => {
	const { visit } = readerOf('spanish');

	test('speaks Spanish', async () => {
		const { page } = await visit('practices/rueda/');
		expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual(['es', 'ltr']);
		const words = await page.locator('body').innerText();
		for (const word of ['Buscar', 'Prácticas', '15 minutos']) expect(words).toContain(word);
		expect(words).not.toMatch(/\b(?:Search|Copy|Licence|minutes)\b/);
	});
});

/** Where the first element that a selector finds stands in the window. */
function box(page: Page, selector: string): Promise<{ left: number; right: number }> {
	return page
		.locator(selector)
		.first()
		.evaluate((element) => {
			const { left, right } = element.getBoundingClientRect();
			return { left, right };
		});
}
