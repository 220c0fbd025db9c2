import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../../../src/cli/demo/build-site.js';
import { serveSites } from '../../../src/cli/demo/serve-sites.js';
import { writeFiles } from '../../mini-handbook.js';
import { git } from '../../templates/run-step.js';
import { openTab, startBrowser, type Tab } from '../sites/browser.js';
import { copySource, scratchFolder } from '../sites/built-site.js';
import { origin } from '../sites/site-list.js';

const text = (title: string, fields: string): string => `---\ntitle: ${title}\n${fields}\n---\n`;

describe('the page of reviews of a handbook that nobody has changed since 3 May 2026', () => {
	let browser: Awaited<ReturnType<typeof startBrowser>>;
	let server: Awaited<ReturnType<typeof serveSites>>;
	const tabs: Tab[] = [];

	beforeAll(async () => {
		const home = scratchFolder('reviews');
		const root = copySource({ from: 'test/fixtures/sites/bare' }, join(home, 'handbook'));
		writeFiles(join(root, 'content'), {
			'agreements/money.md': text('Money', 'status: adopted\nreviewOn: 2026-05-10'),
			'agreements/garden.md': text('Garden', 'status: adopted\nreviewOn: 2026-07'),
			'agreements/quiet.md': text('Quiet', 'status: adopted'),
			'decisions/van.md': text('Van', 'reviewOn: 2028'),
		});
		git(root, 'init', '--quiet');
		git(root, 'add', '--all');
		process.env.GIT_COMMITTER_DATE = '2026-05-03T12:00:00Z';
		git(root, 'commit', '--quiet', '--message', 'All');
		delete process.env.GIT_COMMITTER_DATE;
		const { ok, output } = await buildSite({ root, outDir: join(home, 'out'), site: origin, base: '/' });
		if (!ok) throw new Error(output);
		server = await serveSites([{ path: '', folder: join(home, 'out') }], 0);
		browser = await startBrowser();
	});
	afterAll(async () => {
		for (const tab of tabs) await tab.close();
		await browser?.close();
		server?.close();
	});

	/** What is in each group that is seen, and the day at the top, for somebody who reads it at a moment. */
	async function readAt(moment: string, options: Parameters<typeof openTab>[1] = {}): Promise<{ day: string; groups: Record<string, string[]>; log: Tab['log'] }> {
		const tab = await openTab(browser, options);
		tabs.push(tab);
		await tab.page.clock.setFixedTime(moment);
		await tab.page.goto(`http://127.0.0.1:${server.port}/review/`);
		const groups: Record<string, string[]> = {};
		for (const section of await tab.page.locator('main section:visible').all()) groups[await section.locator('h2').innerText()] = await section.locator('.card-title').allInnerTexts();
		return { day: await tab.page.locator('.as-of').innerText(), groups, log: tab.log };
	}

	const built = { 'Due soon': ['Money', 'Garden'], Later: ['Van'], 'Never reviewed': ['Quiet'], 'In your own calendar': [] };

	test('groups what is due by the reader’s own day', async () => {
		expect(await readAt('2026-08-05T10:00:00Z')).toEqual({
			day: 'As of August 5, 2026',
			groups: { Overdue: ['Money', 'Garden'], Later: ['Van'], 'Never reviewed': ['Quiet'], 'In your own calendar': [] },
			log: { requests: expect.any(Array), errors: [], violations: [] },
		});
	});

	test('stays as it was built on the day of the change, and for a clock that is wrong', async () => {
		expect(await readAt('2026-05-03T10:00:00Z')).toMatchObject({ day: 'As of May 3, 2026', groups: built });
		expect(await readAt('1970-01-01T00:00:00Z')).toMatchObject({ day: 'As of May 3, 2026', groups: built });
	});

	test('a day ends when it ends where the reader is', async () => {
		const moment = '2026-05-10T20:00:00Z';
		expect((await readAt(moment, { timezoneId: 'Pacific/Auckland' })).groups.Overdue).toEqual(['Money']);
		expect((await readAt(moment, { timezoneId: 'America/Los_Angeles' })).groups.Overdue).toBeUndefined();
	});

	test('says its day and groups by it without JavaScript', async () => {
		expect(await readAt('2026-08-05T10:00:00Z', { javaScriptEnabled: false })).toMatchObject({ day: 'As of May 3, 2026', groups: built });
	});
});
