import { expect, test } from 'vitest';
import { readerOf } from '../sites/reader.js';

const { visit } = readerOf('example');

test('a printed text has its words and facts, and nothing that only works on a screen', async () => {
	const { page } = await visit('agreements/income-sharing/');
	await page.emulateMedia({ media: 'print' });
	for (const selector of ['.site-header', '.site-nav', '.site-footer', '.skip', '.toc', '.copy-this', '.neighbours', 'button']) {
		for (const element of await page.locator(selector).all()) expect(await element.isVisible(), selector).toBe(false);
	}
	for (const text of ['Income sharing', 'What we agree']) expect(await page.getByRole('heading', { name: text, exact: true }).isVisible(), text).toBe(true);
	for (const text of ['Objections', 'Next review', 'Bramble']) expect(await page.locator('.facts').getByText(text).first().isVisible(), text).toBe(true);
});

test('it is black on white, whatever the reader’s colours are', async () => {
	const { page } = await visit('agreements/income-sharing/', { colorScheme: 'dark' });
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	const colours = await page.evaluate(() =>
		['html', 'h1', '.prose p', '.prose code, .facts dd', '.state'].map((selector) => {
			const element = document.querySelector(selector);
			return element && getComputedStyle(element).color;
		}),
	);
	expect(colours.filter((colour) => colour !== null && colour !== 'rgb(0, 0, 0)')).toEqual([]);
	expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgb(255, 255, 255)');
});

test('the book has every text, each on a page of its own, and no word about printing', async () => {
	const { page } = await visit('book/');
	await page.emulateMedia({ media: 'print' });
	const chapters = page.locator('.chapter');
	expect(await chapters.count()).toBe(20);
	expect(await chapters.first().evaluate((chapter) => getComputedStyle(chapter).breakBefore)).toBe('page');
	expect(await page.locator('.screen-only').isVisible()).toBe(false);
	expect((await page.pdf({ format: 'A5' })).length).toBeGreaterThan(50_000);
});
