import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openWeb, type Web } from '../../src/network/fetch.js';
import { stateSchema } from '../../src/network/snapshot.js';
import { localDisk, type SnapshotDisk } from '../../src/network/snapshots/snapshot-disk.js';
import { readStored, readStoredText, storedMembers } from '../../src/network/snapshots/snapshot-files.js';
import { emptyFolder } from '../mini-handbook.js';
import { crawlOn, filesBelow, networkOf } from './crawled-network.js';
import { type HandbookServer, type PlayedHandbook, serveHandbooks } from './handbook-server.js';

/** How a disk fails: at one call, at that call and all after it, or in the middle of writing. */
type Way = 'once' | 'for good' | 'torn';

/** A disk whose call of a number fails. */
function failingDisk(at: number, code: string, way: Way): SnapshotDisk & { calls: number } {
	const disk = { ...localDisk, calls: 0 };
	const attempt = <T>(act: () => T, tear?: () => void): T => {
		disk.calls++;
		const fails = way === 'for good' ? disk.calls >= at : disk.calls === at;
		if (!fails) return act();
		if (way === 'torn') tear?.();
		throw Object.assign(new Error(`${code}: it failed`), { code });
	};
	disk.read = (path) => attempt(() => localDisk.read(path));
	disk.list = (path) => attempt(() => localDisk.list(path));
	disk.makeFolder = (path) => attempt(() => localDisk.makeFolder(path));
	disk.write = (path, bytes) =>
		attempt(
			() => localDisk.write(path, bytes),
			() => writeFileSync(path, bytes.subarray(0, bytes.length / 2)),
		);
	disk.rename = (from, to) => attempt(() => localDisk.rename(from, to));
	disk.remove = (path) => attempt(() => localDisk.remove(path));
	return disk;
}

interface Scene {
	server: HandbookServer;
	moss: PlayedHandbook;
	fern: PlayedHandbook;
	root: string;
}

async function scene(): Promise<Scene> {
	const server = await serveHandbooks();
	const moss = server.handbook('moss', { texts: { 'pages/a.md': '# A\n', 'pages/b.md': '# B\n' }, group: { onGone: 'stub' } });
	const fern = server.handbook('fern', { texts: { 'pages/f.md': '# F\n' } });
	return { server, moss, fern, root: networkOf({ moss: moss.url, fern: fern.url }) };
}

const scenes: [name: string, day: string, prepare: (scene: Scene) => Promise<void>][] = [
	['the first crawl', '2026-05-01', async () => {}],
	[
		'a crawl that brings changes',
		'2026-05-02',
		async ({ moss, root }) => {
			await crawlOn('2026-05-01', root);
			moss.publish({ texts: { 'pages/a.md': '# A again\n', 'pages/c.md': '# C\n' } });
		},
	],
	[
		'a crawl that erases what is gone',
		'2026-05-02',
		async ({ moss, root }) => {
			await crawlOn('2026-05-01', root);
			moss.reply = () => ({ status: 410 });
		},
	],
	[
		'a crawl that leaves the titles of what is long gone',
		'2026-09-02',
		async ({ moss, root }) => {
			await crawlOn('2026-05-01', root);
			moss.reply = () => ({ status: 404 });
			await crawlOn('2026-05-02', root);
		},
	],
	[
		'a crawl that brings back what was gone',
		'2026-05-03',
		async ({ moss, root }) => {
			await crawlOn('2026-05-01', root);
			moss.reply = () => ({ status: 410 });
			await crawlOn('2026-05-02', root);
			moss.reply = () => undefined;
		},
	],
	[
		'a crawl that removes a former member',
		'2026-05-02',
		async ({ root }) => {
			await crawlOn('2026-05-01', root);
			localDisk.remove(join(root, 'content/members/fern.yml'));
		},
	],
];

describe.each(scenes)('%s', (_, day, prepare) => {
	test.each<[string, Way]>([
		['ENOSPC', 'once'],
		['EACCES', 'for good'],
		['EIO', 'torn'],
	])('is stopped by %s (%s) at any call, harms nothing, and ends the same when it is run again', async (code, way) => {
		const all = await scene();
		await prepare(all);
		const undisturbed = copyOf(all.root);
		const counting = failingDisk(Number.POSITIVE_INFINITY, code, way);
		await crawlOn(day, undisturbed, { files: counting });
		const expected = filesBelow(undisturbed);
		expect(counting.calls).toBeGreaterThan(10);

		for (let at = 1; at <= counting.calls; at++) {
			const root = copyOf(all.root);
			const { problems } = await crawlOn(day, root, { files: failingDisk(at, code, way), concurrency: 1 });
			expect(problems, `call ${at}`).toMatchObject([{ code: 'crawl-stopped', severity: 'error', file: expect.stringMatching(/^snapshots/) }]);
			expect(tornFiles(root), `call ${at}`).toEqual([]);
			const again = await crawlOn(day, root);
			expect(again.problems).toEqual([]);
			expect(filesBelow(root), `call ${at}`).toEqual(expected);
		}
	});
});

test('a disk that fails for one member ends the crawl for all', async () => {
	const { root } = await scene();
	const other = await serveHandbooks();
	const ivy = other.handbook('ivy');
	writeFileSync(join(root, 'content/members/ivy.yml'), `url: ${ivy.url}\n`);
	// The other site answers when the disk has failed for fern, and would do for itself.
	const failed = Promise.withResolvers<void>();
	const disk: SnapshotDisk = {
		...localDisk,
		write(path, bytes) {
			if (path.includes('ivy')) return localDisk.write(path, bytes);
			failed.resolve();
			throw Object.assign(new Error('full'), { code: 'ENOSPC' });
		},
	};
	const web = openWeb({ userAgent: 'sporeprint-test', allowPrivate: true });
	const late: Web = { ...web, get: (exchange) => (exchange.url.includes('/ivy/') ? failed.promise.then(() => web.get(exchange)) : web.get(exchange)) };
	const seen: string[] = [];
	const { problems, value } = await crawlOn('2026-05-01', root, { web: late, files: disk, onMember: ({ id }) => seen.push(id) });
	expect(problems).toMatchObject([{ code: 'crawl-stopped', message: 'The crawl could not read or write this file: the disk is full.' }]);
	expect([seen, value.removed, existsSync(join(root, 'snapshots/ivy/snapshot.json'))]).toEqual([[], [], false]);
});

function copyOf(root: string): string {
	const copy = emptyFolder();
	cpSync(root, copy, { recursive: true, preserveTimestamps: true });
	return copy;
}

/** What is not whole below `snapshots/`: files that cannot be read, and texts that a snapshot names and that are not there. */
function tornFiles(root: string): string[] {
	return storedMembers(root).flatMap((id) => {
		const { snapshot, record, damaged } = readStored(root, id);
		const lacking = record?.state === 'fresh' ? (snapshot?.entries ?? []).filter(({ text }) => text !== undefined && readStoredText(root, id, text) === undefined) : [];
		if (record) stateSchema.parse(record);
		return [...damaged, ...lacking.map(({ text }) => `${id}/${text}`)];
	});
}
