import { describe, expect, test } from 'vitest';
import { outputText } from '../sites/output-files.js';
import { readerOf } from '../sites/reader.js';

describe('a text is put into the reader’s repository', () => {
	const { site, visit } = readerOf('example');
	const path = 'practices/monday-check-in';

	test('by a link to a new file that has the text in it', async () => {
		const { page, log } = await visit(`${path}/`);
		await page.getByRole('link', { name: 'Put it into your repository' }).click();
		await page.getByRole('textbox').fill('github.com/fern/handbook');
		await page.getByRole('textbox').press('Enter');
		const link = page.getByRole('link', { name: 'Open content/practices/monday-check-in.md in your repository' });
		await link.waitFor();
		const url = new URL((await link.getAttribute('href')) ?? '');
		expect(url.origin + url.pathname).toBe('https://github.com/fern/handbook/new/HEAD');
		expect(url.searchParams.get('filename')).toBe('content/practices/monday-check-in.md');
		expect(url.searchParams.get('value')).toBe(outputText(site(), `${path}.copy.md`));
		expect(await page.getByRole('button', { name: 'Copy this' }).isVisible()).toBe(false);
		expect([log.errors, log.violations]).toEqual([[], []]);
	});

	test('or, where the host takes no text, pasted', async () => {
		const { page } = await visit(`copy/open/?text=${path}&to=practices/monday-check-in.md`, { permissions: ['clipboard-read', 'clipboard-write'] });
		await page.getByRole('textbox').fill('https://gitlab.com/fern/handbook');
		await page.getByRole('textbox').press('Enter');
		await page.getByRole('button', { name: 'Copy this' }).click();
		await page.getByRole('button', { name: 'Copied' }).waitFor();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(outputText(site(), `${path}.copy.md`));
	});

	test('which is told when it cannot be', async () => {
		const { page } = await visit(`copy/open/?text=${path}&to=practices/monday-check-in.md`);
		await page.getByRole('textbox').fill('example.org');
		await page.getByRole('textbox').press('Enter');
		await page.getByText('This address is not known here.').waitFor();
		await page.goto(page.url().replace(/\?.*/, '?text=../../x&to=//evil'));
		await page.getByText('No text is chosen.').waitFor();
	});

	test('by hand without JavaScript: the file can be saved, and the steps are there', async () => {
		const { page } = await visit(`${path}/`, { javaScriptEnabled: false });
		const file = page.getByRole('link', { name: 'Save as a file' });
		expect([await file.getAttribute('download'), await file.getAttribute('href')]).toEqual(['monday-check-in.md', `${site().base}${path}.copy.md`]);
		await page.getByRole('link', { name: 'Put it into your repository' }).click();
		expect(await page.locator('noscript').innerText()).toContain('The link needs JavaScript.');
		expect(await page.getByRole('listitem').filter({ hasText: 'Upload files' }).isVisible()).toBe(true);
		expect(await page.locator('.open-form').isVisible()).toBe(false);
	});
});
