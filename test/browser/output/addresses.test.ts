import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltSite, builtSite } from '../sites/built-site.js';
import { attribute, elementsNamed, type HtmlPage, jsonLdOf, linkHref, metaContent } from '../sites/html-page.js';
import { outputFiles, outputPage, outputPages, outputText } from '../sites/output-files.js';
import { withdrawnAddresses } from '../sites/page-kinds.js';
import { origin, type SiteName } from '../sites/site-list.js';

describe.each<SiteName>(['example', 'root', 'arabic', 'bare'])('%s', (name) => {
	let site: BuiltSite;
	let pages: HtmlPage[];
	const isHidden = (page: HtmlPage): boolean => metaContent(page, 'robots') !== undefined;

	beforeAll(async () => {
		site = await builtSite(name);
		pages = outputPages(site);
	});

	test('every page is a folder with a slash at its end, but for the page of what is missing', () => {
		expect(pages.map(({ path }) => path).filter((path) => !path.endsWith('/'))).toEqual([`${site.base}404.html`]);
	});

	test('og:url and canonical name the address where the page is published', () => {
		for (const page of pages) {
			expect(metaContent(page, 'og:url')).toBe(new URL(page.path, origin).href);
			expect(linkHref(page, 'canonical')).toBe(isHidden(page) ? undefined : new URL(page.path, origin).href);
		}
	});

	test('search, book, what is missing, has moved or was withdrawn are kept out of search engines, and so are empty lists', () => {
		// Git knows nothing of these sites, so nothing is known to have changed.
		const expected = ['search/', 'book/', 'copy/open/', 'changes/', '404.html'].map((path) => site.base + path);
		const moved = pages.filter((page) => metaContent(page, 'refresh') !== undefined).map(({ path }) => path);
		const withdrawn = [withdrawnAddresses[name]].flatMap((path) => (path === undefined ? [] : [site.base + path]));
		const empty = { bare: ['agreements/', 'review/', 'roles/', 'decisions/', 'stories/', 'tags/'].map((path) => site.base + path) }[name as string] ?? [];
		expect(
			pages
				.filter(isHidden)
				.map(({ path }) => path)
				.sort(),
		).toEqual([...expected, ...moved, ...withdrawn, ...empty].sort());
		for (const page of pages.filter(isHidden)) expect(metaContent(page, 'robots')).toBe('noindex');
	});

	test('the sitemap lists exactly the pages that search engines may show', () => {
		const text = outputFiles(site)
			.filter((path) => /^sitemap-\d+\.xml$/.test(path))
			.map((path) => outputText(site, path))
			.join('');
		const listed = [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) => decodeURI(url));
		expect(listed.sort()).toEqual(
			pages
				.filter((page) => !isHidden(page))
				.map(({ path }) => origin + path)
				.sort(),
		);
		expect(outputText(site, 'sitemap-index.xml')).toContain(`<loc>${origin}${site.base}sitemap-0.xml</loc>`);
	});

	test('every page leads to the print, and the print’s addresses are those of the pages', () => {
		for (const page of pages) {
			const alternate = elementsNamed(page, 'link').find((link) => attribute(link, 'rel') === 'alternate');
			expect([alternate && attribute(alternate, 'type'), alternate && attribute(alternate, 'href')]).toEqual(['application/json', `${site.base}handbook.json`]);
		}
		const print = JSON.parse(outputText(site, 'handbook.json')) as { url: string; bundle: { url: string; bytes: number }; entries: { url: string; sourceUrl: string; id: string }[] };
		expect(print.url).toBe(origin + site.base);
		expect(print.bundle).toMatchObject({ url: `${origin}${site.base}handbook.ndjson`, bytes: Buffer.byteLength(outputText(site, 'handbook.ndjson')) });
		const paths = new Set(pages.map(({ path }) => origin + path));
		for (const { url, sourceUrl, id } of print.entries) {
			expect(paths).toContain(url);
			expect(sourceUrl).toBe(`${origin}${site.base}${id}.md`);
		}
	});

	test('every entry says in JSON-LD what it is and where it is published, and nothing else does', () => {
		const entries = (JSON.parse(outputText(site, 'handbook.json')) as { entries: { id: string; url: string; kind: string; title: string }[] }).entries;
		const lists = new Set(['agreements', 'practices', 'roles', 'decisions', 'stories', 'pages']);
		for (const { id, url, kind, title } of entries.filter((entry) => !lists.has(entry.id))) {
			expect(jsonLdOf(outputPage(site, `${id}/`))).toMatchObject({
				'@context': 'https://schema.org',
				'@type': kind === 'practice' ? 'HowTo' : 'Article',
				'@id': url,
				name: title,
				isPartOf: { url: origin + site.base },
			});
		}
		expect(jsonLdOf(outputPage(site, ''))).toMatchObject({ '@type': 'Organization', url: origin + site.base });
		expect(jsonLdOf(outputPage(site, 'search/'))).toBeUndefined();
	});

	test('every page has a title of its own, a description where there are words for one, and one heading of the first level', () => {
		const titles = pages
			.filter((page) => metaContent(page, 'refresh') === undefined)
			.map((page) =>
				elementsNamed(page, 'title')
					.map(({ children }) => children.map((node) => (node.type === 'text' ? node.value : '')).join(''))
					.join(),
			);
		expect(titles.filter((title, index) => title === '' || titles.indexOf(title) !== index)).toEqual([]);
		for (const page of pages) expect(`${elementsNamed(page, 'h1').length} in ${page.path}`).toBe(`1 in ${page.path}`);
	});
});

describe('a text that has moved', () => {
	test('is said to be elsewhere at its former address, and leads there', async () => {
		const site = await builtSite('example');
		const page = outputPage(site, 'agreements/one-pot/');
		expect(metaContent(page, 'refresh')).toBe('0; url=/repo/agreements/income-sharing/');
		const links = elementsNamed(page, 'a').map((link) => attribute(link, 'href'));
		expect(links).toContain('/repo/agreements/income-sharing/');
	});

	test('is found at an address that another program gave it', async () => {
		const site = await builtSite('arabic');
		const page = outputPage(site, 'Old tools/Lost Hammer.html');
		expect(metaContent(page, 'refresh')).toBe('0; url=/dalil/stories/lost-hammer/');
		expect(linkHref(page, 'canonical')).toBe(new URL('/dalil/stories/lost-hammer/', origin).href);
		expect(elementsNamed(page, 'html').map((html) => attribute(html, 'dir'))).toEqual(['rtl']);
		expect(metaContent(outputPage(site, 'قصص/المطرقة/'), 'refresh')).toBe('0; url=/dalil/stories/lost-hammer/');
		expect(JSON.parse(outputText(site, 'handbook.json'))).toMatchObject({ aliases: [{ from: 'agreements/old-tools', to: 'agreements/shared-tools' }] });
	});

	test('is linked wherever another text names it by its former address: in words, in facts, and as a translation', async () => {
		const site = await builtSite('arabic');
		const linksOf = (path: string): (string | undefined)[] => elementsNamed(outputPage(site, path), 'a').map((link) => attribute(link, 'href'));
		const present = '/dalil/agreements/shared-tools/';
		expect(linksOf('agreements/shared-tools/').filter((href) => href === present)).toHaveLength(1);
		// What the story tells of, and what it is related to.
		expect(linksOf('stories/lost-hammer/').filter((href) => href === present).length).toBeGreaterThanOrEqual(2);
		expect(linksOf('agreements/shared-tools-in-english/')).toContain(present);
		expect(linksOf('agreements/shared-tools/')).toContain('/dalil/agreements/shared-tools-in-english/');
	});
});
