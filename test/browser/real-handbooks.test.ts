import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../src/cli/demo/build-site.js';
import { type SiteServer, serveSites } from '../../src/cli/demo/serve-sites.js';
import { readHandbook } from '../../src/handbook/read-handbook.js';
import { openTab, startBrowser } from './sites/browser.js';
import { scratchFolder } from './sites/built-site.js';
import { outputPages } from './sites/output-files.js';
import { repository } from './sites/package-copy.js';

const corpora = join(repository, '..', 'shared', 'corpora');

/** Imports a real handbook with the command, and builds it. */
async function importAndBuild(name: string): Promise<{ root: string; folder: string; base: string }> {
	const root = scratchFolder(`real-${name}`);
	execFileSync(process.execPath, [join(repository, 'dist/cli/main.js'), 'import', join(corpora, name), '--to', root], { stdio: 'ignore' });
	cpSync(join(repository, 'templates/handbook/astro.config.mjs'), join(root, 'astro.config.mjs'));
	writeFileSync(join(root, 'package.json'), '{ "private": true, "type": "module" }\n');
	const folder = join(root, 'site');
	const base = `/${name}/`;
	const { ok, output } = await buildSite({ root, outDir: folder, site: 'https://group.example', base });
	if (!ok) throw new Error(output);
	return { root, folder, base };
}

/** Addresses of every element that a page loads by itself. */
function loadedAddresses(folder: string, base: string): string[] {
	return outputPages({ folder, base }).flatMap(({ elements }) =>
		elements.flatMap(({ tagName, properties }) =>
			['img', 'script', 'iframe', 'video', 'audio', 'embed', 'object', 'source'].includes(tagName) ? [String(properties.src ?? properties.data ?? '')] : [],
		),
	);
}

describe.skipIf(!existsSync(corpora))('a real handbook, imported and built', () => {
	let browser: Browser;
	let server: SiteServer;
	let enspiral: Awaited<ReturnType<typeof importAndBuild>>;
	let loomio: Awaited<ReturnType<typeof importAndBuild>>;

	beforeAll(async () => {
		browser = await startBrowser();
		enspiral = await importAndBuild('enspiral-handbook');
		loomio = await importAndBuild('loomio-coop-handbook');
		server = await serveSites(
			[enspiral, loomio].map(({ base, folder }) => ({ path: base.replaceAll('/', ''), folder })),
			0,
		);
	});

	afterAll(async () => {
		server?.close();
		await browser?.close();
	});

	it('of Enspiral has a page for each of its 60 texts and two documents, under their titles', () => {
		const { value, problems } = readHandbook(enspiral.root);
		expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
		expect(value.entries).toHaveLength(62);
		const titles = new Map(outputPages(enspiral).map(({ path, html }) => [path, html]));
		for (const { id, title } of value.entries) expect(titles.get(`${enspiral.base}${id}/`), id).toContain(`<title>${title.replaceAll('&', '&amp;')} ·`);
	});

	it.each(['harassment', 'catalyst', 'consent'])('of Enspiral is searched for “%s”, and narrowed by kind', async (words) => {
		const { page, log, close } = await openTab(browser);
		await page.goto(`http://127.0.0.1:${server.port}${enspiral.base}search/?q=${words}`);
		await page.locator('.results li').first().waitFor();
		const all = Number.parseInt(await page.locator('.search-status').innerText(), 10);
		await page.getByRole('checkbox', { name: /^Agreement/ }).check();
		await page.waitForFunction((before) => Number.parseInt(document.querySelector('.search-status')?.textContent ?? '', 10) < before, all);
		const kinds = await page.locator('.results .card-notes span:first-child').allInnerTexts();
		expect(kinds.length).toBeGreaterThan(0);
		expect(new Set(kinds)).toEqual(new Set(['Agreement']));
		expect(log.errors).toEqual([]);
		await close();
	});

	it('of Loomio keeps the links that its sources write as .html', () => {
		const texts = globSync('src/*.md', { cwd: join(corpora, 'loomio-coop-handbook') }).map((file) => readFileSync(join(corpora, 'loomio-coop-handbook', file), 'utf8'));
		expect(texts.filter((text) => /\]\((?!https?:)[^)]+\.html[)#]/.test(text)).length).toBeGreaterThan(0);
		const broken = readHandbook(loomio.root).problems.filter(({ code, message }) => code === 'link-broken' && message.includes('.html'));
		expect(broken).toEqual([]);
	});

	it('loads nothing from another host', () => {
		for (const { folder, base } of [enspiral, loomio]) {
			expect(loadedAddresses(folder, base).filter((address) => /^(?:https?:)?\/\//.test(address))).toEqual([]);
		}
	});
});
