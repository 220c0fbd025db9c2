import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { phone, readerOf } from '../sites/reader.js';

describe('the page of the search', () => {
	const { visit, site } = readerOf('example');

	test('finds words, and shows for each result its title, kind, group, summary and the place', async () => {
		const { page } = await visit('search/');
		await page.getByRole('searchbox').fill('letterbox');
		const status = page.locator('.search-status');
		await page.locator('.results li').first().waitFor();
		expect(await status.innerText()).toMatch(/^\d+ results?$/);
		await page.getByRole('searchbox').fill('pot of tea');
		const result = page.locator('.results li', { has: page.getByRole('link', { name: 'Monday check-in', exact: true }) });
		await result.waitFor();
		for (const text of ['Practice', 'Example Pod']) expect(await result.locator('.card-notes').getByText(text, { exact: true }).isVisible(), text).toBe(true);
		expect(await result.locator('.summary').innerText()).toContain('Each of us says how we are');
		expect(await result.locator('mark').count()).toBeGreaterThan(0);
	});

	test('leads to the texts, right under the base', async () => {
		const { page } = await visit('search/?q=tea');
		await page.locator('.results a').first().waitFor();
		for (const link of await page.locator('.results a').all()) {
			const href = (await link.getAttribute('href')) ?? '';
			expect(href).toMatch(/^\/repo\/[a-z]+\/[a-z-]+\/$/);
			expect((await fetch(site().origin + href)).status).toBe(200);
		}
	});

	test('narrows by each facet alone, says how much is found, and keeps it in the address', async () => {
		const { page } = await visit('search/');
		const facets: [string, string, number?][] = [
			['kind', 'role', 2],
			['topic', 'van'],
			['reason', 'care'],
			['status', 'superseded', 1],
			['language', 'es', 1],
			['duration', 'long'],
			['groupSize', 'small'],
			['setting', 'inPerson'],
		];
		for (const [facet, value, count] of facets) {
			const box = page.locator(`.facets input[name="${facet}"][value="${value}"]`);
			await box.check();
			await expect.poll(() => new URL(page.url()).search).toBe(`?${facet}=${value}`);
			const shown = await countShown(page);
			expect(shown, facet).toBeGreaterThan(0);
			expect(shown, facet).toBeLessThan(20);
			if (count !== undefined) expect(shown, facet).toBe(count);
			await expect.poll(() => box.locator('..').locator('.count').innerText()).toBe(String(shown));
			await page.getByRole('button', { name: 'Clear all' }).click();
			await page.getByText('Type a word, or choose a filter').waitFor();
		}
	});

	test('leaves out what is no longer in use, says so, shows it when asked to, and keeps that in the address', async () => {
		const { page } = await visit('search/?q=equal+shares+pot');
		const old = page.locator('.results li', { has: page.getByRole('link', { name: 'Equal shares', exact: true }) });
		const offer = page.getByRole('button', { name: 'Show 1 more that is no longer in use' });
		await offer.waitFor();
		expect(await old.count()).toBe(0);
		await offer.click();
		await old.waitFor();
		expect(await old.locator('.card-notes').getByText('No longer in use', { exact: true }).isVisible()).toBe(true);
		expect(await offer.isVisible()).toBe(false);
		expect(new URL(page.url()).search).toBe('?q=equal+shares+pot&past=yes');
		await page.reload();
		await old.waitFor();
		await page.getByLabel('Also show what is no longer in use').uncheck();
		await offer.waitFor();
		expect(await old.count()).toBe(0);
	});

	test('joins values of one facet with “or”, and facets with “and”', async () => {
		const { page } = await visit('search/?kind=role&kind=story');
		expect(await countShown(page)).toBe(4);
		await page.locator('input[name="reason"][value="proof"]').check();
		await expect.poll(() => countShown(page)).toBeLessThan(4);
		await page.getByRole('button', { name: 'Clear all' }).click();
		await expect.poll(() => page.locator('.results li').count()).toBe(0);
		expect(await page.locator('.search-status').innerText()).toBe('Type a word, or choose a filter to look around.');
		expect(new URL(page.url()).search).toBe('');
	});

	test('keeps words and filters in the address, over a reload and back from a result', async () => {
		const { page } = await visit('search/');
		await page.getByRole('searchbox').fill('money');
		await page.locator('input[name="kind"][value="practice"]').check();
		await expect.poll(() => new URL(page.url()).search).toBe('?q=money&kind=practice');
		await page.locator('.results a').first().waitFor();
		const before = await page.locator('.results a').allInnerTexts();
		const expectSame = async (): Promise<void> => {
			await page.locator('.results a').first().waitFor();
			expect(await page.getByRole('searchbox').inputValue()).toBe('money');
			expect(await page.locator('input[name="kind"][value="practice"]').isChecked()).toBe(true);
			await expect.poll(() => page.locator('.results a').allInnerTexts()).toEqual(before);
		};
		await page.reload();
		await expectSame();
		await page.locator('.results a').first().click();
		await page.waitForURL('**/practices/**');
		await page.goBack();
		await expectSame();
	});

	test('says when nothing is found, and what to do', async () => {
		const { page } = await visit('search/?q=xylophonequartet');
		await page.getByText('Nothing found. Try fewer or other words').waitFor();
		expect(await page.locator('.results li').count()).toBe(0);
	});

	test('shows ten results and more on demand, with the focus on the first new one', async () => {
		const { page } = await visit('search/?language=en&past=yes');
		await page.locator('.results li').nth(9).waitFor();
		expect(await page.locator('.results li').count()).toBe(10);
		const more = page.getByRole('button', { name: 'Show more' });
		await more.click();
		await page.locator('.results li').nth(18).waitFor();
		expect(await page.locator('.results li').count()).toBe(19);
		expect(await more.isVisible()).toBe(false);
		expect(await page.evaluate(() => document.activeElement === document.querySelectorAll('.results a')[10])).toBe(true);
	});

	test('dims filters that would find nothing, and keeps them within reach', async () => {
		const { page } = await visit('search/?kind=role');
		await countShown(page);
		const story = page.locator('input[name="setting"]').first();
		await expect.poll(() => story.locator('..').getAttribute('class')).toContain('empty');
		expect(await story.isEnabled()).toBe(true);
	});

	test('shows what is typed last, however slow an earlier answer is', async () => {
		const { page } = await visit('search/');
		await page.getByRole('searchbox').fill('money');
		await page.getByRole('searchbox').fill('xylophonequartet');
		await page.getByText('Nothing found.').waitFor();
		await page.waitForTimeout(400);
		expect(await page.locator('.results li').count()).toBe(0);
	});

	test('takes words from the address as words', async () => {
		const { page, log } = await visit(`search/?q=${encodeURIComponent('<img src=x onerror=alert(1)> "tea"')}&kind=<b>`);
		await page.waitForFunction(() => document.querySelector<HTMLInputElement>('input[name=q]')?.value !== '');
		expect(await page.getByRole('searchbox').inputValue()).toBe('<img src=x onerror=alert(1)> "tea"');
		expect(await page.locator('main img').count()).toBe(0);
		expect(log.violations).toEqual([]);
	});

	test('folds its filters on a telephone', async () => {
		const { page } = await visit('search/', phone);
		const list = page.locator('.facet-list');
		expect(await list.isVisible()).toBe(false);
		await page.locator('.facets summary').click();
		await page.locator('input[name="kind"][value="role"]').check();
		await expect.poll(() => page.locator('.results li').count()).toBe(2);
	});
});

describe('the page of the search in Arabic', () => {
	const { visit } = readerOf('arabic');

	test('finds Arabic words, and names facets and values in Arabic', async () => {
		const { page } = await visit('search/');
		await page.getByRole('searchbox').fill('اللوح');
		await page.locator('.results li').first().waitFor();
		expect(await page.locator('.results a').allInnerTexts()).toContain('الأدوات المشتركة');
		const facets = await page.locator('.facets').innerText();
		for (const word of ['النوع', 'الموضوع', 'اللغة', 'الإنجليزية', 'العربية', 'قيد التجربة', 'عبر الإنترنت', 'اتفاق']) expect(facets).toContain(word);
		expect(await page.locator('.search-status').innerText()).toMatch(/نتائج|نتيجة|نتيجتان/);
	});

	test('finds English texts of the same handbook', async () => {
		const { page } = await visit('search/?q=candle');
		await page.locator('.results a', { hasText: 'An evening round' }).waitFor();
		const link = page.locator('.results a', { hasText: 'An evening round' });
		expect(await link.getAttribute('lang')).toBe('en');
		expect(await link.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
	});
});

async function countShown(page: Page): Promise<number> {
	await page.waitForFunction(() => /^\d+ result/.test(document.querySelector('.search-status')?.textContent ?? ''));
	return Number.parseInt(await page.locator('.search-status').innerText(), 10);
}
