import { afterEach, describe, expect, test } from 'vitest';
import { textHash } from '../../src/lib/text-hash.js';
import { openWeb } from '../../src/network/fetch.js';
import { fetchImages } from '../../src/network/upstream/fetch-images.js';
import { fetchSource, fetchSources, readSource } from '../../src/network/upstream/fetch-source.js';
import { findUpstream } from '../../src/network/upstream/find-upstream.js';
import { isInertSvg } from '../../src/network/upstream/inert-svg.js';
import { pageFacts } from '../../src/network/upstream/page-facts.js';
import type { Upstream, UpstreamEntry } from '../../src/network/upstream/upstream.js';
import { smallImage } from '../mini-handbook.js';
import { type HandbookServer, serveHandbooks } from './handbook-server.js';

const now = new Date('2026-05-17T12:00:00Z');
const web = openWeb({ userAgent: 'sporeprint/0.0.0-test', allowPrivate: true });
const textAt = (path: string, body: string) => (asked: string) => (asked === path ? { headers: { 'content-type': 'text/plain' }, body } : undefined);

async function found(address: string): Promise<Upstream> {
	const result = await findUpstream(web, address, now);
	if ('fault' in result) throw new Error(result.fault.message);
	return result.upstream;
}

async function fault(address: string): Promise<{ code: string; message: string }> {
	const result = await findUpstream(web, address, now);
	if ('upstream' in result) throw new Error('It was found.');
	return result.fault;
}

let server: HandbookServer;
afterEach(() => {
	server.requests = [];
});

describe('a handbook is found', () => {
	test('by its home, by its print, and above a source whose page does not answer', async () => {
		server = await serveHandbooks();
		const { url } = server.handbook('moss', { texts: { 'practices/deep/check-in.md': '# Check-in\n' } });
		for (const address of [url, `${url}handbook.json`, `${url}#top`]) {
			const upstream = await found(address);
			expect(upstream).toMatchObject({ home: url, group: { name: 'Moss' }, from: 'origin', entries: [{ id: 'practices/deep/check-in', kind: 'practice' }] });
			expect(upstream.chosen).toBeUndefined();
		}
		server.requests = [];
		expect((await found(`${url}practices/deep/check-in.md`)).chosen?.title).toBe('Check-in');
		expect(server.requests.map(({ path }) => path)).toEqual(['/moss/practices/deep/check-in/', '/moss/practices/deep/handbook.json', '/moss/practices/handbook.json', '/moss/handbook.json']);
	});

	test('with no more than six folders looked at', async () => {
		server = await serveHandbooks();
		expect(await fault(`${server.origin}/a/b/c/d/e/f/g/h/i.md`)).toMatchObject({ code: 'print-missing' });
		expect(server.requests.filter(({ path }) => path.endsWith('handbook.json'))).toHaveLength(6);
	});

	test('by the page of a text, also under its former address', async () => {
		server = await serveHandbooks();
		const moss = server.handbook('moss', { texts: { 'practices/check-in.md': '---\naliases: [old/check-in]\n---\n# Check-in\n' } });
		moss.reply = (path) => (!path.endsWith('.json') ? { headers: { 'content-type': 'text/html' }, body: '<link rel="alternate" type="application/json" href="/moss/handbook.json">' } : undefined);
		expect((await found(`${moss.url}practices/check-in/index.html?x#y`)).chosen?.id).toBe('practices/check-in');
		expect((await found(`${moss.url}old/check-in/`)).chosen?.id).toBe('practices/check-in');
		expect((await found(`${moss.url}practices/`)).chosen).toBeUndefined();
	});

	test('only where it says that it stands', async () => {
		server = await serveHandbooks();
		const moss = server.handbook('moss');
		moss.print = (print) => ({ ...print, url: 'https://moss.example/', entries: [], bundle: { ...print.bundle, url: 'https://moss.example/x' } });
		expect(await fault(moss.url)).toMatchObject({ code: 'print-elsewhere', hint: 'If you trust that address, give it instead: https://moss.example/' });
	});

	test('not by a page that names the print of another site', async () => {
		server = await serveHandbooks();
		const other = await serveHandbooks();
		const moss = other.handbook('moss');
		server.handbook('evil').reply = (path) =>
			path === '' ? { headers: { 'content-type': 'text/html' }, body: `<link rel="alternate" type="application/json" href="${moss.url}handbook.json">` } : { status: 404 };
		expect(await fault(`${server.origin}/evil/`)).toMatchObject({ code: 'print-missing' });
		expect(other.requests).toEqual([]);
	});

	test.each(['javascript:alert(1)', 'file:///etc/passwd', 'practices/check-in', ''])('not at %j', async (address) => {
		expect(await fault(address)).toMatchObject({ code: 'address-refused' });
	});

	test.each([429, 500, 403])('not when it answers with %s, which is said', async (status) => {
		server = await serveHandbooks();
		server.handbook('moss').reply = () => ({ status });
		expect((await fault(`${server.origin}/moss/`)).message).toContain(String(status));
	});
});

describe('a source is taken', () => {
	const entry = (source: string, body = source): UpstreamEntry => ({
		id: 'practices/a',
		kind: 'practice',
		title: 'A',
		lang: 'en',
		licence: 'CC0-1.0',
		url: 'https://moss.example/practices/a/',
		page: 'https://moss.example/practices/a/',
		sourceUrl: 'https://moss.example/practices/a.md',
		sha256: textHash(source),
		bodySha256: textHash(body),
	});

	test('from its address, and all of them from one file', async () => {
		server = await serveHandbooks();
		const source = '# Check-in\n\nOne after the other.\n';
		const moss = server.handbook('moss', { texts: { 'practices/check-in.md': source } });
		const upstream = await found(moss.url);
		const [first] = upstream.entries;
		if (!first) throw new Error('There is no text.');
		moss.reply = textAt('practices/check-in.md', source);
		expect(await fetchSource(web, first)).toMatchObject({ source, body: source });
		expect(await fetchSources(web, upstream)).toEqual({ sources: new Map([['practices/check-in', source]]) });
		moss.reply = textAt('practices/check-in.md', `${source}More.`);
		expect(await fetchSource(web, first)).toMatchObject({ fault: { code: 'bundle-different' } });
		moss.bundle = (text) => text.replace('One', 'Two');
		expect(await fetchSources(web, upstream)).toMatchObject({ fault: { code: 'bundle-different' } });
	});

	test('without signs that cannot be seen', () => {
		const source = '---\ntitle: "A\u202eB\\u0007"\n---\nX\u0000\u001b[31mY\n';
		expect(readSource(entry(source, 'X\u0000\u001b[31mY\n'), source)).toEqual({ source, data: { title: 'AB' }, body: 'X[31mY\n' });
	});

	test.each([
		['is hidden', '---\ndraft: true\n---\nX\n', 'X\n'],
		['may be hidden', '---\nprivate: "yes"\n---\nX\n', 'X\n'],
		['is too long', 'x'.repeat(128 * 1024 + 1), undefined],
		['has a tower of accents', `a${'\u0301'.repeat(2000)}`, undefined],
		['has aliases in its facts', '---\na: &a [x]\nb: [*a, *a]\n---\nX\n', 'X\n'],
		['has facts in JavaScript', '---js\n{ title: process.exit() }\n---\nX\n', 'X\n'],
		['has another body than the print says', '# X\n', '# Y\n'],
	])('not when it %s', (_, source, body) => {
		expect(readSource(entry(source, body), source)).toMatchObject({ fault: { code: 'bundle-different' } });
	});
});

describe('images', () => {
	const page = (images: string) => ({ headers: { 'content-type': 'text/html' }, body: `<body><img src="/logo.svg" alt="one"><div class="prose">${images}</div>` });
	const svg = { headers: { 'content-type': 'image/svg+xml' }, body: smallImage };

	test('are matched by order and words, and are of the handbook itself', async () => {
		server = await serveHandbooks();
		const other = await serveHandbooks();
		other.handbook('x').reply = () => svg;
		const moss = server.handbook('moss');
		const images = ['a.svg', 'b.svg', `${other.origin}/x/c.svg`, 'd.svg', 'gone.svg', 'page.html'];
		moss.reply = (path) =>
			path === 'p/'
				? page(images.map((src) => `<img src="${src}" alt="${src.split('/').at(-1)?.charAt(0)}">`).join(''))
				: /[abd]\.svg$/.test(path)
					? svg
					: path.endsWith('html')
						? page('')
						: undefined;
		const brought = await fetchImages(web, { page: `${moss.url}p/`, home: moss.url }, ['a', 'c', 'z', 'd', 'g', 'p', 'b']);
		expect(brought.map((image) => image?.extension)).toEqual(['svg', undefined, undefined, 'svg', undefined, undefined, undefined]);
		expect(other.requests).toEqual([]);
	});

	test('are at most twenty, and none is larger than two megabytes', async () => {
		server = await serveHandbooks();
		const moss = server.handbook('moss');
		const many = Array.from({ length: 25 }, () => '<img src="a.svg" alt="">').join('');
		moss.reply = (path) => (path === 'p/' ? page(many) : svg);
		const at = { page: `${moss.url}p/`, home: moss.url };
		expect((await fetchImages(web, at, Array(25).fill(''))).filter(Boolean)).toHaveLength(20);
		moss.reply = (path) => (path === 'p/' ? page(many) : { body: `${smallImage}${' '.repeat(2 * 1024 * 1024)}` });
		expect(await fetchImages(web, at, [''])).toEqual([undefined]);
	});

	test.each([
		['a drawing', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 3"><defs><path id="a" d="M0 0"/></defs><use href="#a" fill="url(#g)"/></svg>', true],
		['a script', '<svg><script>1</script></svg>', false],
		['a script with a prefix', '<s:svg><s:script>1</s:script></s:svg>', false],
		['a handler', '<svg onload="x()"/>', false],
		['a handler after a slash', '<svg/onload=x()>', false],
		['a link', '<svg><a href="javascript:x"/></svg>', false],
		['another file', '<svg><use href="https://x.example/y.svg#z"/></svg>', false],
		['entities', '<!DOCTYPE svg [<!ENTITY x "y">]><svg/>', false],
		['a style from elsewhere', '<svg><style>@import "//x"</style></svg>', false],
		['another encoding', '<?xml version="1.0" encoding="UTF-7"?><svg/>', false],
	])('a drawing that holds %s is fit: %s', (_, text, fit) => {
		expect(isInertSvg(new TextEncoder().encode(text))).toBe(fit);
	});
});

test('a page nested too deeply is a page without facts', () => {
	const bytes = new TextEncoder().encode('<div>'.repeat(100_000));
	expect(pageFacts(bytes, 'https://moss.example/').images).toEqual([]);
});
