import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anchorsOf, attribute, type HtmlPage, parseHtml } from '../sites/html-page.js';
import { type OpenSite, openSite } from '../sites/open-site.js';
import { outputFiles, outputPages } from '../sites/output-files.js';
import { withdrawnAddresses } from '../sites/page-kinds.js';
import type { SiteName } from '../sites/site-list.js';

const attributes = ['href', 'src', 'dataCopy'];

describe.each<SiteName>(['example', 'root', 'arabic', 'spanish', 'bare', 'ownHtml', 'hidden', 'network'])('%s', (name) => {
	let site: OpenSite;
	let pages: HtmlPage[];

	beforeAll(async () => {
		site = await openSite(name);
		pages = outputPages(site);
	});
	afterAll(() => {
		site.close();
	});

	test('every address of the site that a page names is there, and every place in a page too', async () => {
		const byPath = new Map(pages.map((page) => [page.path, anchorsOf(page)]));
		const wrong: string[] = [];
		const files = new Set(outputFiles(site));
		const answers = new Map<string, Promise<Response>>();
		for (const page of pages) {
			for (const address of internalAddresses(page, site.origin)) {
				const { pathname, hash, href } = address;
				if (!pathname.startsWith(site.base)) wrong.push(`${page.path}: ${pathname} is outside of the site`);
				const plain = href.slice(0, href.length - hash.length);
				// GitHub Pages serves a file without an extension as it is; the server of the demo takes it for a folder.
				if (files.has(pathname.slice(site.base.length)) && !pathname.includes('.')) continue;
				const answer = answers.get(plain) ?? fetch(plain, { redirect: 'manual' });
				answers.set(plain, answer);
				const { status } = await answer;
				if (status !== 200) wrong.push(`${page.path}: ${pathname} answers ${status}`);
				const fragment = decodeURIComponent(hash.slice(1));
				if (fragment !== '' && !byPath.get(decodeURIComponent(pathname))?.has(fragment)) wrong.push(`${page.path}: there is no ${fragment} in ${pathname}`);
			}
		}
		expect(wrong).toEqual([]);
		expect(answers.size).toBeGreaterThan(15);
	});

	test('every page can be reached from the home page by links', () => {
		const links = new Map(pages.map((page) => [page.path, internalAddresses(page, site.origin).map(({ pathname }) => pathname)]));
		const reached = new Set([site.base]);
		for (const path of reached) for (const next of links.get(path) ?? []) reached.add(next);
		const moved = pages.filter(({ html }) => html.includes('http-equiv="refresh"')).map(({ path }) => path);
		// The lists of kinds that hold nothing stand in no menu.
		const empty = pages.filter(({ path, html }) => path.split('/').length === site.base.split('/').length + 1 && html.includes('name="robots"')).map(({ path }) => path);
		const withdrawn = `${site.base}${withdrawnAddresses[name] ?? '404.html'}`;
		const apart = new Set([`${site.base}404.html`, withdrawn, ...moved, ...empty]);
		expect(pages.map(({ path }) => path).filter((path) => !reached.has(path) && !apart.has(path))).toEqual([]);
	});

	test('ids are unique in each page', () => {
		const twice = pages.flatMap((page) => {
			const ids = page.elements.map((element) => attribute(element, 'id')).filter((id) => id !== undefined);
			return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${page.path}#${id}`);
		});
		expect(twice).toEqual([]);
	});

	test('what is not there gets the site’s own page, whose links work at any depth', async () => {
		const answer = await fetch(`${site.home}practices/not/here/at/all/`);
		expect(answer.status).toBe(404);
		const page = parseHtml(await answer.text(), `${site.base}practices/not/here/at/all/`);
		const addresses = internalAddresses(page, site.origin).filter(({ hash }) => hash === '');
		expect(addresses.map(({ pathname }) => pathname)).toContain(site.base);
		for (const { href } of addresses) expect(`${(await fetch(href)).status} ${href}`).toBe(`200 ${href}`);
	});
});

/** Addresses of this site in the attributes of a page, resolved. */
function internalAddresses(page: HtmlPage, origin: string): URL[] {
	const found = page.elements.flatMap((element) => attributes.map((name) => attribute(element, name)).filter((value) => value !== undefined));
	return found.map((value) => new URL(value, origin + encodeURI(page.path))).filter((url) => url.origin === origin);
}
