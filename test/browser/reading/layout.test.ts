import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { pageKinds } from '../sites/page-kinds.js';
import { phone, readerOf } from '../sites/reader.js';
import { slowLine } from '../sites/slow-line.js';

describe.each(['example', 'arabic', 'bare', 'ownHtml', 'network'] as const)('%s', (name) => {
	const { site, tab } = readerOf(name);
	const paths = Object.values(pageKinds[name]);

	test('nothing moves while a page arrives in pieces on a telephone', async () => {
		const line = await slowLine(site().origin);
		const { page } = await tab(phone);
		await page.addInitScript(() => {
			const shifts: number[] = [];
			Object.assign(window, { shifts });
			new PerformanceObserver((list) => {
				for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
			}).observe({ type: 'layout-shift', buffered: true });
		});
		const moved: string[] = [];
		for (const path of paths) {
			await page.goto(site().home.replace(site().origin, line.origin) + path);
			await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
			const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
			// On a busy machine a letter may come to stand a fraction of a pixel elsewhere, which nobody sees.
			if (shifts.reduce((sum, shift) => sum + shift, 0) >= 0.001) moved.push(`${path}: ${shifts.join(', ')}`);
		}
		line.close();
		expect(moved).toEqual([]);
	});

	test('no page is wider than the screen, be it 320, 390 or 1280 pixels', async () => {
		const { page } = await tab(phone);
		const wide: string[] = [];
		for (const path of paths) {
			await page.goto(site().home + path);
			for (const width of [390, 320, 1280]) {
				await page.setViewportSize({ width, height: 800 });
				const sticking = await stickingOut(page);
				if (sticking.length > 0) wide.push(`${path} at ${width}: ${sticking.join(' | ')}`);
			}
		}
		expect(wide).toEqual([]);
	});
});

/** What sticks out of the page's width, apart from what scrolls within it. Empty when the page does not scroll sideways. */
function stickingOut(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const { clientWidth, scrollWidth } = document.documentElement;
		const scrolls = (element: Element): boolean => {
			for (let parent = element.parentElement; parent; parent = parent.parentElement) if (getComputedStyle(parent).overflowX !== 'visible') return true;
			return false;
		};
		const outside = [...document.body.querySelectorAll('*')].filter((element) => {
			const { left, right, width } = element.getBoundingClientRect();
			return width > 1 && (right > clientWidth + 1 || left < -1) && !scrolls(element);
		});
		const names = outside.map((element) => `<${element.tagName.toLowerCase()} class="${element.className}"> ${element.textContent?.trim().slice(0, 40)}`);
		return scrollWidth > clientWidth && names.length === 0 ? [`${scrollWidth} wide`] : names;
	});
}

describe('wide things', () => {
	const { visit } = readerOf('ownHtml');

	test('scroll within the page: tables and code', async () => {
		const { page } = await visit('practices/long-words/', { viewport: { width: 320, height: 800 } });
		for (const selector of ['.prose pre', '.prose .table-scroll']) {
			const { inner, outer } = await page
				.locator(selector)
				.first()
				.evaluate((element) => ({ inner: element.scrollWidth, outer: element.clientWidth }));
			expect(inner, selector).toBeGreaterThan(outer);
			expect(outer, selector).toBeLessThanOrEqual(320);
		}
	});

	test('tables keep their words whole', async () => {
		const { page } = await visit('practices/long-words/', { viewport: { width: 320, height: 800 } });
		const lines = await page
			.locator('.prose td')
			.first()
			.evaluate((cell) => cell.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(cell).lineHeight));
		expect(lines).toBeLessThan(2.5);
	});
});

describe('motion', () => {
	const { visit } = readerOf('example');

	test('is left out for readers who ask for less of it', async () => {
		const { page } = await visit('agreements/income-sharing/', { reducedMotion: 'reduce' });
		const moving = await page.evaluate(() =>
			[...document.querySelectorAll('*')]
				.filter((element) => {
					const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
					return !/^0s(?:, 0s)*$/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth';
				})
				.map(({ tagName }) => tagName),
		);
		expect(moving).toEqual([]);
	});
});
