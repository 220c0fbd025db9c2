import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { byteHash } from '../../src/lib/text-hash.js';
import { readStoredText } from '../../src/network/snapshots/snapshot-files.js';
import { changeTimes, crawlOn, filesBelow, networkOf, recordOf, snapshotOf } from './crawled-network.js';
import { networkUrl, serveHandbooks } from './handbook-server.js';

const twoTexts = { 'practices/check-in.md': '---\ntitle: Check-in\nupdated: 2025-04\n---\nOne after the other.\n', 'agreements/money.md': '# Money\n\nWe share it.\n' };

describe('a first crawl', () => {
	test('brings the handbook, its texts byte by byte, and how it went', async () => {
		const server = await serveHandbooks();
		const moss = server.handbook('moss', { texts: twoTexts, generatedAt: '2026-04-01T08:00:00Z', group: { purpose: 'To grow' } });
		const root = networkOf({ moss: moss.url });

		const { value, problems } = await crawlOn('2026-05-01', root);
		expect(problems).toEqual([]);
		expect(value).toMatchObject({ members: [{ id: 'moss', url: moss.url, state: 'fresh', changed: true, entries: 2 }], removed: [], asked: 1, healthy: 1, requests: 3 });

		const snapshot = snapshotOf(root, 'moss');
		expect(snapshot).toMatchObject({
			format: 1,
			type: 'handbook',
			url: moss.url,
			printUrl: `${moss.url}handbook.json`,
			changed: '2026-05-01',
			generatedAt: '2026-04-01T08:00:00Z',
			repo: { url: 'https://git.example/moss' },
			group: { name: 'Moss', purpose: 'To grow', networks: [networkUrl] },
			gone: [],
			members: [],
		});
		expect(snapshot.entries.map(({ id, kind, title, updated, firstSeen, changed }) => ({ id, kind, title, updated, firstSeen, changed }))).toEqual([
			{ id: 'agreements/money', kind: 'agreement', title: 'Money', updated: undefined, firstSeen: '2026-05-01', changed: '2026-05-01' },
			{ id: 'practices/check-in', kind: 'practice', title: 'Check-in', updated: '2025-04', firstSeen: '2026-05-01', changed: '2026-05-01' },
		]);
		expect(snapshot.entries.map(({ text }) => readStoredText(root, 'moss', text ?? ''))).toEqual([twoTexts['agreements/money.md'], twoTexts['practices/check-in.md']]);
		expect(recordOf(root, 'moss')).toEqual({ state: 'fresh', asked: '2026-05-01', lastGood: '2026-05-01', etag: expect.any(String), printSha256: expect.any(String), robotsAllowed: '2026-05-01' });
	});

	test('writes files that read well in a diff: tabs, one order of fields, a line end at the end', async () => {
		const server = await serveHandbooks();
		const moss = server.handbook('moss');
		moss.print = (print) => Object.fromEntries(Object.entries(print).reverse());
		const root = networkOf({ moss: moss.url });
		await crawlOn('2026-05-01', root);
		const text = readFileSync(join(root, 'snapshots/moss/snapshot.json'), 'utf8');
		expect(text.split('\n').slice(0, 4)).toEqual(['{', '\t"format": 1,', '\t"type": "handbook",', `\t"url": "${moss.url}",`]);
		expect(text).toMatch(/\}\n$/);
		expect(Object.keys(filesBelow(join(root, 'snapshots'))).map((path) => path.replace(/[0-9a-f]{64}/, 'HASH'))).toEqual(['moss/snapshot.json', 'moss/state.json', 'moss/texts/HASH.md']);
	});

	test('says who asks', async () => {
		const server = await serveHandbooks();
		await crawlOn('2026-05-01', networkOf({ moss: server.handbook('moss').url }));
		expect(server.requests.map(({ path, userAgent }) => [path, userAgent])).toEqual([
			['/robots.txt', 'sporeprint-test'],
			['/moss/handbook.json', 'sporeprint-test'],
			['/moss/handbook.ndjson', 'sporeprint-test'],
		]);
	});

	test('brings a handbook without any text', async () => {
		const server = await serveHandbooks();
		const moss = server.handbook('moss', { texts: {} });
		expect((await crawlOn('2026-05-01', networkOf({ moss: moss.url }))).byId.moss).toMatchObject({ state: 'fresh', entries: 0 });
	});

	test('reports each member as soon as it is known how it stands', async () => {
		const server = await serveHandbooks();
		const seen: string[] = [];
		const root = networkOf({ fern: server.handbook('fern').url, moss: server.handbook('moss').url });
		await crawlOn('2026-05-01', root, { onMember: ({ id, state }) => seen.push(`${id} ${state}`) });
		expect(seen).toEqual(['fern fresh', 'moss fresh']);
	});

	test('takes the address of a print or a first page for that of its handbook', async () => {
		const server = await serveHandbooks();
		const root = networkOf({ moss: `${server.handbook('moss').url}handbook.json`, fern: `${server.handbook('fern').url}index.html?a#b`, ivy: server.handbook('ivy').url.slice(0, -1) });
		expect((await crawlOn('2026-05-01', root)).byId).toMatchObject({ moss: { state: 'fresh' }, fern: { state: 'fresh' }, ivy: { state: 'fresh' } });
	});
});

describe('a second crawl', () => {
	test('on the same day writes nothing, and makes one conditional request a member', async () => {
		const server = await serveHandbooks();
		const root = networkOf({ moss: server.handbook('moss').url, fern: server.handbook('fern').url, ring: server.index('ring', []).url });
		await crawlOn('2026-05-01', root);
		const before = { files: filesBelow(root), times: changeTimes(root) };
		server.requests = [];

		const { value } = await crawlOn('2026-05-01', root);
		expect(server.requests.map(({ path, conditional }) => [path, conditional])).toEqual([
			['/fern/handbook.json', true],
			['/moss/handbook.json', true],
			['/ring/network.json', true],
		]);
		expect({ files: filesBelow(root), times: changeTimes(root) }).toEqual(before);
		expect(value).toMatchObject({ asked: 3, healthy: 3, requests: 3, members: [{ changed: false }, { changed: false }, { changed: false }] });
	});

	test('on another day changes nothing but the day in the record', async () => {
		const server = await serveHandbooks();
		const root = networkOf({ moss: server.handbook('moss').url });
		await crawlOn('2026-05-01', root);
		const before = filesBelow(root);
		await crawlOn('2026-05-09', root);
		const after = filesBelow(root);
		expect(Object.keys(after).filter((path) => after[path] !== before[path])).toEqual(['snapshots/moss/state.json']);
		expect(recordOf(root, 'moss')).toMatchObject({ asked: '2026-05-09', lastGood: '2026-05-09', robotsAllowed: '2026-05-09' });
	});

	test('knows a print by its bytes where the server has no validators', async () => {
		const server = await serveHandbooks();
		server.validators = false;
		const root = networkOf({ moss: server.handbook('moss').url });
		await crawlOn('2026-05-01', root);
		const before = filesBelow(root);
		server.requests = [];
		expect((await crawlOn('2026-05-01', root)).byId.moss).toMatchObject({ state: 'fresh', changed: false });
		expect(server.requests.map(({ path }) => path)).toEqual(['/moss/handbook.json']);
		expect(filesBelow(root)).toEqual(before);
	});

	test('sends the day of the last change when that is all the server has', async () => {
		const server = await serveHandbooks();
		server.validators = false;
		const moss = server.handbook('moss');
		let since: string | undefined;
		moss.reply = (path, { headers }) => {
			if (path !== 'handbook.json') return undefined;
			since = headers['if-modified-since'];
			return since === undefined ? { headers: { 'last-modified': 'Fri, 01 May 2026 08:00:00 GMT', 'content-type': 'application/json' }, body: print } : { status: 304 };
		};
		const print = await (async () => {
			const other = server.handbook('other');
			const text = await (await fetch(`${other.url}handbook.json`)).text();
			return text.replaceAll('/other/', '/moss/');
		})();
		const root = networkOf({ moss: moss.url });
		expect((await crawlOn('2026-05-01', root)).byId.moss).toMatchObject({ state: 'fresh' });
		expect(since).toBeUndefined();
		expect((await crawlOn('2026-05-02', root)).byId.moss).toMatchObject({ state: 'fresh' });
		expect(since).toBe('Fri, 01 May 2026 08:00:00 GMT');
	});
});

describe('when a handbook has changed', () => {
	test('what is new and what is different has the day on it, and the rest keeps its own', async () => {
		const server = await serveHandbooks();
		const moss = server.handbook('moss', { texts: twoTexts });
		const root = networkOf({ moss: moss.url });
		await crawlOn('2026-05-01', root);
		moss.publish({ texts: { ...twoTexts, 'agreements/money.md': '# Money\n\nWe count it.\n', 'pages/new.md': '# New\n' } });
		expect((await crawlOn('2026-05-20', root)).byId.moss).toMatchObject({ changed: true, entries: 3 });

		const { changed, entries, gone } = snapshotOf(root, 'moss');
		expect([changed, gone]).toEqual(['2026-05-20', []]);
		expect(entries.map((entry) => [entry.id, entry.firstSeen, entry.changed])).toEqual([
			['agreements/money', '2026-05-01', '2026-05-20'],
			['practices/check-in', '2026-05-01', '2026-05-01'],
			['pages/new', '2026-05-20', '2026-05-20'],
		]);
		expect(entries.map(({ text }) => readStoredText(root, 'moss', text ?? ''))).toContain('# Money\n\nWe count it.\n');
		expect(JSON.stringify(filesBelow(root))).not.toContain('We share it.');
	});

	test('what vanishes leaves a line and no word of its text, and loses the line when it is back', async () => {
		const server = await serveHandbooks();
		const moss = server.handbook('moss', { texts: twoTexts });
		const root = networkOf({ moss: moss.url });
		await crawlOn('2026-05-01', root);
		const before = snapshotOf(root, 'moss').entries.find(({ id }) => id === 'agreements/money');
		moss.publish({ texts: { 'practices/check-in.md': twoTexts['practices/check-in.md'] } });
		await crawlOn('2026-05-02', root);
		expect(snapshotOf(root, 'moss').gone).toEqual([{ id: 'agreements/money', sha256: before?.sha256, date: '2026-05-02' }]);
		expect(JSON.stringify(filesBelow(join(root, 'snapshots')))).not.toContain('We share it.');

		await crawlOn('2026-05-03', root);
		expect(snapshotOf(root, 'moss').gone).toMatchObject([{ date: '2026-05-02' }]);
		moss.publish({ texts: twoTexts });
		await crawlOn('2026-05-04', root);
		expect(snapshotOf(root, 'moss')).toMatchObject({
			gone: [],
			entries: [
				{ id: 'agreements/money', firstSeen: '2026-05-04' },
				{ id: 'practices/check-in', firstSeen: '2026-05-01' },
			],
		});
	});

	test('a tombstone says when and why, and what came after it', async () => {
		const server = await serveHandbooks();
		const moss = server.handbook('moss', { texts: twoTexts });
		const root = networkOf({ moss: moss.url });
		await crawlOn('2026-05-01', root);
		moss.publish({ texts: { 'practices/check-in.md': twoTexts['practices/check-in.md'] } });
		const tombstones = [
			{ id: 'agreements/money', date: '2026-04-30', reason: 'Nobody\n held to it', successor: 'practices/check-in' },
			{ id: 'never/gathered', date: '2024' },
			{ id: 'practices/check-in', date: '2026', reason: 'It is there all the same' },
			{ id: 'No Slug', date: '2026' },
			'nonsense',
		];
		moss.print = (print) => ({ ...print, tombstones });
		await crawlOn('2026-05-02', root);
		expect(snapshotOf(root, 'moss').gone).toEqual([
			{ id: 'agreements/money', sha256: expect.any(String), date: '2026-04-30', reason: 'Nobody held to it', successor: 'practices/check-in' },
			{ id: 'never/gathered', date: '2024' },
		]);
		expect(JSON.stringify(filesBelow(join(root, 'snapshots')))).not.toContain('We share it.');
	});

	test('what a group withdraws is erased, and the index knows what is left of it', async () => {
		const server = await serveHandbooks();
		const moss = server.handbook('moss', { texts: twoTexts });
		const root = networkOf({ moss: moss.url });
		await crawlOn('2026-05-01', root);
		expect(JSON.stringify(filesBelow(join(root, 'snapshots')))).toContain('We share it.');
		const withdrawn = 'withdrawn:\n  - id: agreements/money\n    date: 2026-05-02\n    reason: Nobody held to it\n    successor: practices/check-in\n';
		moss.publish({ texts: { 'practices/check-in.md': twoTexts['practices/check-in.md'], 'withdrawn.yml': withdrawn } });
		await crawlOn('2026-05-03', root);
		expect(snapshotOf(root, 'moss').gone).toEqual([{ id: 'agreements/money', sha256: expect.any(String), date: '2026-05-02', reason: 'Nobody held to it', successor: 'practices/check-in' }]);
		expect(JSON.stringify(filesBelow(join(root, 'snapshots')))).not.toContain('We share it.');
	});

	test('a text with a new address has not gone', async () => {
		const server = await serveHandbooks();
		const moss = server.handbook('moss', { texts: { 'practices/old.md': '# A\n' } });
		const root = networkOf({ moss: moss.url });
		await crawlOn('2026-05-01', root);
		moss.publish({ texts: { 'practices/new.md': '---\naliases: [practices/old]\n---\n# A\n' } });
		await crawlOn('2026-05-02', root);
		expect(snapshotOf(root, 'moss')).toMatchObject({ gone: [], aliases: [{ from: 'practices/old', to: 'practices/new' }] });
	});
});

describe('what is on disk', () => {
	test.each([
		['a text that was changed', (folder: string, text: string) => writeFileSync(join(folder, 'texts', text), 'Forged')],
		['a text that was removed', (folder: string, text: string) => rmSync(join(folder, 'texts', text))],
		['a snapshot that cannot be read', (folder: string) => writeFileSync(join(folder, 'snapshot.json'), '{"format": 2}')],
		['a record that cannot be read', (folder: string) => writeFileSync(join(folder, 'state.json'), '<<<<<<< HEAD')],
		['a folder that was removed', (folder: string) => rmSync(folder, { recursive: true })],
		[
			'leftovers of a crawl that was cut short',
			(folder: string) => {
				for (const name of ['snapshot.json.tmp', 'state.json.tmp', `texts/${byteHash(Buffer.from('Left'))}.md`, `texts/${'0'.repeat(64)}.md.tmp`]) writeFileSync(join(folder, name), 'Left');
			},
		],
	])('is mended: %s', async (_, harm) => {
		const server = await serveHandbooks();
		const root = networkOf({ moss: server.handbook('moss', { texts: twoTexts }).url });
		await crawlOn('2026-05-01', root);
		const before = filesBelow(root);
		harm(join(root, 'snapshots/moss'), `${snapshotOf(root, 'moss').entries[0]?.text}.md`);
		expect((await crawlOn('2026-05-01', root)).byId.moss).toMatchObject({ state: 'fresh' });
		expect(filesBelow(root)).toEqual(before);
	});

	test('is left alone where the crawl did not put it', async () => {
		const server = await serveHandbooks();
		const root = networkOf({ moss: server.handbook('moss').url });
		mkdirSync(join(root, 'snapshots/moss/texts/folder.tmp'), { recursive: true });
		writeFileSync(join(root, 'snapshots/README.md'), 'Ours');
		writeFileSync(join(root, 'snapshots/moss/texts/note.txt'), 'Ours');
		mkdirSync(join(root, 'snapshots/Not A Member'));
		await crawlOn('2026-05-01', root);
		expect(filesBelow(root)).toMatchObject({ 'snapshots/README.md': 'Ours', 'snapshots/moss/texts/note.txt': 'Ours' });
		expect(Object.keys(changeTimes(join(root, 'snapshots')))).toEqual(expect.arrayContaining(['Not A Member', 'moss/texts/folder.tmp']));
	});

	test('keeps its texts when the snapshot cannot be read and the member does not answer', async () => {
		const server = await serveHandbooks();
		const moss = server.handbook('moss');
		const root = networkOf({ moss: moss.url });
		await crawlOn('2026-05-01', root);
		writeFileSync(join(root, 'snapshots/moss/snapshot.json'), 'torn');
		const before = filesBelow(join(root, 'snapshots/moss/texts'));
		moss.reply = () => ({ status: 500 });
		expect((await crawlOn('2026-05-02', root)).byId.moss).toMatchObject({ state: 'failing', entries: 0 });
		expect(filesBelow(join(root, 'snapshots/moss/texts'))).toEqual(before);
		expect(readFileSync(join(root, 'snapshots/moss/snapshot.json'), 'utf8')).toBe('torn');
	});
});

describe('the registry', () => {
	test('without a network ends the crawl before anybody is asked', async () => {
		const server = await serveHandbooks();
		const root = networkOf({ moss: server.handbook('moss').url });
		rmSync(join(root, 'content/network.md'));
		const missing = await crawlOn('2026-05-01', root);
		writeFileSync(join(root, 'content/network.md'), '---\nname: Nowhere\n---\n');
		const homeless = await crawlOn('2026-05-01', root);
		expect([missing, homeless].map(({ problems, value }) => [problems.map(({ code }) => code), value.asked])).toEqual([
			[['network-missing'], 0],
			[['network-url-missing'], 0],
		]);
		expect(server.requests).toEqual([]);
		expect(Object.keys(filesBelow(root)).filter((path) => path.startsWith('snapshots'))).toEqual([]);
	});

	test('with a file that cannot be read stops nobody else, and its snapshot stays', async () => {
		const server = await serveHandbooks();
		const root = networkOf({
			moss: server.handbook('moss').url,
			fern: server.handbook('fern').url,
			ring: server.index('ring', [server.handbook('ivy', { group: { networks: [`${server.origin}/ring/`] } })]).url,
		});
		await crawlOn('2026-05-01', root);
		const before = Object.keys(filesBelow(join(root, 'snapshots')));
		expect(before.some((path) => path.startsWith('ring-'))).toBe(true);
		writeFileSync(join(root, 'content/members/fern.yml'), 'url: [');
		writeFileSync(join(root, 'content/members/ring.yml'), 'no: thing');
		const { problems, value } = await crawlOn('2026-05-02', root);
		expect(problems.map(({ file }) => file)).toEqual(expect.arrayContaining(['content/members/fern.yml', 'content/members/ring.yml']));
		expect(value).toMatchObject({ members: [{ id: 'moss', state: 'fresh' }], removed: [] });
		expect(Object.keys(filesBelow(join(root, 'snapshots')))).toEqual(before);
	});

	test('from which a member was taken out: its folder goes at a full crawl, and at no other', async () => {
		const server = await serveHandbooks();
		const root = networkOf({ moss: server.handbook('moss').url, fern: server.handbook('fern').url });
		await crawlOn('2026-05-01', root);
		rmSync(join(root, 'content/members/fern.yml'));
		const folders = () => [...new Set(Object.keys(filesBelow(join(root, 'snapshots'))).map((path) => path.split('/')[0]))];

		expect((await crawlOn('2026-05-01', root, { only: ['moss'] })).value.removed).toEqual([]);
		expect((await crawlOn('2026-05-01', root, { dryRun: true })).value.removed).toEqual(['fern']);
		expect(folders()).toEqual(['fern', 'moss']);
		expect((await crawlOn('2026-05-01', root)).value.removed).toEqual(['fern']);
		expect(folders()).toEqual(['moss']);
	});

	test('in which a member got another id: the old folder stays until the new one holds something', async () => {
		const server = await serveHandbooks();
		const moss = server.handbook('moss');
		const root = networkOf({ moss: moss.url });
		await crawlOn('2026-05-01', root);
		rmSync(join(root, 'content/members/moss.yml'));
		writeFileSync(join(root, 'content/members/lichen.yml'), `url: ${moss.url}\n`);
		moss.reply = () => ({ status: 500 });
		expect((await crawlOn('2026-05-02', root)).value).toMatchObject({ removed: [], members: [{ id: 'lichen', state: 'failing' }] });
		moss.reply = () => undefined;
		expect((await crawlOn('2026-05-03', root)).value).toMatchObject({ removed: ['moss'], members: [{ id: 'lichen', state: 'fresh' }] });
	});

	test('in which a member got another address: its texts keep their days, and nothing of the old address is asked', async () => {
		const server = await serveHandbooks();
		const root = networkOf({ moss: server.handbook('moss', { texts: twoTexts, generatedAt: '2026-04-01T08:00:00Z' }).url });
		await crawlOn('2026-05-01', root);
		const moved = server.handbook('moved', { texts: twoTexts, generatedAt: '2026-03-01T08:00:00Z', group: { repo: 'https://git.example/moved' } });
		writeFileSync(join(root, 'content/members/moss.yml'), `url: ${moved.url}\n`);
		server.requests = [];
		expect((await crawlOn('2026-05-02', root)).byId.moss).toMatchObject({ state: 'fresh', changed: true });
		expect(server.requests.filter(({ path }) => path !== '/robots.txt').map(({ path, conditional }) => [path, conditional])).toEqual([
			['/moved/handbook.json', false],
			['/moved/handbook.ndjson', false],
		]);
		expect(snapshotOf(root, 'moss')).toMatchObject({ url: moved.url, changed: '2026-05-02', entries: [{ firstSeen: '2026-05-01' }, { firstSeen: '2026-05-01' }] });
	});

	test('that lets members rest, or hides them: they are not asked, and what is kept of them stays', async () => {
		const server = await serveHandbooks();
		const [moss, fern, ivy] = ['moss', 'fern', 'ivy'].map((name) => server.handbook(name).url);
		const root = networkOf({ moss: moss ?? '', fern: fern ?? '', ivy: ivy ?? '' });
		await crawlOn('2026-05-01', root);
		const before = filesBelow(join(root, 'snapshots'));
		writeFileSync(join(root, 'content/members/moss.yml'), `url: ${moss}\nstatus: paused\n`);
		writeFileSync(join(root, 'content/members/fern.yml'), `url: ${fern}\nstatus: archived\n`);
		writeFileSync(join(root, 'content/moderation.yml'), 'hidden:\n  - member: ivy\n    reason: Spam\n');
		server.requests = [];
		const { byId, value } = await crawlOn('2026-05-02', root);
		expect(server.requests).toEqual([]);
		expect(value).toMatchObject({ asked: 0, healthy: 0 });
		expect(byId).toMatchObject({ moss: { state: 'paused', skipped: 'paused', entries: 1 }, fern: { state: 'archived', skipped: 'archived' }, ivy: { state: 'fresh', skipped: 'hidden' } });
		expect([recordOf(root, 'moss'), recordOf(root, 'fern')]).toMatchObject([{ state: 'paused', lastGood: '2026-05-01' }, { state: 'archived' }]);
		const after = filesBelow(join(root, 'snapshots'));
		expect(Object.keys(after).filter((path) => after[path] !== before[path])).toEqual(['fern/state.json', 'moss/state.json']);

		writeFileSync(join(root, 'content/members/moss.yml'), `url: ${moss}\n`);
		expect((await crawlOn('2026-05-03', root)).byId.moss).toMatchObject({ state: 'fresh', changed: false });
	});

	test('that hides a single text still has its member asked', async () => {
		const server = await serveHandbooks();
		const root = networkOf({ moss: server.handbook('moss').url }, { 'content/moderation.yml': 'hidden:\n  - member: moss\n    entry: practices/check-in\n    reason: Spam\n' });
		expect((await crawlOn('2026-05-01', root)).byId.moss).toMatchObject({ state: 'fresh' });
	});
});

describe('a dry run', () => {
	test('says what would change, and writes nothing', async () => {
		const server = await serveHandbooks();
		const moss = server.handbook('moss');
		const root = networkOf({ moss: moss.url, fern: server.handbook('fern').url });
		const before = filesBelow(root);
		expect((await crawlOn('2026-05-01', root, { dryRun: true })).value).toMatchObject({ asked: 2, healthy: 2, members: [{ changed: true }, { changed: true }] });
		expect(filesBelow(root)).toEqual(before);

		await crawlOn('2026-05-01', root);
		const gathered = { files: filesBelow(root), times: changeTimes(root) };
		moss.publish({ texts: {} });
		expect((await crawlOn('2026-05-02', root, { dryRun: true })).byId).toMatchObject({ moss: { changed: true, entries: 0 }, fern: { changed: false } });
		expect({ files: filesBelow(root), times: changeTimes(root) }).toEqual(gathered);
	});
});

describe('a crawl of one member only', () => {
	test('asks and reports that one, and touches no other', async () => {
		const server = await serveHandbooks();
		const moss = server.handbook('moss');
		const fern = server.handbook('fern');
		const root = networkOf({ moss: moss.url, fern: fern.url });
		await crawlOn('2026-05-01', root);
		const before = filesBelow(join(root, 'snapshots/fern'));
		moss.publish({ texts: {} });
		fern.publish({ texts: {} });
		writeFileSync(join(root, 'content/members/fern.yml'), `url: ${fern.url}\nstatus: paused\n`);
		const { value } = await crawlOn('2026-05-02', root, { only: ['moss'] });
		expect(value).toMatchObject({ members: [{ id: 'moss', changed: true }], asked: 1, healthy: 1 });
		expect(filesBelow(join(root, 'snapshots/fern'))).toEqual(before);
	});
});
