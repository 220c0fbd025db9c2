import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { crawlOn, daysAfter, filesBelow, networkOf, recordOf, snapshotOf } from './crawled-network.js';
import { type HandbookServer, type PlayedHandbook, serveHandbooks } from './handbook-server.js';

const canary = 'canary-4711';

async function played(onGone?: 'keep' | 'stub' | 'erase'): Promise<{ server: HandbookServer; moss: PlayedHandbook; root: string }> {
	const server = await serveHandbooks();
	const moss = server.handbook('moss', { texts: { 'pages/a.md': `# Title of A\n\n${canary}\n`, 'pages/b.md': `# Title of B\n\n${canary}\n` }, group: { onGone } });
	const root = networkOf({ moss: moss.url, fern: server.handbook('fern').url });
	await crawlOn('2026-01-01', root);
	return { server, moss, root };
}

/** Everything below `snapshots/`, names included. */
function kept(root: string): string {
	return JSON.stringify(filesBelow(join(root, 'snapshots')));
}

describe('a handbook that answers 410', () => {
	test('is gone: no word of its texts is left, only ids, hashes and the day', async () => {
		const { moss, root } = await played('keep');
		const { entries } = snapshotOf(root, 'moss');
		expect(kept(root)).toContain(canary);
		moss.reply = () => ({ status: 410 });
		expect((await crawlOn('2026-01-02', root)).byId.moss).toMatchObject({ state: 'gone', changed: true, entries: 0, problem: { code: 'handbook-gone' } });
		expect(kept(root)).not.toContain(canary);
		expect(kept(root)).not.toContain('Title of');
		expect(snapshotOf(root, 'moss').gone).toEqual(entries.map(({ id, sha256 }) => ({ id, sha256, date: '2026-01-02' })));

		const before = filesBelow(root);
		expect((await crawlOn('2026-01-02', root)).byId.moss).toMatchObject({ state: 'gone', changed: false });
		expect(filesBelow(root)).toEqual(before);
		moss.reply = () => ({ status: 404 });
		expect((await crawlOn('2026-03-02', root)).byId.moss).toMatchObject({ state: 'gone' });
		expect(snapshotOf(root, 'moss').gone).toMatchObject([{ date: '2026-01-02' }, { date: '2026-01-02' }]);
	});

	test('and comes back as it was is there again, every text of it', async () => {
		const { moss, root } = await played();
		moss.reply = () => ({ status: 410 });
		await crawlOn('2026-01-02', root);
		moss.reply = () => undefined;
		expect((await crawlOn('2026-01-03', root)).byId.moss).toMatchObject({ state: 'fresh', changed: true, entries: 2 });
		expect(snapshotOf(root, 'moss')).toMatchObject({ gone: [], entries: [{ id: 'pages/a', firstSeen: '2026-01-03' }, {}] });
		expect(kept(root)).toContain(canary);
	});

	test('without ever having been gathered is gone, and there is nothing to erase', async () => {
		const { moss, root } = await played();
		const other = networkOf({ moss: moss.url });
		moss.reply = () => ({ status: 410 });
		expect((await crawlOn('2026-01-02', other)).byId.moss).toMatchObject({ state: 'gone', changed: false, entries: 0 });
		expect(Object.keys(filesBelow(join(other, 'snapshots')))).toEqual(['moss/state.json']);
		expect((await crawlOn('2026-01-02', root)).byId.fern).toMatchObject({ state: 'fresh' });
	});
});

describe('a handbook that fails for 90 days', () => {
	async function failing(onGone: 'keep' | 'stub' | 'erase' | undefined, days: number): Promise<Awaited<ReturnType<typeof played>>> {
		const all = await played(onGone);
		all.moss.reply = () => ({ status: 404 });
		for (const day of [1, 1 + days]) await crawlOn(daysAfter('2026-01-01', day), all.root);
		return all;
	}

	test.each(['keep', 'stub', 'erase', undefined] as const)('loses nothing before that (onGone: %s)', async (onGone) => {
		const { root } = await failing(onGone, 89);
		expect(recordOf(root, 'moss').state).toBe('unreachable');
		expect(snapshotOf(root, 'moss').entries).toHaveLength(2);
		expect(kept(root).split(canary)).toHaveLength(3);
	});

	test.each(['keep', undefined] as const)('is kept when its group wished so or nothing (onGone: %s)', async (onGone) => {
		const { root } = await failing(onGone, 90);
		expect(recordOf(root, 'moss').state).toBe('dormant');
		expect(kept(root).split(canary)).toHaveLength(3);
	});

	test('keeps its titles and no word of its texts (onGone: stub)', async () => {
		const { moss, root } = await failing('stub', 90);
		expect(kept(root)).not.toContain(canary);
		expect(snapshotOf(root, 'moss')).toMatchObject({
			changed: '2026-01-01',
			gone: [],
			entries: [
				{ id: 'pages/a', title: 'Title of A', sha256: expect.any(String) },
				{ id: 'pages/b', title: 'Title of B' },
			],
		});
		expect(snapshotOf(root, 'moss').entries.filter(({ text }) => text !== undefined)).toEqual([]);

		const before = filesBelow(root);
		await crawlOn(daysAfter('2026-01-01', 91), root);
		expect(filesBelow(root)).toEqual(before);
		moss.reply = () => undefined;
		expect((await crawlOn('2026-06-01', root)).byId.moss).toMatchObject({ state: 'fresh', changed: true });
		expect(snapshotOf(root, 'moss').entries).toMatchObject([
			{ firstSeen: '2026-01-01', changed: '2026-01-01' },
			{ firstSeen: '2026-01-01', changed: '2026-01-01' },
		]);
		expect(kept(root).split(canary)).toHaveLength(3);
	});

	test('keeps no title and no word (onGone: erase), and has all back when it answers', async () => {
		const { moss, root } = await failing('erase', 90);
		expect(kept(root)).not.toContain(canary);
		expect(kept(root)).not.toContain('Title of');
		expect(snapshotOf(root, 'moss')).toMatchObject({ entries: [], gone: [{ id: 'pages/a', date: daysAfter('2026-01-01', 91) }, { id: 'pages/b' }] });
		moss.reply = () => undefined;
		expect((await crawlOn('2026-06-01', root)).byId.moss).toMatchObject({ state: 'fresh', changed: true, entries: 2 });
		expect(snapshotOf(root, 'moss').gone).toEqual([]);
	});

	test('because somebody else is there is treated as its group wished all the same', async () => {
		const { moss, root } = await failing('erase', 20);
		moss.reply = () => undefined;
		moss.publish({ texts: { 'pages/a.md': '# Buy pills\n' }, group: { repo: 'https://git.example/pills', onGone: 'keep' } });
		await crawlOn(daysAfter('2026-01-01', 40), root);
		expect([recordOf(root, 'moss').state, kept(root).includes(canary)]).toEqual(['frozen', true]);
		await crawlOn(daysAfter('2026-01-01', 91), root);
		expect([recordOf(root, 'moss').state, kept(root).includes(canary), kept(root).includes('Buy pills')]).toEqual(['frozen', false, false]);
	});

	test('takes nothing from anybody else', async () => {
		const { server, moss } = await failing('erase', 0);
		const root = networkOf({ fern: `${server.origin}/fern/` });
		const both = networkOf({ fern: `${server.origin}/fern/`, moss: moss.url });
		for (const day of [0, 1, 95]) {
			await crawlOn(daysAfter('2026-01-01', day), root);
			await crawlOn(daysAfter('2026-01-01', day), both);
		}
		expect(filesBelow(join(both, 'snapshots/fern'))).toEqual(filesBelow(join(root, 'snapshots/fern')));
	});
});

describe('when it is somebody’s turn', () => {
	test('only those are asked', async () => {
		const { server, moss, root } = await played();
		server.requests = [];
		const asked = async (day: number) => {
			const { byId } = await crawlOn(daysAfter('2026-01-01', day), root, { due: true });
			return Object.values(byId).flatMap(({ id, skipped }) => (skipped ? [] : [id]));
		};
		expect(await asked(0)).toEqual([]);
		expect(server.requests).toEqual([]);
		expect(await asked(1)).toEqual(['fern', 'moss']);
		expect(await asked(30)).toEqual(['fern', 'moss']);
		expect(await asked(34)).toEqual([]);
		moss.reply = () => ({ status: 500 });
		expect(await asked(39)).toEqual(['fern', 'moss']);
		expect(await asked(40)).toEqual(['moss']);
		expect((await crawlOn(daysAfter('2026-01-01', 40), root, { due: true, only: ['fern'] })).value.asked).toBe(1);
	});
});
