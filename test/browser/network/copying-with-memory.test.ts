import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../../../src/cli/demo/build-site.js';
import { crawlLocal } from '../../../src/cli/demo/crawl-local.js';
import { type SiteServer, serveSites } from '../../../src/cli/demo/serve-sites.js';
import { callSporeprint } from '../../mini-handbook.js';
import { openTab, startBrowser } from '../sites/browser.js';
import { scratchFolder } from '../sites/built-site.js';
import { repository } from '../sites/package-copy.js';

const ladders = [
	'---',
	'title: Ladder round',
	'duration: 20',
	'groupSize: 12',
	'basedOn: [{ url: https://oak.example/rounds/, title: Rounds, group: Oak, relation: adapted }]',
	'---',
	'',
	'We look at every ladder together, from the feet to the top.',
	'',
	'Whoever finds a crack says so at once, and hangs a red ribbon on it.',
	'',
	'At the end we sing.',
	'',
	'[Click](javascript:alert(1)) <script>window.stranger = true</script> {process.exit()}',
	'',
].join('\n');

/** Two handbooks and an index over both, on this computer. */
describe('a practice that is copied', () => {
	const home = scratchFolder('copying-with-memory');
	const folder = (name: string) => join(home, 'sites', name);
	const root = (name: string) => join(home, name);
	let browser: Browser;
	let server: SiteServer;
	let page: Page;
	let errors: string[];

	const write = (path: string, text: string): void => {
		mkdirSync(dirname(join(home, path)), { recursive: true });
		writeFileSync(join(home, path), text);
	};
	const read = (path: string): string => readFileSync(join(home, path), 'utf8');
	const address = (name: string, path = '') => `http://127.0.0.1:${server.port}/${name}/${path}`;
	const publish = async (name: string): Promise<void> => {
		const { ok, output } = await buildSite({ root: root(name), outDir: folder(name), site: `http://127.0.0.1:${server.port}`, base: `/${name}/` });
		if (!ok) throw new Error(output);
	};
	/** Gathers both handbooks on a day, and builds the index. */
	const gather = async (day: string): Promise<Record<string, string>> => {
		const { members } = await crawlLocal(root('index'), new Date(`${day}T12:00:00Z`));
		await publish('index');
		return Object.fromEntries(members.map(({ id, state }) => [id, state]));
	};
	const sporeprint = (day: string, ...args: string[]) => callSporeprint([...args, '--allow-private'], { cwd: root('fern'), today: day, now: new Date(`${day}T12:00:00Z`) });
	const words = async (path: string): Promise<string> => {
		await page.goto(address('index', path));
		return (await page.locator('main').innerText()).replace(/[\u2066-\u2069]/g, '');
	};

	beforeAll(async () => {
		browser = await startBrowser();
		server = await serveSites(
			['moss', 'fern', 'index'].map((name) => ({ path: name, folder: folder(name) })),
			0,
		);
		for (const name of ['moss', 'fern', 'index']) {
			mkdirSync(root(name), { recursive: true });
			cpSync(join(repository, 'templates', name === 'index' ? 'network' : 'handbook', 'astro.config.mjs'), join(root(name), 'astro.config.mjs'));
			write(`${name}/package.json`, '{ "private": true, "type": "module" }\n');
		}
		for (const name of ['moss', 'fern']) {
			write(`${name}/content/group.md`, `---\nname: ${name === 'moss' ? 'Moss' : 'Fern'}\nlicence: CC-BY-SA-4.0\nnetworks: [${address('index')}]\nurl: ${address(name)}\n---\n`);
			write(`index/content/members/${name}.yml`, `url: ${address(name)}\n`);
		}
		write('index/content/network.md', `---\nname: Commons\nurl: ${address('index')}\n---\n`);
		write('moss/content/practices/ladder-round.md', ladders);
		const tab = await openTab(browser);
		page = tab.page;
		errors = tab.log.errors;
	});

	afterAll(async () => {
		server?.close();
		await browser?.close();
	});

	test('adopted and changed, it is one family with its source, and their difference is shown', async () => {
		await publish('moss');
		expect(await sporeprint('2026-05-01', 'adopt', address('moss', 'practices/ladder-round/'))).toMatchObject({ code: 0 });
		const copy = read('fern/content/practices/ladder-round.md');
		expect(copy).not.toMatch(/<script|javascript:|[^\\]\{process/);
		write(
			'fern/content/practices/ladder-round.md',
			copy.replace('groupSize: 12', 'groupSize: 6').replace('At the end we sing.', 'At the end we drink tea.').replace('relation: copied', 'relation: adapted\n    changes: shorter, for six people'),
		);
		await publish('fern');
		expect(await gather('2026-05-02')).toEqual({ fern: 'fresh', moss: 'fresh' });

		await page.goto(address('fern', 'practices/ladder-round/'));
		const own = (await page.locator('.lineage').first().innerText()).replace(/[\u2066-\u2069]/g, '');
		expect(own).toContain('Adapted by Fern from Moss');
		expect(own).toContain('shorter, for six people');
		expect(own).toContain('Adapted by Moss from Oak');
		expect(await page.evaluate(() => [(window as { stranger?: boolean }).stranger, document.querySelectorAll('article script, a[href^="javascript"]').length])).toEqual([undefined, 0]);

		await page.goto(address('index', 'groups/fern/practices/ladder-round/'));
		await page.locator('.link-sections a[href*="/families/"]').click();
		await page.waitForURL(/\/families\//);
		const family = await page.locator('main').innerText();
		expect(family).toMatch(/Moss[\s\S]*Fern/);
		expect(await page.locator('del').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('sing')]));
		expect(await page.locator('ins').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('drink tea')]));
	});

	test('the source knows who uses it, once its group has asked the index', async () => {
		const { code, out } = await callSporeprint(['used-by', '--allow-private'], { cwd: root('moss'), now: new Date('2026-05-02T12:00:00Z') });
		// Both stand on one origin, which counts for nobody.
		expect([code, out]).toEqual([0, expect.stringContaining('Nobody in this network')]);
		write('moss/content/.network.json', read('moss/content/.network.json').replace(`"handbook": "${address('fern')}"`, '"handbook": "https://fern.example/"'));
		await publish('moss');
		await page.goto(address('moss', 'practices/ladder-round/'));
		expect(await page.locator('.usage').innerText()).toMatch(/Used by[\s\S]*Fern[\s\S]*Adapted[\s\S]*Commons/);
	});

	test('when the source changes, `update` says so and merges: the changes of both are there', async () => {
		write(
			'moss/content/practices/ladder-round.md',
			read('moss/content/practices/ladder-round.md')
				.replace('a red ribbon', 'a yellow ribbon')
				.replace('duration: 20', 'duration: 25\nreviews: [{ date: 2026-06-01, outcome: changed, note: Red was taken for a sale }]'),
		);
		await publish('moss');
		expect(await gather('2026-06-02')).toEqual({ fern: 'fresh', moss: 'fresh' });
		const said = await sporeprint('2026-06-03', 'update');
		expect(said.out).toContain('[-red-] {+yellow+}');
		expect(said.out).toContain('Red was taken for a sale');
		expect(await sporeprint('2026-06-03', 'update', '--merge', 'practices/ladder-round')).toMatchObject({ code: 0 });
		const merged = read('fern/content/practices/ladder-round.md');
		for (const text of ['a yellow ribbon', 'drink tea', 'groupSize: 6', 'duration: 25', 'shorter, for six people']) expect(merged).toContain(text);
		await publish('fern');
		await gather('2026-06-04');
		const mirrored = await words('groups/fern/practices/ladder-round/');
		for (const text of ['yellow ribbon', 'drink tea', 'Met elsewhere', 'Red was taken for a sale']) expect(mirrored).toContain(text);
	});

	test('when the source is gone, lineage, credit and the text remain', async () => {
		rmSync(folder('moss'), { recursive: true });
		expect((await gather('2026-06-05')).moss).toBe('failing');
		expect(await words('groups/moss/practices/ladder-round/')).toMatch(/yellow ribbon/);
		const fern = await words('groups/fern/practices/ladder-round/');
		expect(fern).toContain('Adapted by Fern from Moss');
		expect(fern).toContain('CC-BY-SA-4.0');
		expect(await sporeprint('2026-06-06', 'update')).toMatchObject({ code: 1, out: expect.stringContaining('could not be compared') });
		const again = await sporeprint('2026-06-06', 'adopt', address('index', 'groups/moss/practices/ladder-round/'), '--as', 'ladder-again');
		expect([again.code, again.out]).toEqual([0, expect.stringContaining('the copy that the index')]);
		expect(read('fern/content/practices/ladder-again.md')).toContain(`url: ${address('moss', 'practices/ladder-round/')}`);
		expect(errors).toEqual([]);
	});
});
