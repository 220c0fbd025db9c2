import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toString as textOf } from 'hast-util-to-string';
import { beforeAll, describe, expect, test } from 'vitest';
import { networkPrintSchema } from '../../../src/schema/network-print.js';
import { type BuiltSite, builtSite } from '../sites/built-site.js';
import { attribute, elementsNamed, type HtmlPage, linkHref, metaContent } from '../sites/html-page.js';
import { outputBytes, outputFiles, outputPage, outputPages, outputText } from '../sites/output-files.js';
import { repository } from '../sites/package-copy.js';
import { origin } from '../sites/site-list.js';

let site: BuiltSite;
let print: ReturnType<typeof networkPrintSchema.parse>;
beforeAll(async () => {
	site = await builtSite('network');
	print = networkPrintSchema.parse(JSON.parse(outputText(site, 'network.json')));
});

const linksOf = (page: HtmlPage) => elementsNamed(page, 'a').map((link) => attribute(link, 'href'));

describe('a mirrored text', () => {
	test('is credited, dated, under its licence, and leads to its home, which search engines are told to list instead', () => {
		expect(print.entries.length).toBeGreaterThan(25);
		for (const { id, mirrorOf, licence } of print.entries) {
			const page = outputPage(site, `${id}/`);
			const words = elementsNamed(page, 'article').map(textOf).join(' ');
			expect(words, id).toContain(mirrorOf?.group);
			expect(words, id).toContain('Copy of');
			expect(words, id).toContain(licence);
			expect(linksOf(page), id).toContain(mirrorOf?.url);
			expect([linkHref(page, 'canonical'), metaContent(page, 'robots')], id).toEqual([mirrorOf?.url, 'noindex']);
		}
	});

	test('has the very source that its home has, beside its page', () => {
		for (const { id, mirrorOf } of print.entries.filter(({ mirrorOf: from }) => from?.member === 'example-pod')) {
			const path = mirrorOf?.sourceUrl.slice(`${origin}/repo/`.length) ?? '';
			expect(outputText(site, `${id}.md`)).toBe(readFileSync(join(repository, 'templates/handbook/content', path), 'utf8'));
		}
	});

	test('is in no list of pages for search engines', () => {
		const sitemap = outputFiles(site)
			.filter((path) => /^sitemap-\d/.test(path))
			.map((path) => outputText(site, path))
			.join('');
		expect(sitemap).toContain(`${origin}/commons/groups/example-pod/`);
		expect(print.entries.filter(({ url }) => sitemap.includes(`<loc>${url}</loc>`))).toEqual([]);
	});

	test('leads to other texts of its group here, and to nothing of another group', () => {
		const mirrored = outputPages(site).filter(({ html }) => html.includes('class="mirror"'));
		const links = mirrored.flatMap((page) => linksOf(page).flatMap((href) => (href?.startsWith(`${site.base}groups/`) ? [[memberIn(page.path), memberIn(href)]] : [])));
		expect(links.length).toBeGreaterThan(mirrored.length);
		expect(links.filter(([from, to]) => to !== undefined && from !== to)).toEqual([]);
	});

	test('that this network hides is nowhere, and the page of the status says why', () => {
		const words = firstSentence(readFileSync(join(repository, 'templates/handbook/content/pages/glossary.md'), 'utf8'));
		const found = outputFiles(site).filter((path) => path.includes('glossary') || outputBytes(site, path).includes(words));
		expect(found).toEqual([]);
		expect(outputPage(site, 'status/').html).toContain('Words that are explained elsewhere');
	});
});

describe('the files of an index', () => {
	test('the print names every text and every member, and the hash of all sources', () => {
		expect(print.members.map(({ id, state, entries }) => [id, state, entries > 0])).toEqual([
			['dalil', 'fresh', true],
			['example-pod', 'fresh', true],
			['far-away', 'failing', false],
			['taller', 'fresh', true],
		]);
		const sources = outputBytes(site, 'network.ndjson');
		expect(print.bundle).toMatchObject({ sha256: createHash('sha256').update(sources).digest('hex'), bytes: sources.byteLength });
		expect(sources.toString('utf8').trimEnd().split('\n')).toHaveLength(print.entries.length);
		for (const { url } of print.entries) expect(outputFiles(site)).toContain(`${url.slice(`${origin}${site.base}`.length)}index.html`);
	});

	test('the status says of each member how it stands, and what is wrong in a sentence', () => {
		const status = JSON.parse(outputText(site, 'status.json')) as { members: { id: string; problem?: { message: string } }[]; hidden: unknown[] };
		expect(status.members.find(({ id }) => id === 'far-away')?.problem?.message).toMatch(/nobody\.example/);
		expect(status.hidden).toHaveLength(1);
		const page = outputPage(site, 'status/');
		expect(textOf(elementsNamed(page, 'main')[0] as never)).toContain('There is no handbook at the address.');
	});

	test('the feeds hold the latest texts, each known by its address at home', () => {
		const feed = JSON.parse(outputText(site, 'feed.json')) as { items: { id: string; url: string; date_modified: string }[] };
		expect(feed.items.length).toBeGreaterThan(10);
		expect(feed.items.every(({ id, url }) => id.startsWith(origin) && !id.includes('/commons/') && url.startsWith(`${origin}${site.base}`))).toBe(true);
		const dates = feed.items.map(({ date_modified: date }) => date);
		expect(dates).toEqual([...dates].sort().reverse());
	});
});

/** The member whose page, or whose text, stands at a path. */
function memberIn(path: string): string | undefined {
	return /^\/commons\/groups\/([^/]+)\//.exec(path)?.[1];
}

function firstSentence(source: string): string {
	return /^[A-Z*][^\n]{30,}$/m.exec(source.split('---').at(-1) ?? '')?.[0] ?? source;
}
