import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { toString as textOf } from 'hast-util-to-string';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../src/cli/demo/build-site.js';
import { type SiteServer, serveSites } from '../../src/cli/demo/serve-sites.js';
import type { ImportReport } from '../../src/handbook/import/report.js';
import { readHandbook } from '../../src/handbook/read-handbook.js';
import { crawl } from '../../src/network/crawl.js';
import { gitbookSentences, squeeze } from '../handbook/import/sentences.js';
import { sourceLinks } from '../handbook/import/source-links.js';
import { openTab, startBrowser } from './sites/browser.js';
import { scratchFolder } from './sites/built-site.js';
import { fileWeb } from './sites/file-web.js';
import { anchorsOf, attribute, elementsNamed, type HtmlPage } from './sites/html-page.js';
import { outputFiles, outputPages } from './sites/output-files.js';
import { repository } from './sites/package-copy.js';

const corpora = join(repository, '..', 'shared', 'corpora');

const host = 'https://group.example';
const networkAddress = 'https://sporeprint.github.io/network/';

interface RealSite {
	root: string;
	folder: string;
	base: string;
}

const realSites = new Map<string, Promise<RealSite>>();

/** A real handbook, imported and built when it is first asked for. */
function realSite(name: string): Promise<RealSite> {
	const site = realSites.get(name) ?? importAndBuild(name);
	realSites.set(name, site);
	return site;
}

/** Imports a real handbook with the command, lets its group agree to be in a network, and builds it. */
async function importAndBuild(name: string): Promise<RealSite> {
	const root = scratchFolder(`real-${name}`);
	execFileSync(process.execPath, [join(repository, 'dist/cli/main.js'), 'import', join(corpora, name), '--to', root], { stdio: 'ignore' });
	const group = join(root, 'content/group.md');
	writeFileSync(group, readFileSync(group, 'utf8').replace(/^---\n/, `---\nnetworks: [${networkAddress}]\n`));
	cpSync(join(repository, 'templates/handbook/astro.config.mjs'), join(root, 'astro.config.mjs'));
	writeFileSync(join(root, 'package.json'), '{ "private": true, "type": "module" }\n');
	const folder = join(root, 'site');
	const base = `/${name}/`;
	const { ok, output } = await buildSite({ root, outDir: folder, site: host, base });
	if (!ok) throw new Error(output);
	return { root, folder, base };
}

/** The example group's handbook, on the same host. */
async function buildExample(): Promise<{ folder: string; base: string }> {
	const folder = join(scratchFolder('real-example'), 'site');
	const base = '/example-pod/';
	const { ok, output } = await buildSite({ root: join(repository, 'templates/handbook'), outDir: folder, site: host, base });
	if (!ok) throw new Error(output);
	return { folder, base };
}

/** Gathers handbooks into an index, and builds it. */
async function buildIndex(members: Record<string, { base: string; folder: string }>): Promise<{ folder: string; base: string }> {
	const root = scratchFolder('real-index');
	cpSync(join(repository, 'templates/network/astro.config.mjs'), join(root, 'astro.config.mjs'));
	writeFileSync(join(root, 'package.json'), '{ "private": true, "type": "module" }\n');
	mkdirSync(join(root, 'content/members'), { recursive: true });
	writeFileSync(join(root, 'content/network.md'), `---\nname: Real groups\nurl: ${networkAddress}\n---\n`);
	for (const [id, { base }] of Object.entries(members)) writeFileSync(join(root, `content/members/${id}.yml`), `url: ${host}${base}\n`);
	const { value } = await crawl({ root, web: fileWeb(Object.values(members).map(({ base, folder }) => ({ home: host + base, folder }))), now: new Date() });
	expect(value.members.map(({ id, state }) => [id, state])).toEqual(Object.keys(members).map((id) => [id, 'fresh']));
	const folder = join(root, 'site');
	const { ok, output } = await buildSite({ root, outDir: folder, site: host, base: '/index/' });
	if (!ok) throw new Error(output);
	return { folder, base: '/index/' };
}

/** Addresses of every element that a page loads by itself. */
function loadedAddresses(folder: string, base: string): string[] {
	return outputPages({ folder, base }).flatMap(({ elements }) =>
		elements.flatMap(({ tagName, properties }) =>
			['img', 'script', 'iframe', 'video', 'audio', 'embed', 'object', 'source'].includes(tagName) ? [String(properties.src ?? properties.data ?? '')] : [],
		),
	);
}

/** What a handbook's sources are, and which of their sentences stand otherwise on the site, with the reason. */
const sources: Record<string, { texts: string; otherwise: readonly (readonly [RegExp, string])[] }> = {
	'enspiral-handbook': { texts: 'src', otherwise: [] },
	'enspiral-handbook-fork-utunga': { texts: '', otherwise: [] },
	'loomio-coop-handbook': { texts: 'src', otherwise: [] },
	'greaterthan-handbook': { texts: '', otherwise: [] },
	'kanthaus-governance-2019': { texts: 'user/pages', otherwise: [] },
};

describe.skipIf(!existsSync(corpora)).each(Object.entries(sources))('%s, imported and built', (name, { texts, otherwise }) => {
	let site: RealSite;
	let report: ImportReport;
	let pages: Map<string, HtmlPage>;
	/** The texts that readers may see, with their pages. */
	let shown: { from: string; page: HtmlPage }[];

	beforeAll(async () => {
		site = await realSite(name);
		report = JSON.parse(readFileSync(join(site.root, 'import-report.json'), 'utf8')) as ImportReport;
		pages = new Map(outputPages(site).map((page) => [page.path, page]));
		const hidden = new Set(report.lookFirst.hidden.map(({ from }) => from));
		shown = report.done.texts.filter(({ from }) => !hidden.has(from)).map(({ from, id }) => ({ from, page: pages.get(`${site.base}${id}/`) as HtmlPage }));
	}, 600_000);

	it('has a page for every text that was not hidden', () => {
		expect(shown.filter(({ page }) => page === undefined)).toEqual([]);
		expect(readHandbook(site.root).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
	});

	it('says every sentence of its sources', () => {
		const lost = shown.flatMap(({ from, page }) => {
			const there = squeeze(wordsOf(page));
			return gitbookSentences(readFileSync(join(corpora, name, from), 'utf8'))
				.filter((sentence) => !there.includes(squeeze(sentence)) && !otherwise.some(([pattern]) => pattern.test(sentence)))
				.map((sentence) => `${from}: ${sentence}`);
		});
		expect(lost).toEqual([]);
	});

	it('keeps every link that worked in its sources', () => {
		const idOf = new Map(report.done.texts.map(({ from, id }) => [from, id]));
		const lost = shown.flatMap(({ from, page }) => {
			const led = new Set(elementsNamed(page, 'a').map((link) => (attribute(link, 'href') ?? '').replace(/#.*$/, '')));
			return sourceLinks(join(corpora, name), texts, from).flatMap(({ address, target }) => {
				if (target === undefined) return [];
				const id = idOf.get(join(texts, target));
				const works = id === undefined ? [...led].some((href) => href.startsWith(`${site.base}media/`)) : led.has(`${site.base}${id}/`);
				return works || report.lookFirst.brokenLinks.some((link) => link.from === from && link.why.startsWith('There is no heading') && sameAddress(link.target, address))
					? []
					: [`${from}: ${address}`];
			});
		});
		expect(lost).toEqual([]);
	});

	it('reports every link that led nowhere in its sources, and no other', () => {
		for (const { from } of shown) {
			const dead = sourceLinks(join(corpora, name), texts, from).filter(({ target }) => target === undefined);
			// Those that lead somewhere by chance now are told apart from those that still lead nowhere.
			const reported = [...report.lookFirst.brokenLinks, ...report.lookFirst.foundLinks].filter((link) => link.from === from && !link.why.startsWith('There is no heading'));
			expect(reported.map(({ target }) => readable(target)).sort(), from).toEqual(dead.map(({ address }) => readable(address)).sort());
		}
	});

	it('has no link within itself that leads nowhere, but to the headings that the report names', () => {
		const named = new Set(report.lookFirst.brokenLinks.filter(({ why }) => why.startsWith('There is no heading')).map(({ target }) => target.split('#')[1]));
		const files = new Set(outputFiles(site));
		const dead = [...pages.values()].flatMap((page) =>
			elementsNamed(page, 'a').flatMap((link) => {
				const href = attribute(link, 'href') ?? '';
				const [path = '', fragment = ''] = href.split('#');
				if (path !== '' && !path.startsWith(site.base)) return [];
				const target = path === '' ? page : pages.get(path);
				const file = decodeURIComponent(path.replace(/\?.*$/, '').slice(site.base.length));
				if (!target && !files.has(file) && !files.has(`${file}index.html`)) return [`${page.path}: ${href}`];
				return target && fragment && fragment !== 'top' && !named.has(fragment) && !anchorsOf(target).has(decodeURIComponent(fragment)) ? [`${page.path}: ${href}`] : [];
			}),
		);
		expect(dead).toEqual([]);
	});

	it('shows no notation of the program that it was written for', () => {
		expect(shown.filter(({ page }) => /\{%|%\}|\{\{/.test(wordsOf(page))).map(({ from }) => from)).toEqual([]);
	});
});

/** The words of a page, as a reader sees them. */
function wordsOf({ elements }: HtmlPage): string {
	const body = elements.find(({ tagName }) => tagName === 'main') ?? elements.find(({ tagName }) => tagName === 'body');
	return body ? textOf(body) : '';
}

function sameAddress(a: string, b: string): boolean {
	return (a.split('#')[1] ?? '') === (b.split('#')[1] ?? '');
}

function readable(address: string): string {
	try {
		return decodeURI(address);
	} catch {
		return address;
	}
}

describe.skipIf(!existsSync(corpora))('a real handbook, imported and built', () => {
	let browser: Browser;
	let server: SiteServer;
	let enspiral: RealSite;
	let loomio: RealSite;
	let index: Awaited<ReturnType<typeof buildIndex>>;

	beforeAll(async () => {
		browser = await startBrowser();
		enspiral = await realSite('enspiral-handbook');
		loomio = await realSite('loomio-coop-handbook');
		const fork = await realSite('enspiral-handbook-fork-utunga');
		index = await buildIndex({ enspiral, 'enspiral-fork': fork, 'example-pod': await buildExample(), loomio });
		server = await serveSites(
			[enspiral, loomio, index].map(({ base, folder }) => ({ path: base.replaceAll('/', ''), folder })),
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

	it.each(['conflict', 'decision'])('is found in an index for “%s” beside others, narrowed by group, and opens as its mirrored copy', async (words) => {
		const { page, log, close } = await openTab(browser);
		await page.goto(`http://127.0.0.1:${server.port}${index.base}search/?q=${words}`);
		await page.locator('.results li').first().waitFor();
		const boxes = page.locator('.facets input[name="group"]');
		const found = await Promise.all((await boxes.all()).map(async (box) => Number.parseInt(await box.locator('..').locator('.count').innerText(), 10)));
		expect(found.filter((count) => count > 0).length).toBeGreaterThan(1);
		for (const [at, count] of found.entries()) {
			if (count === 0) continue;
			await boxes.nth(at).check();
			await expect.poll(() => page.locator('.search-status').innerText()).toBe(`${count} ${count === 1 ? 'result' : 'results'}`);
			const group = await boxes.nth(at).getAttribute('value');
			expect(new Set(await page.locator('.results .card-notes span:nth-child(2)').allInnerTexts())).toEqual(new Set([group]));
			await boxes.nth(at).uncheck();
		}
		await expect.poll(() => page.locator('.search-status').innerText()).not.toMatch(/^0/);
		const results = await Promise.all((await page.locator('.results a').all()).map((link) => link.getAttribute('href')));
		for (const href of results) {
			const html = await (await fetch(`http://127.0.0.1:${server.port}${href}`)).text();
			expect(html, String(href)).toContain('class="mirror"');
		}
		expect(log.errors).toEqual([]);
		await close();
	});

	it('and its fork are recognised as families: equal texts linked, others compared where the fork says where they are from', () => {
		const print = JSON.parse(readFileSync(join(index.folder, 'network.json'), 'utf8')) as { entries: { bodySha256: string; mirrorOf: { member: string } }[] };
		const bodiesOf = (member: string) => new Set(print.entries.filter(({ mirrorOf }) => mirrorOf.member === member).map(({ bodySha256 }) => bodySha256));
		const equal = [...bodiesOf('enspiral')].filter((hash) => bodiesOf('enspiral-fork').has(hash)).length;
		const families = outputPages(index).filter(({ path }) => /\/families\/[^/]+\/$/.test(path));
		process.stdout.write(`Enspiral has ${bodiesOf('enspiral').size} texts, its fork ${bodiesOf('enspiral-fork').size}, of which ${equal} are equal; ${families.length} families.\n`);
		expect(equal).toBeGreaterThan(5);
		expect(families.length).toBeGreaterThan(equal / 2);
		expect(families.every(({ html }) => html.includes('The words are the same.') || html.includes('class="difference"'))).toBe(true);
	});

	it('of Loomio keeps the links that its sources write as .html', () => {
		const texts = globSync('src/*.md', { cwd: join(corpora, 'loomio-coop-handbook') }).map((file) => readFileSync(join(corpora, 'loomio-coop-handbook', file), 'utf8'));
		expect(texts.filter((text) => /\]\((?!https?:)[^)]+\.html[)#]/.test(text)).length).toBeGreaterThan(0);
		const broken = readHandbook(loomio.root).problems.filter(({ code, message }) => code === 'link-broken' && message.includes('.html'));
		expect(broken).toEqual([]);
	});

	it('loads nothing from another host', () => {
		for (const { folder, base } of [enspiral, loomio, index]) {
			expect(loadedAddresses(folder, base).filter((address) => /^(?:https?:)?\/\//.test(address))).toEqual([]);
		}
	});
});
