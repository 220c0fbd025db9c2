import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Exchange, Web } from '../../src/network/fetch.js';
import { crawlOn, filesBelow, networkOf, recordOf, snapshotOf } from './crawled-network.js';
import { type HandbookServer, networkUrl, type PlayedHandbook, type Reply, serveHandbooks } from './handbook-server.js';

/** A network with one member that was gathered on the first of May. */
async function gathered(): Promise<{ server: HandbookServer; moss: PlayedHandbook; root: string }> {
	const server = await serveHandbooks();
	const moss = server.handbook('moss');
	const root = networkOf({ moss: moss.url });
	await crawlOn('2026-05-01', root);
	server.requests = [];
	return { server, moss, root };
}

/** What is said of a member, without the address of the server. */
function said(problem: { code: string; message: string; hint: string } | undefined, { origin }: HandbookServer): string {
	return `${problem?.code}: ${problem?.message}`.replaceAll(origin.slice('http://'.length), 'SERVER');
}

describe('the last good state stays, and the record says why, when the print', () => {
	const cases: [name: string, reply: Reply, said: string][] = [
		['is not there', { status: 404 }, 'print-missing: There is no handbook at SERVER/moss: SERVER/moss/handbook.json is not there.'],
		['is refused', { status: 403 }, 'answer-refused: SERVER/moss/handbook.json answers with the error 403.'],
		['has a faulty server', { status: 500 }, 'answer-refused: SERVER/moss/handbook.json answers with the error 500.'],
		['has a server that is down for a while', { status: 503 }, 'answer-refused: SERVER/moss/handbook.json answers with the error 503.'],
		[
			'is a web page',
			{ headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<!doctype html>' },
			'print-invalid: At SERVER/moss/handbook.json, where the print should be, there is a web page.',
		],
		['is not JSON', { body: 'moss' }, 'print-invalid: SERVER/moss/handbook.json cannot be read as a print. It is not JSON, or breaks off in the middle.'],
		['is JSON of something else', { body: '[1]' }, 'print-invalid: SERVER/moss/handbook.json is not a print: it has no field “sporeprint”.'],
		['is of a later version', { body: '{"sporeprint":2}' }, 'print-invalid: SERVER/moss/handbook.json is a print of version 2, and this program reads version 1.'],
		['is larger than a print may be', { body: `{"sporeprint":1,"x":"${'x'.repeat(1024 * 1024)}"}` }, 'answer-large: SERVER/moss/handbook.json sends more than 1 MiB.'],
	];
	test.each(cases)('%s', async (_, reply, expected) => {
		const { server, moss, root } = await gathered();
		const snapshot = filesBelow(join(root, 'snapshots/moss'))['snapshot.json'];
		moss.reply = () => reply;
		const { byId, value } = await crawlOn('2026-05-02', root);
		expect(said(byId.moss?.problem, server)).toBe(expected);
		expect(byId.moss).toMatchObject({ state: 'failing', changed: false, entries: 1, problem: { hint: expect.stringMatching(/\w+ \w+.*\.$/) } });
		expect(value).toMatchObject({ asked: 1, healthy: 0 });
		expect(recordOf(root, 'moss')).toMatchObject({ state: 'failing', asked: '2026-05-02', lastGood: '2026-05-01', failingSince: '2026-05-02', problem: { code: expected.split(':')[0] } });
		expect(filesBelow(join(root, 'snapshots/moss'))['snapshot.json']).toBe(snapshot);

		moss.reply = () => undefined;
		expect((await crawlOn('2026-05-03', root)).byId.moss).toMatchObject({ state: 'fresh', changed: false });
		expect(recordOf(root, 'moss')).not.toHaveProperty('failingSince');
	});

	test('is never answered', async () => {
		const { server, root } = await gathered();
		const closed = server.origin;
		writeFileSync(join(root, 'content/members/moss.yml'), 'url: http://127.0.0.1:9/\n');
		expect((await crawlOn('2026-05-02', root)).byId.moss).toMatchObject({ state: 'failing', problem: { code: 'connection-failed' }, entries: 1 });
		expect(snapshotOf(root, 'moss').url).toBe(`${closed}/moss/`);
	});

	test('is said to be as it was, though nobody asked that', async () => {
		const { moss, root } = await gathered();
		writeFileSync(join(root, 'snapshots/moss/snapshot.json'), 'lost');
		moss.reply = () => ({ status: 304 });
		expect((await crawlOn('2026-05-02', root)).byId.moss).toMatchObject({ state: 'failing', problem: { code: 'answer-refused' }, entries: 0 });
	});
});

describe('the texts', () => {
	const cases: [name: string, reply: Reply, code: string][] = [
		['are not there', { status: 404 }, 'bundle-different'],
		['are gone', { status: 410 }, 'bundle-different'],
		['are refused', { status: 500 }, 'answer-refused'],
		['are to be asked for later', { status: 429 }, 'answer-later'],
		['are others', { body: 'Others\n' }, 'bundle-different'],
	];
	test.each(cases)('%s: nothing of the print is taken over', async (_, reply, code) => {
		const { moss, root } = await gathered();
		const before = snapshotOf(root, 'moss');
		moss.publish({ texts: { 'pages/new.md': '# New\n' } });
		moss.reply = (path) => (path === 'handbook.ndjson' ? reply : undefined);
		expect((await crawlOn('2026-05-02', root)).byId.moss).toMatchObject({ state: 'failing', problem: { code }, entries: 1 });
		expect(snapshotOf(root, 'moss')).toEqual(before);

		moss.reply = () => undefined;
		expect((await crawlOn('2026-05-03', root)).byId.moss).toMatchObject({ state: 'fresh', changed: true });
		expect(snapshotOf(root, 'moss').entries.map(({ id }) => id)).toEqual(['pages/new']);
	});
});

describe('a print that is not at the usual address', () => {
	const page = (head: string, body = ''): Reply => ({ headers: { 'content-type': 'text/html' }, body: `<!doctype html><html><head>${head}</head><body>${body}` });
	async function withPage(home: Reply): Promise<Awaited<ReturnType<typeof gathered>>> {
		const server = await serveHandbooks();
		const moss = server.handbook('moss');
		const other = server.handbook('other');
		moss.reply = (path) => {
			if (path === 'handbook.json') return { status: 404 };
			if (path === 'data/print.json') return { body: JSON.stringify(printOf) };
			return path === '' ? home : undefined;
		};
		const printOf = JSON.parse((await (await fetch(`${other.url}handbook.json`)).text()).replaceAll('/other/', '/moss/')) as unknown;
		return { server, moss, root: networkOf({ moss: moss.url }) };
	}

	test.each([
		['<link rel="alternate" type="application/json" href="data/print.json">'],
		['<link rel="icon" href="x"><LINK REL="Nofollow ALTERNATE" TYPE="Application/JSON" HREF="/moss/data/print.json#top">'],
		['<link rel="alternate" type="application/json" href="https://elsewhere.example/print.json"><link rel="alternate" type="application/json" href="data/print.json">'],
		['<link rel="alternate" type="application/feed+json" href="feed.json"><link rel="alternate" type="application/json" href="data/print.json">'],
	])('is found where the first page says: %s', async (head) => {
		const { server, root } = await withPage(page(head));
		expect((await crawlOn('2026-05-01', root)).byId.moss).toMatchObject({ state: 'fresh' });
		expect(snapshotOf(root, 'moss').printUrl).toBe(`${server.origin}/moss/data/print.json`);

		server.requests = [];
		await crawlOn('2026-05-02', root);
		expect(server.requests.map(({ path }) => path)).toEqual(['/robots.txt', '/moss/data/print.json']);
	});

	test.each([
		['on another site', page('<link rel="alternate" type="application/json" href="https://elsewhere.example/print.json">')],
		['in the text of the page', page('', '<link rel="alternate" type="application/json" href="data/print.json">')],
		['in a comment', page('<!-- <link rel="alternate" type="application/json" href="data/print.json"> -->')],
		['that names the usual address', page('<link rel="alternate" type="application/json" href="handbook.json">')],
		['that leads nowhere', page('<link rel="alternate" type="application/json" href="http://">')],
		['of a page that is not there', { status: 404 }],
		['of a page with ten thousand things in each other', page('<noscript>'.repeat(10_000))],
	])('is not looked for where a link %s', async (_, home) => {
		const { root } = await withPage(home);
		expect((await crawlOn('2026-05-01', root)).byId.moss).toMatchObject({ state: 'failing', problem: { code: 'print-missing' } });
	});

	test('is looked for at the usual one again when it has left', async () => {
		const { moss, root } = await withPage(page('<link rel="alternate" type="application/json" href="data/print.json">'));
		await crawlOn('2026-05-01', root);
		moss.reply = () => undefined;
		expect((await crawlOn('2026-05-02', root)).byId.moss).toMatchObject({ state: 'fresh' });
		expect(snapshotOf(root, 'moss').printUrl).toBe(`${moss.url}handbook.json`);
	});
});

describe('robots.txt', () => {
	test('is asked for once by the members of one site', async () => {
		const server = await serveHandbooks();
		const root = networkOf({ moss: server.handbook('moss').url, fern: server.handbook('fern').url });
		await crawlOn('2026-05-01', root);
		expect(server.requests.filter(({ path }) => path === '/robots.txt')).toHaveLength(1);
	});

	test('that refuses is honoured, for the texts as for the print', async () => {
		const { server, moss, root } = await gathered();
		server.robots = { body: 'User-agent: sporeprint\nDisallow: /moss/\n' };
		expect((await crawlOn('2026-05-02', root)).byId.moss).toMatchObject({ state: 'failing', problem: { code: 'robots-refused' }, entries: 1 });
		expect(recordOf(root, 'moss')).not.toHaveProperty('robotsAllowed');
		server.robots = { body: 'User-agent: *\nDisallow: /moss/handbook.ndjson\n' };
		moss.publish({ texts: {} });
		expect((await crawlOn('2026-05-02', root)).byId.moss).toMatchObject({ state: 'failing', problem: { code: 'robots-refused' } });
		expect(server.requests.map(({ path }) => path)).toEqual(['/robots.txt', '/robots.txt', '/moss/handbook.json']);
		server.robots = { body: 'User-agent: other\nDisallow: /\n' };
		expect((await crawlOn('2026-05-02', root)).byId.moss).toMatchObject({ state: 'fresh' });
	});

	test.each([[404], [401], [403], [410]])('with the answer %i allows everything', async (status) => {
		const { server, root } = await gathered();
		server.robots = { status };
		expect((await crawlOn('2026-05-02', root)).byId.moss).toMatchObject({ state: 'fresh' });
	});

	test('that its server cannot say forbids everything for now', async () => {
		const { server, root } = await gathered();
		server.robots = { status: 500 };
		expect((await crawlOn('2026-05-02', root)).byId.moss).toMatchObject({
			state: 'failing',
			problem: { code: 'answer-refused', message: expect.stringContaining('/robots.txt answers with the error 500.') },
		});
		server.robots = { status: 429, headers: { 'retry-after': '3600' } };
		expect((await crawlOn('2026-05-02', root)).byId.moss).toMatchObject({ problem: { code: 'answer-later' } });
		expect(server.requests.map(({ path }) => path)).toEqual(['/robots.txt', '/robots.txt']);
	});
});

describe('a site that asks for patience', () => {
	test('is left alone until then, with all members on it, unless a person asks for one', async () => {
		const { server, moss, root } = await gathered();
		writeFileSync(join(root, 'content/members/oak.yml'), `url: ${server.handbook('oak').url}\n`);
		writeFileSync(join(root, 'content/members/ash.yml'), `url: ${server.handbook('ash').url}\n`);
		moss.reply = () => ({ status: 429, headers: { 'retry-after': '7200' } });
		const first = await crawlOn('2026-05-02T12:00:00Z', root);
		expect(first.byId).toMatchObject({ ash: { state: 'fresh' }, moss: { state: 'failing', problem: { code: 'answer-later' } }, oak: { state: 'waiting', skipped: 'asked-to-wait' } });
		expect(recordOf(root, 'moss').notBefore).toBe('2026-05-02T14:00:00.000Z');
		expect(first.byId.moss?.problem?.message).toContain('until 2026-05-02 14:00 UTC');

		server.requests = [];
		const before = filesBelow(root);
		const second = await crawlOn('2026-05-02T13:59:00Z', root);
		expect(second.value).toMatchObject({ asked: 0, members: [{ skipped: 'asked-to-wait' }, { skipped: 'asked-to-wait' }, { skipped: 'asked-to-wait' }] });
		expect([server.requests, filesBelow(root)]).toEqual([[], before]);
		expect((await crawlOn('2026-05-02T13:59:00Z', root, { only: ['oak'] })).byId.oak).toMatchObject({ state: 'fresh' });

		moss.reply = () => undefined;
		expect((await crawlOn('2026-05-02T14:01:00Z', root)).byId).toMatchObject({ ash: { state: 'fresh' }, moss: { state: 'fresh' }, oak: { state: 'fresh' } });
		expect(recordOf(root, 'moss')).not.toHaveProperty('notBefore');
	});

	test('is asked again within a week, whatever it says', async () => {
		const { moss, root } = await gathered();
		moss.reply = () => ({ status: 503, headers: { 'retry-after': 'Fri, 01 May 2099 08:00:00 GMT' } });
		await crawlOn('2026-05-02', root);
		expect(recordOf(root, 'moss')).toMatchObject({ problem: { code: 'answer-later' }, notBefore: '2026-05-09T12:00:00.000Z' });
	});

	test('without a time is asked again the next time', async () => {
		const { moss, root } = await gathered();
		moss.reply = () => ({ status: 429 });
		expect((await crawlOn('2026-05-02', root)).byId.moss).toMatchObject({ problem: { code: 'answer-later' } });
		expect(recordOf(root, 'moss')).not.toHaveProperty('notBefore');
	});
});

describe('politeness', () => {
	test('members of one site are asked one after the other, with pauses between', async () => {
		const server = await serveHandbooks();
		const root = networkOf({ a: server.handbook('a').url, b: server.handbook('b').url, c: (await serveHandbooks()).handbook('c').url });
		const pauses: number[] = [];
		await crawlOn('2026-05-01', root, { allowPrivate: false, pause: async (ms) => void pauses.push(ms) });
		expect(pauses).toEqual([expect.closeTo(150, -2.5)]);
		await crawlOn('2026-05-01', root, { allowPrivate: true, pause: () => Promise.reject(new Error('paused')) });
	});

	test('no more sites at a time than wanted, and prints and texts within their limits', async () => {
		const asked: Exchange[] = [];
		let open = 0;
		let most = 0;
		const web: Web = {
			get: async (exchange) => {
				asked.push(exchange);
				open++;
				most = Math.max(most, open);
				await new Promise((done) => setTimeout(done, 1));
				open--;
				return { type: 'status', status: 404 };
			},
			traffic: { requests: 0, bytes: 0 },
			close: async () => {},
		};
		const members = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`m${at}`, `https://m${at}.example/`]));
		await crawlOn('2026-05-01', networkOf(members), { web, concurrency: 3 });
		expect(most).toBe(3);
		expect(asked.filter(({ url }) => url.startsWith('https://m0')).map(({ url, limits }) => [url, limits.wire / 1024, limits.decoded / 1024])).toEqual([
			['https://m0.example/robots.txt', 512, 512],
			['https://m0.example/handbook.json', 1024, 4096],
			['https://m0.example/', 256, 1024],
		]);
	});
});

test('whatever goes wrong inside while a member is asked is that member’s failure alone', async () => {
	const { server, root } = await gathered();
	writeFileSync(join(root, 'content/members/oak.yml'), 'url: https://oak.example/\n');
	const web: Web = {
		get: ({ url }) => (url.startsWith('https://oak') ? Promise.reject(new RangeError('Maximum call stack size exceeded')) : Promise.resolve({ type: 'unchanged' })),
		traffic: { requests: 0, bytes: 0 },
		close: async () => {},
	};
	expect((await crawlOn('2026-05-01', root, { web })).byId).toMatchObject({
		moss: { state: 'fresh' },
		oak: { state: 'failing', problem: { code: 'print-invalid', message: 'What oak.example sends cannot be understood.' } },
	});
	expect(server.requests).toEqual([]);
});

test('what is wrong with a member is told in clean text', async () => {
	const server = await serveHandbooks();
	const moss = server.handbook('moss', { group: { name: 'Mo\u202ess\u0007', networks: [`${networkUrl}elsewhere/`] } });
	const root = networkOf({ moss: moss.url });
	expect((await crawlOn('2026-05-01', root)).byId.moss?.problem?.message).toBe(`Moss does not name ${networkUrl} among its networks.`);
});
