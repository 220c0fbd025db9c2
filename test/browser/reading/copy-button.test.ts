import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { outputText } from '../sites/output-files.js';
import { readerOf } from '../sites/reader.js';

describe('the button that copies a text', () => {
	const { site, visit } = readerOf('example');
	const path = 'practices/monday-check-in';

	test('puts its source with its lineage on the clipboard, and says so', async () => {
		const { page } = await visit(`${path}/`, { permissions: ['clipboard-read', 'clipboard-write'] });
		await page.getByRole('button', { name: 'Copy this' }).click();
		await page.getByRole('button', { name: 'Copied' }).waitFor();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(outputText(site(), `${path}.copy.md`));
	});

	test('says when it could not', async () => {
		const { page } = await visit(`${path}/`);
		await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('not allowed')) } }));
		await page.getByRole('button', { name: 'Copy this' }).click();
		await page.getByRole('button', { name: 'Could not copy. Open the source instead.' }).waitFor();
	});

	test('never puts an error page of the server on the clipboard', async () => {
		const { page } = await visit(`${path}/`, { permissions: ['clipboard-read', 'clipboard-write'] });
		await page.route('**/*.md', (route) => route.fulfill({ status: 503, body: 'Try again later' }));
		await page.getByRole('button', { name: 'Copy this' }).click();
		await page.getByRole('button', { name: 'Could not copy. Open the source instead.' }).waitFor();
	});

	test('works by keyboard', async () => {
		const { page } = await visit(`${path}/`, { permissions: ['clipboard-read', 'clipboard-write'] });
		await page.getByRole('button', { name: 'Copy this' }).focus();
		await page.keyboard.press('Enter');
		await page.getByRole('button', { name: 'Copied' }).waitFor();
	});

	test('is not there without JavaScript, where the link beside it is', async () => {
		const { page } = await visit(`${path}/`, { javaScriptEnabled: false });
		expect(await page.locator('[data-copy]').isVisible()).toBe(false);
		const href = await page.getByRole('link', { name: 'Markdown source' }).getAttribute('href');
		expect(Buffer.from(await (await fetch(site().origin + href)).arrayBuffer())).toEqual(readFileSync(join(site().root, 'content', `${path}.md`)));
	});
});
