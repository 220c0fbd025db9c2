import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { formerAddresses, pageKinds } from '../sites/page-kinds.js';
import { readerOf } from '../sites/reader.js';

type Result = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describe.each(['example', 'arabic', 'bare', 'ownHtml', 'network'] as const)('axe finds nothing in %s', (name) => {
	const { site, sharedTab } = readerOf(name);

	test.each(Object.entries(pageKinds[name]))('%s', async (_kind, path) => {
		const { page } = sharedTab();
		await page.goto(site().home + path);
		await expectNothing(page);
	});
});

describe.each(['example', 'arabic'] as const)('axe finds nothing in %s', (name) => {
	const { site, sharedTab } = readerOf(name);

	test('search with results', async () => {
		const { page } = sharedTab();
		await page.goto(`${site().home}search/?kind=practice`);
		await page.locator('.results li').first().waitFor();
		await expectNothing(page);
	});

	test('the words that a search has found', async () => {
		const { page } = sharedTab();
		await page.goto(`${site().home}search/?kind=practice`);
		const [word = ''] = (await page.locator('.results li a').first().innerText()).split(' ');
		await page.goto(`${site().home}search/?q=${encodeURIComponent(word)}`);
		await page.locator('.results mark').first().waitFor();
		await expectNothing(page);
	});

	test('search over a page', async () => {
		const { page } = sharedTab();
		await page.goto(`${site().home}copy/`);
		await page.locator('[data-search]').click();
		await page.getByRole('dialog').waitFor();
		await page.locator('.facet-list input').first().check();
		await page.locator('.results li').first().waitFor();
		await expectNothing(page);
	});

	test('a page that has moved', async () => {
		const { page } = sharedTab();
		const address = site().home + formerAddresses[name];
		const moved = (await (await fetch(address)).text()).replace(/<meta http-equiv="refresh"[^>]*>/, '');
		await page.route(address, (route) => route.fulfill({ body: moved, contentType: 'text/html; charset=utf-8' }));
		await page.goto(address);
		expect(page.url()).toBe(address);
		await expectNothing(page);
	});
});

describe('the picture beside the name of a site', () => {
	const { visit } = readerOf('example');

	test.each(['light', 'dark'] as const)('stands out from a page that is %s', async (colorScheme) => {
		const { page } = await visit('', { colorScheme });
		expect(await page.evaluate(contrastOfPicture)).toBeGreaterThan(3);
	});
});

/** The contrast between the strongest colour of the picture and the page, as WCAG reckons it. */
function contrastOfPicture(): number {
	const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 64 }).getContext('2d');
	const picture = document.querySelector<HTMLImageElement>('.site-name img');
	if (!canvas || !picture) return 0;
	const luminance = (colour: ArrayLike<number>): number =>
		[0.2126, 0.7152, 0.0722].reduce((sum, part, index) => {
			const value = (colour[index] ?? 0) / 255;
			return sum + part * (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
		}, 0);
	canvas.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
	canvas.fillRect(0, 0, 64, 64);
	const paper = luminance(canvas.getImageData(0, 0, 1, 1).data);
	canvas.drawImage(picture, 0, 0, 64, 64);
	const { data } = canvas.getImageData(0, 0, 64, 64);
	return Math.max(...Array.from({ length: 64 * 64 }, (_, pixel) => luminance(data.subarray(pixel * 4, pixel * 4 + 3))).map((ink) => (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05)));
}

/** Everything in light, and what depends on colours once more in dark. */
async function expectNothing(page: Page): Promise<void> {
	await page.emulateMedia({ colorScheme: 'light' });
	const light = await new AxeBuilder({ page }).setLegacyMode().withTags(rules).analyze();
	await page.emulateMedia({ colorScheme: 'dark' });
	// axe stands in the page by now.
	const dark = await page.evaluate(() =>
		(window as unknown as { axe: { run(options: unknown): Promise<{ violations: Result[] }> } }).axe.run({ runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }),
	);
	const found = [...light.violations, ...dark.violations].flatMap(({ id, nodes }) =>
		nodes.map(({ html, any, all, none }) => `${id}: ${html.slice(0, 200)} ${[...any, ...all, ...none].map(({ message }) => message).join('; ')}`),
	);
	expect(found).toEqual([]);
	expect(light.passes.length).toBeGreaterThan(15);
}
