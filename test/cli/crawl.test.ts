import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { callSporeprint, emptyFolder } from '../mini-handbook.js';
import { filesBelow, networkOf } from '../network/crawled-network.js';
import { type HandbookServer, networkUrl, type PlayedHandbook, serveHandbooks } from '../network/handbook-server.js';

async function played(): Promise<{ server: HandbookServer; moss: PlayedHandbook; fern: PlayedHandbook; root: string }> {
	const server = await serveHandbooks();
	const moss = server.handbook('moss');
	const fern = server.handbook('fern');
	return { server, moss, fern, root: networkOf({ moss: moss.url, fern: fern.url }) };
}

/** `sporeprint crawl` on this computer, with the address of the server taken out of what it says. */
async function crawlCommand(cwd: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
	const { code, out, err } = await callSporeprint(['crawl', '--allow-private', ...args], { cwd });
	return { code, out: out.replace(/127\.0\.0\.1:\d{4,}/g, 'SERVER').replace(/\d+ (?:bytes|KB)/, 'SIZE'), err };
}

describe('crawl', () => {
	test('gathers, says what has changed, and counts', async () => {
		const { root } = await played();
		const { code, out, err } = await crawlCommand(root);
		expect({ code, err }).toEqual({ code: 0, err: '' });
		expect(out).toMatchInlineSnapshot(`
			"fern: in order, changed, 1 text.
			moss: in order, changed, 1 text.
			2 members asked: 2 in order, 2 changed, 0 not in order. 5 requests, SIZE."
		`);
		expect(existsSync(join(root, 'snapshots/moss/snapshot.json'))).toBe(true);
	});

	test('has little to say when all is as it was', async () => {
		const { root } = await played();
		await crawlCommand(root);
		expect((await crawlCommand(root)).out).toMatchInlineSnapshot(`"2 members asked: 2 in order, 0 changed, 0 not in order. 2 requests, SIZE."`);
	});

	test('lists who is not in order with what to do, and is fine as long as somebody is', async () => {
		const { moss, fern, root } = await played();
		await crawlCommand(root);
		moss.reply = () => ({ status: 404 });
		fern.publish({ texts: {} });
		writeFileSync(join(root, 'content/members/ivy.yml'), `url: https://ivy.example/\nstatus: paused\n`);
		writeFileSync(join(root, 'content/members/oak.yml'), 'url: [');
		const { code, out } = await crawlCommand(root);
		expect(code).toBe(0);
		expect(out).toMatchInlineSnapshot(`
			"content/members/oak.yml:1:7 error member-unreadable
			  A bracket is opened and not closed.
			  Look at the line named. The file needs a line such as url: https://our-group.example/handbook/
			fern: in order, changed, 0 texts.
			ivy: paused, and not asked.
			moss: failing. There is no handbook at SERVER/moss: SERVER/moss/handbook.json is not there.
			  Check the address, and that the handbook is published there.
			2 members asked: 1 in order, 1 changed, 1 not in order. 1 was not asked. 4 requests, SIZE."
		`);
	});

	test('fails when nobody at all is in order', async () => {
		const { moss, fern, root } = await played();
		moss.reply = () => ({ status: 500 });
		fern.reply = () => ({ status: 500 });
		expect((await crawlCommand(root)).code).toBe(1);
	});

	test('looks at the folder that it is told', async () => {
		const { root } = await played();
		expect((await crawlCommand(emptyFolder(), root)).code).toBe(0);
		expect(existsSync(join(root, 'snapshots/fern'))).toBe(true);
	});

	test('says who asks, and for whom', async () => {
		const { server, root } = await played();
		await crawlCommand(root);
		expect(new Set(server.requests.map(({ userAgent }) => userAgent))).toEqual(new Set([expect.stringMatching(new RegExp(`^sporeprint/\\d+\\.\\d+\\.\\d+\\S* \\(\\+${networkUrl}\\)$`))]));
	});

	test('asks nobody on this computer unless it is told to', async () => {
		const { server, root } = await played();
		const { code, out } = await callSporeprint(['crawl'], { cwd: root });
		expect([code, server.requests]).toEqual([1, []]);
		expect(out).toContain('address');
		expect((await callSporeprint(['crawl', '--help'])).out).toMatch(/--allow-private\s.*For tests and local demos only/);
	});

	test('of a network without members is fine', async () => {
		expect(await crawlCommand(networkOf({}))).toEqual({ code: 0, out: 'This network has no members yet. Add one with: npx sporeprint add-member URL', err: '' });
	});

	test('names the members that are no more', async () => {
		const { root } = await played();
		await crawlCommand(root);
		rmSync(join(root, 'content/members/fern.yml'));
		expect((await crawlCommand(root, '--dry-run')).out).toContain('No members any more, so their snapshots would be removed: fern.');
		expect((await crawlCommand(root)).out).toContain('No members any more, so their snapshots were removed: fern.');
	});
});

describe('crawl without a sound network', () => {
	test.each([
		['no network', null, 'network-missing'],
		['no address', '---\nname: Nowhere\n---\n', 'network-url-missing'],
		['no facts that can be read', '---\nname: [\n---\n', 'front-matter-invalid'],
	])('fails and writes nothing: %s', async (_, text, code) => {
		const { server, root } = await played();
		if (text === null) rmSync(join(root, 'content/network.md'));
		else writeFileSync(join(root, 'content/network.md'), text);
		const result = await crawlCommand(root);
		expect([result.code, server.requests, existsSync(join(root, 'snapshots'))]).toEqual([1, [], false]);
		expect(result.out).toContain(code);
	});

	test('fails when the file of the only member cannot be read', async () => {
		const { code, out } = await crawlCommand(networkOf({}, { 'content/members/moss.yml': 'no: address' }));
		expect([code, out]).toEqual([1, expect.stringContaining('member-unreadable')]);
	});
});

describe('crawl --only', () => {
	test('asks those alone, and its exit code is theirs', async () => {
		const { server, moss, fern, root } = await played();
		fern.reply = () => ({ status: 500 });
		expect((await crawlCommand(root, '--only', 'moss')).code).toBe(0);
		expect((await crawlCommand(root, '--only', 'fern')).code).toBe(1);
		expect((await crawlCommand(root, '--only', 'fern', '--only', 'moss')).code).toBe(0);
		moss.publish({ group: { networks: [] } });
		expect((await crawlCommand(root, '--only', 'moss')).code).toBe(1);
		server.requests = [];
		await crawlCommand(root, '--only=moss');
		expect(server.requests.filter(({ path }) => path.startsWith('/fern'))).toEqual([]);
	});

	test('of a member whose file cannot be read fails', async () => {
		const { root } = await played();
		writeFileSync(join(root, 'content/members/fern.yml'), 'url: [');
		expect(await crawlCommand(root, '--only', 'fern')).toMatchObject({ code: 1, out: expect.stringContaining('content/members/fern.yml') });
		expect((await crawlCommand(root, '--only', 'moss')).code).toBe(0);
	});

	test('of somebody unknown is wrong use, and the nearest is suggested', async () => {
		const { server, root } = await played();
		expect(await crawlCommand(root, '--only', 'mos')).toEqual({ code: 2, out: '', err: 'There is no member “mos”. Did you mean “moss”? See: sporeprint crawl --help' });
		expect((await crawlCommand(root, '--only', 'moss', '--only', 'elderberry')).err).toBe('There is no member “elderberry”. See: sporeprint crawl --help');
		expect(server.requests).toEqual([]);
	});

	test('knows members that were found through an index', async () => {
		const { server, root } = await played();
		const ivy = server.handbook('ivy', { group: { networks: [`${server.origin}/ring/`] } });
		writeFileSync(join(root, 'content/members/ring.yml'), `url: ${server.index('ring', [ivy]).url}\n`);
		await crawlCommand(root);
		const id = Object.keys(filesBelow(join(root, 'snapshots')))
			.map((path) => path.split('/')[0] ?? '')
			.find((name) => name.startsWith('ring-'));
		server.requests = [];
		expect((await crawlCommand(root, '--only', id ?? '')).out).toContain('1 member asked: 1 in order');
		expect(server.requests.map(({ path }) => path)).toEqual(['/ivy/handbook.json']);
	});
});

describe('crawl --dry-run', () => {
	test('says what would change, and writes nothing', async () => {
		const { root } = await played();
		const { code, out } = await crawlCommand(root, '--dry-run');
		expect(code).toBe(0);
		expect(out).toMatchInlineSnapshot(`
			"fern: in order, would change, 1 text.
			moss: in order, would change, 1 text.
			2 members asked: 2 in order, 2 changed, 0 not in order. 5 requests, SIZE. Nothing was written."
		`);
		expect(existsSync(join(root, 'snapshots'))).toBe(false);
	});
});

describe('crawl --due', () => {
	test('leaves those alone whose turn it is not', async () => {
		const { root } = await played();
		await crawlCommand(root);
		expect(await crawlCommand(root, '--due')).toEqual({
			code: 0,
			out: '0 members asked: 0 in order, 0 changed, 0 not in order. 2 were not asked. 0 requests, 0 bytes.'.replace('0 bytes', 'SIZE'),
			err: '',
		});
	});
});

describe('crawl --concurrency', () => {
	test.each(['0', '33', '1.5', 'many', ''])('of “%s” is wrong use', async (number) => {
		const { server, root } = await played();
		expect(await crawlCommand(root, `--concurrency=${number}`)).toEqual({ code: 2, out: '', err: '--concurrency takes a number from 1 to 32. See: sporeprint crawl --help' });
		expect(server.requests).toEqual([]);
	});

	test('of a few is fine', async () => {
		expect((await crawlCommand((await played()).root, '--concurrency', '2')).code).toBe(0);
	});
});

describe('crawl --json', () => {
	test('prints JSON and nothing else', async () => {
		const { moss, root } = await played();
		moss.reply = () => ({ status: 404 });
		const { code, out, err } = await callSporeprint(['crawl', '--allow-private', '--json'], { cwd: root, interactive: true });
		expect({ code, err }).toEqual({ code: 0, err: '' });
		expect(JSON.parse(out)).toEqual({
			problems: [],
			members: [
				{ id: 'fern', url: expect.any(String), state: 'fresh', changed: true, entries: 1 },
				{ id: 'moss', url: moss.url, state: 'failing', changed: false, entries: 0, problem: { code: 'print-missing', message: expect.any(String), hint: expect.any(String) } },
			],
			removed: [],
			asked: 2,
			healthy: 1,
			requests: 5,
			bytes: expect.any(Number),
		});
	});
});
