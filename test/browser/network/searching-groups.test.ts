import { describe, expect, test } from 'vitest';
import { phone, readerOf } from '../sites/reader.js';

describe('the search over groups', () => {
	const { visit, site, tab } = readerOf('network');

	test('begins on the home page, without any script', async () => {
		const { page } = await visit('', { ...phone, javaScriptEnabled: false });
		await page.getByRole('searchbox').fill('care');
		await page.getByRole('button', { name: 'Search' }).click();
		expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/commons/search/?q=care');
	});

	test('finds texts of several groups, and says whose they are and where these are at home', async () => {
		const { page } = await visit('search/?kind=practice');
		await page.locator('.results li').first().waitFor();
		const groups = new Set(await page.locator('.results .card-notes span:nth-child(2)').allInnerTexts());
		expect(groups).toContain('Example Pod · pod.example/repo');
		expect(groups.size).toBe(3);
	});

	test('is narrowed by group, country and size of the group, and each text opens as its mirrored copy', async () => {
		const { page } = await visit('search/');
		for (const facet of ['group', 'country', 'size']) {
			const box = page.locator(`.facets input[name="${facet}"]`).first();
			await box.check();
			await page.locator('.results li').first().waitFor();
			const count = await box.locator('..').locator('.count').innerText();
			await expect.poll(() => page.locator('.search-status').innerText()).toBe(`${count} ${count === '1' ? 'result' : 'results'}`);
			await page.getByRole('button', { name: 'Clear all' }).click();
			await page.getByText('Type a word, or choose a filter').waitFor();
		}
		await page.getByRole('searchbox').fill('income');
		await page.locator('.results a').first().waitFor();
		await page.locator('.results a').first().click();
		await page.waitForURL(/groups\/example-pod\//);
		expect(await page.getByRole('complementary', { name: 'Where this text is at home' }).getByRole('link', { name: 'Read it at its home' }).getAttribute('href')).toMatch(
			/^https:\/\/pod\.example\/repo\//,
		);
		expect(page.url().startsWith(`${site().home}groups/example-pod/`)).toBe(true);
	});

	test('of a very large index loads the facets only when they are asked for', async () => {
		const { page, log } = await tab();
		const address = `${site().home}search/?q=care`;
		const large = (await (await fetch(address)).text()).replace('&quot;facetsLater&quot;:false', '&quot;facetsLater&quot;:true').replace('"facetsLater":false', '"facetsLater":true');
		await page.route(address, (route) => route.fulfill({ body: large, contentType: 'text/html; charset=utf-8' }));
		await page.goto(address);
		await page.locator('.results li').first().waitFor();
		// The short list of what is no longer in use, which is left out, and no other.
		expect(log.requests.filter((url) => url.includes('pf_filter'))).toHaveLength(1);
		await page.getByText('Narrow down').click();
		await page.locator('.facets input[name="kind"][value="practice"]').check();
		await expect.poll(async () => new Set(await page.locator('.results .card-notes span:first-child').allInnerTexts())).toEqual(new Set(['Practice']));
		await page.goto(`${site().home}search/?q=care&kind=practice`);
		await page.locator('.facets input[name="kind"][value="practice"]:checked').waitFor();
	});

	test('finds what has been in use for so long at least', async () => {
		const { page } = await visit('search/?inUse=2');
		await page.locator('.results li').first().waitFor();
		const titles = await page.locator('.results .card-title').allInnerTexts();
		expect(titles).toContain('Monday check-in');
		expect(titles).not.toContain('Income sharing');
	});
});

describe('the feeds', () => {
	const { visit, site } = readerOf('network');

	test('are XML with what its formats ask for', async () => {
		const { page } = await visit('feeds/');
		const parsed = await page.evaluate(async (base) => {
			const read = async (name: string) => new DOMParser().parseFromString(await (await fetch(base + name)).text(), 'text/xml');
			const [atom, opml] = [await read('feed.xml'), await read('handbooks.opml')];
			const entries = [...atom.getElementsByTagName('entry')];
			return {
				broken: [atom, opml].filter((document) => document.querySelector('parsererror')).length,
				root: `${atom.documentElement.namespaceURI} ${atom.documentElement.localName} ${opml.documentElement.localName} ${opml.documentElement.getAttribute('version')}`,
				lacking: entries.flatMap((entry) => ['id', 'title', 'updated', 'link', 'author'].filter((name) => entry.getElementsByTagName(name).length !== 1)),
				ids: new Set(entries.map((entry) => entry.getElementsByTagName('id')[0]?.textContent)).size === entries.length,
				count: entries.length,
				handbooks: [...opml.getElementsByTagName('outline')].map((outline) => outline.getAttribute('url')),
			};
		}, site().base);
		expect(parsed).toMatchObject({ broken: 0, root: 'http://www.w3.org/2005/Atom feed opml 2.0', lacking: [], ids: true });
		expect(parsed.count).toBeGreaterThan(10);
		expect(parsed.handbooks).toEqual(['https://pod.example/dalil/', 'https://pod.example/repo/', 'https://pod.example/']);
	});
});
