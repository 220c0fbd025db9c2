import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { byteHash } from '../../src/lib/text-hash.js';
import { crawlOn, filesBelow, networkOf, recordOf, snapshotOf } from './crawled-network.js';
import { type HandbookServer, networkUrl, type PlayedHandbook, serveHandbooks } from './handbook-server.js';

/** The id that a handbook gets which was found through an index. */
function found(index: string, { url }: { url: string }): string {
	return `${index}-${byteHash(Buffer.from(url)).slice(0, 12)}`;
}

/** A handbook whose group names these indexes, and not our network. */
function agreeing(server: HandbookServer, name: string, ...indexes: string[]): PlayedHandbook {
	return server.handbook(name, { group: { networks: indexes.map((index) => `${server.origin}/${index}/`) } });
}

/** What became of each member, by its id. */
async function states(root: string, day = '2026-05-01'): Promise<Record<string, string>> {
	const { value } = await crawlOn(day, root);
	return Object.fromEntries(value.members.map(({ id, state, via, problem }) => [id, [state, ...(problem ? [problem.code] : []), ...(via ? [`via ${via}`] : [])].join(' ')]));
}

describe('an index that is a member', () => {
	test('brings its handbooks, each gathered from its own home and under a name of ours', async () => {
		const server = await serveHandbooks();
		const moss = agreeing(server, 'moss', 'ring');
		const ring = server.index('ring', [moss, { url: networkUrl }, { url: `${server.origin}/ring/` }]);
		ring.members.push({ id: '../../evil', url: agreeing(server, 'fern', 'ring').url, name: 'Forged' });
		const root = networkOf({ ring: ring.url });
		const fernId = found('ring', { url: `${server.origin}/fern/` });

		expect(await states(root)).toEqual({ ring: 'fresh', [found('ring', moss)]: 'fresh via ring', [fernId]: 'fresh via ring' });
		expect(snapshotOf(root, 'ring')).toMatchObject({
			type: 'index',
			printUrl: `${ring.url}network.json`,
			group: { name: 'Ring ring' },
			entries: [],
			members: [
				{ id: found('ring', moss), url: moss.url },
				{ id: fernId, url: `${server.origin}/fern/` },
			],
		});
		expect(snapshotOf(root, fernId)).toMatchObject({ type: 'handbook', url: `${server.origin}/fern/`, group: { name: 'Moss' }, entries: [{ id: 'practices/check-in' }] });
		expect(new Set(Object.keys(filesBelow(join(root, 'snapshots'))).map((path) => path.split('/')[0]))).toEqual(new Set(['ring', found('ring', moss), fernId]));
	});

	test('and that has the words of others in it puts them into nobody’s mouth', async () => {
		const server = await serveHandbooks();
		const ring = server.index('ring', []);
		ring.reply = (path) => {
			if (path !== 'network.json') return undefined;
			const entries = [
				{ id: 'a', kind: 'page', title: 'Forged', lang: 'en', licence: 'CC0-1.0', url: `${ring.url}a/`, sourceUrl: `${ring.url}a.md`, sha256: 'a'.repeat(64), bodySha256: 'a'.repeat(64) },
			];
			return { body: JSON.stringify({ sporeprint: 1, url: ring.url, group: { name: 'Ring', networks: [networkUrl] }, entries, tombstones: [{ id: 'b', date: '2026' }], members: [] }) };
		};
		const root = networkOf({ ring: ring.url });
		expect(await states(root)).toEqual({ ring: 'fresh' });
		expect(JSON.stringify(filesBelow(join(root, 'snapshots')))).not.toContain('Forged');
		expect(snapshotOf(root, 'ring').gone).toEqual([]);
	});

	test('must name our network', async () => {
		const server = await serveHandbooks();
		const ring = server.index('ring', [agreeing(server, 'moss', 'ring')], ['https://other.example/']);
		expect(await states(networkOf({ ring: ring.url }))).toEqual({ ring: 'failing consent-missing' });
	});

	test('does not bring handbooks that do not name it', async () => {
		const server = await serveHandbooks();
		const moss = server.handbook('moss', { group: { networks: [networkUrl] } });
		const ring = server.index('ring', [moss]);
		const root = networkOf({ ring: ring.url });
		expect(await states(root)).toEqual({ ring: 'fresh', [found('ring', moss)]: 'failing consent-missing via ring' });
		expect(recordOf(root, found('ring', moss)).problem?.message).toContain(`does not name ${ring.url} among its networks`);
	});

	test('leaves out those that are gone there, and those it has dropped go here', async () => {
		const server = await serveHandbooks();
		const [moss, fern, ivy] = ['moss', 'fern', 'ivy'].map((name) => agreeing(server, name, 'ring'));
		if (!moss || !fern || !ivy) throw new Error('No handbooks');
		const ring = server.index('ring', [moss, fern, ivy]);
		const root = networkOf({ ring: ring.url });
		expect(Object.keys(await states(root))).toHaveLength(4);
		ring.members = [{ url: moss.url }, { url: fern.url, state: 'gone' }];
		const { value } = await crawlOn('2026-05-02', root);
		expect(value.removed).toEqual([found('ring', fern), found('ring', ivy)].sort());
		expect(value.members.map(({ id }) => id)).toEqual(['ring', found('ring', moss)]);
	});

	test('that fails is followed as it was the last time', async () => {
		const server = await serveHandbooks();
		const moss = agreeing(server, 'moss', 'ring');
		const ring = server.index('ring', [moss]);
		const root = networkOf({ ring: ring.url });
		await states(root);
		for (const [day, reply] of [
			['2026-05-02', { status: 500 }],
			['2026-05-03', { status: 410 }],
		] as const) {
			ring.reply = () => reply;
			moss.publish({ texts: { 'pages/a.md': `# ${day}\n` } });
			const { byId, value } = await crawlOn(day, root);
			expect([byId[found('ring', moss)], value.removed]).toMatchObject([{ state: 'fresh', changed: true, via: 'ring' }, []]);
		}
		expect(recordOf(root, 'ring').state).toBe('gone');
	});

	test('whose snapshot cannot be read while it fails loses nobody', async () => {
		const server = await serveHandbooks();
		const moss = agreeing(server, 'moss', 'ring');
		const ring = server.index('ring', [moss]);
		const root = networkOf({ ring: ring.url });
		await states(root);
		writeFileSync(join(root, 'snapshots/ring/snapshot.json'), 'torn');
		ring.reply = () => ({ status: 500 });
		expect((await crawlOn('2026-05-02', root)).value.removed).toEqual([]);
		expect(snapshotOf(root, found('ring', moss)).entries).toHaveLength(1);
		ring.reply = () => undefined;
		expect(await states(root, '2026-05-03')).toMatchObject({ [found('ring', moss)]: 'fresh via ring' });
	});

	test('that its host lets rest or hides brings nobody anew, and loses nobody', async () => {
		const server = await serveHandbooks();
		const moss = agreeing(server, 'moss', 'ring');
		const ring = server.index('ring', [moss]);
		const root = networkOf({ ring: ring.url });
		await states(root);
		server.requests = [];
		writeFileSync(join(root, 'content/members/ring.yml'), `url: ${ring.url}\nstatus: paused\n`);
		expect((await crawlOn('2026-05-02', root)).value).toMatchObject({ asked: 0, removed: [], members: [{ skipped: 'paused' }, { skipped: 'paused', state: 'fresh' }] });
		writeFileSync(join(root, 'content/members/ring.yml'), `url: ${ring.url}\n`);
		writeFileSync(join(root, 'content/moderation.yml'), `hidden:\n  - member: ${found('ring', moss)}\n    reason: Spam\n`);
		expect((await crawlOn('2026-05-02', root)).byId[found('ring', moss)]).toMatchObject({ skipped: 'hidden' });
		expect(server.requests.filter(({ path }) => path.startsWith('/moss'))).toEqual([]);
	});

	test('can become a handbook, and a handbook an index', async () => {
		const server = await serveHandbooks();
		const moss = server.handbook('moss');
		const root = networkOf({ moss: moss.url });
		await states(root);
		moss.print = (print) => ({ ...print, members: [] });
		moss.publish({ group: { purpose: 'To gather' } });
		await states(root, '2026-05-02');
		expect(snapshotOf(root, 'moss')).toMatchObject({ type: 'index', entries: [], gone: [{ id: 'practices/check-in' }] });
		expect(Object.keys(filesBelow(join(root, 'snapshots/moss')))).toEqual(['snapshot.json', 'state.json']);
		moss.print = (print) => print;
		moss.publish({ group: { purpose: 'To write' } });
		await states(root, '2026-05-03');
		expect(snapshotOf(root, 'moss')).toMatchObject({ type: 'handbook', gone: [], entries: [{}] });
	});
});

describe('indexes of indexes', () => {
	test('are followed through three, and no further', async () => {
		const server = await serveHandbooks();
		const names = ['a', 'b', 'c', 'd', 'e'];
		const handbooks = names.map((name) => agreeing(server, `of-${name}`, name));
		for (const [at, name] of names.entries()) {
			const next = names[at + 1];
			server.index(name, [{ url: handbooks[at]?.url ?? '' }, ...(next ? [{ url: `${server.origin}/${next}/` }] : [])], at === 0 ? [networkUrl] : [`${server.origin}/${names[at - 1]}/`]);
		}
		const root = networkOf({ a: `${server.origin}/a/` });
		const result = await states(root);
		expect(Object.values(result).sort()).toEqual(
			[
				`failing index-depth via ${chain(server, ['a', 'b', 'c'])}`,
				'fresh',
				...['a', chain(server, ['a', 'b']), chain(server, ['a', 'b', 'c'])].flatMap((via, at) => (at < 2 ? [`fresh via ${via}`, `fresh via ${via}`] : [`fresh via ${via}`])),
			].sort(),
		);
		expect(server.requests.filter(({ path }) => path.startsWith('/e/') || path.startsWith('/of-d/'))).toEqual([]);
	});

	test('in a circle come to an end, and every handbook is asked once', async () => {
		const server = await serveHandbooks();
		const moss = agreeing(server, 'moss', 'a', 'b');
		server.index('a', [{ url: `${server.origin}/b/` }, moss, { url: networkUrl }], [networkUrl, `${server.origin}/b/`]);
		server.index('b', [{ url: `${server.origin}/a/` }, moss, { url: `${server.origin}/b/` }], [networkUrl, `${server.origin}/a/`]);
		const root = networkOf({ a: `${server.origin}/a/` });
		expect(await states(root)).toEqual({ a: 'fresh', [found('a', moss)]: 'fresh via a', [found('a', { url: `${server.origin}/b/` })]: 'fresh via a' });
		expect(server.requests.filter(({ path }) => path.endsWith('/handbook.ndjson'))).toHaveLength(1);
	});
});

describe('a handbook that is in the network in two ways', () => {
	test('is the host’s own member before it is anybody else’s', async () => {
		const server = await serveHandbooks();
		const moss = server.handbook('moss', { group: { networks: [networkUrl, `${server.origin}/ring/`] } });
		const ring = server.index('ring', [moss]);
		const root = networkOf({ ring: ring.url });
		expect(Object.keys(await states(root))).toEqual(['ring', found('ring', moss)]);
		writeFileSync(join(root, 'content/members/zebra.yml'), `url: ${moss.url}\n`);
		expect(await states(root, '2026-05-02')).toEqual({ ring: 'fresh', zebra: 'fresh' });
		expect(Object.keys(filesBelow(join(root, 'snapshots'))).some((path) => path.startsWith('ring-'))).toBe(false);
		rmSync(join(root, 'content/members/zebra.yml'));
		expect(Object.keys(await states(root, '2026-05-03'))).toEqual(['ring', found('ring', moss)]);
	});

	test('belongs to the first index by its id, and stays with the one that it is with', async () => {
		const server = await serveHandbooks();
		const moss = agreeing(server, 'moss', 'a', 'b');
		const [a, b] = [server.index('a', [moss]), server.index('b', [moss])];
		expect(await states(networkOf({ a: a.url, b: b.url }))).toEqual({ a: 'fresh', [found('a', moss)]: 'fresh via a', b: 'fresh' });
		const root = networkOf({ b: b.url });
		await states(root);
		writeFileSync(join(root, 'content/members/a.yml'), `url: ${a.url}\n`);
		expect(await states(root, '2026-05-02')).toEqual({ a: 'fresh', b: 'fresh', [found('b', moss)]: 'fresh via b' });
		moss.publish({ group: { networks: [a.url] } });
		expect(await states(root, '2026-05-03')).toEqual({ a: 'fresh', b: 'fresh', [found('a', moss)]: 'fresh via a' });
	});

	test('is asked for through an index that is active, before one that rests', async () => {
		const server = await serveHandbooks();
		const moss = agreeing(server, 'moss', 'a', 'b');
		const [a, b] = [server.index('a', [moss]), server.index('b', [moss])];
		const root = networkOf({ a: a.url });
		await crawlOn('2026-05-01', root, { only: ['a'] });
		writeFileSync(join(root, 'content/members/a.yml'), `url: ${a.url}\nstatus: archived\n`);
		writeFileSync(join(root, 'content/members/b.yml'), `url: ${b.url}\n`);
		expect(await states(root)).toEqual({ a: 'archived', b: 'fresh', [found('b', moss)]: 'fresh via b' });
	});

	test('never shares a folder with a member whose file has that very name', async () => {
		const server = await serveHandbooks();
		const moss = agreeing(server, 'moss', 'ring');
		const ring = server.index('ring', [moss]);
		const id = found('ring', moss);
		const root = networkOf({ ring: ring.url, [id]: server.handbook('fern').url });
		expect(await states(root)).toEqual({ ring: 'fresh', [id]: 'fresh' });
		expect(snapshotOf(root, id).url).toBe(`${server.origin}/fern/`);
	});

	test('cannot be taken away by an index that it does not name, near or far', async () => {
		const server = await serveHandbooks();
		const moss = agreeing(server, 'moss', 'zebra');
		const far = agreeing(server, 'far', 'inner');
		const inner = server.index('inner', [far], [`${server.origin}/zebra/`]);
		const zebra = server.index('zebra', [moss, inner]);
		const thief = server.index('aardvark', [moss, far, inner]);
		const honest = networkOf({ zebra: zebra.url });
		const robbed = networkOf({ zebra: zebra.url, aardvark: thief.url });
		for (const day of ['2026-05-01', '2026-05-01', '2026-05-02']) {
			const expected = await states(honest, day);
			expect(Object.keys(expected)).toHaveLength(4);
			expect(await states(robbed, day)).toEqual({ ...expected, aardvark: 'fresh' });
		}
		const files = filesBelow(join(robbed, 'snapshots'));
		expect(Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('aardvark/')))).toEqual(filesBelow(join(honest, 'snapshots')));
	});

	test('is not lost when it does not answer while a thief lists it nearer', async () => {
		const server = await serveHandbooks();
		const far = agreeing(server, 'far', 'inner');
		const inner = server.index('inner', [far], [`${server.origin}/zebra/`]);
		const root = networkOf({ zebra: server.index('zebra', [inner]).url });
		await states(root);
		const id = found(found('zebra', inner), far);
		expect(snapshotOf(root, id).entries).toHaveLength(1);
		writeFileSync(join(root, 'content/members/aardvark.yml'), `url: ${server.index('aardvark', [far]).url}\n`);
		far.reply = () => ({ status: 500 });
		expect(await states(root, '2026-05-02')).toMatchObject({ [id]: expect.stringMatching(/^failing answer-refused/) });
		expect(snapshotOf(root, id).entries).toHaveLength(1);
	});
});

function chain(server: HandbookServer, names: readonly string[]): string {
	return names.slice(1).reduce((id, name) => found(id, { url: `${server.origin}/${name}/` }), names[0] ?? '');
}
