import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { crawlOn, daysAfter, filesBelow, networkOf, recordOf, snapshotOf } from './crawled-network.js';
import { type HandbookServer, networkUrl, type PlayedContent, type PlayedHandbook, serveHandbooks } from './handbook-server.js';

async function played(content: PlayedContent = {}): Promise<{ server: HandbookServer; moss: PlayedHandbook; root: string }> {
	const server = await serveHandbooks();
	const moss = server.handbook('moss', content);
	return { server, moss, root: networkOf({ moss: moss.url }) };
}

function snapshotText(root: string): string | undefined {
	return filesBelow(join(root, 'snapshots/moss'))['snapshot.json'];
}

describe('a handbook that says that it stands elsewhere', () => {
	test('is a mirror, and is not taken for the other', async () => {
		const { server, root } = await played();
		const fern = server.handbook('fern');
		const mirror = server.handbook('mirror');
		mirror.reply = (path) => (path === 'handbook.json' ? { status: 302, headers: { location: `${fern.url}handbook.json` } } : undefined);
		writeFileSync(join(root, 'content/members/moss.yml'), `url: ${mirror.url}\n`);
		expect((await crawlOn('2026-05-01', root)).byId.moss).toMatchObject({
			state: 'failing',
			entries: 0,
			problem: {
				code: 'print-elsewhere',
				message: expect.stringMatching(/\/mirror says that its handbook stands at http:.*\/fern\/$/),
				hint: expect.stringContaining(`change url in the member's file to ${fern.url}`),
			},
		});
	});

	test.each([
		['with another spelling of its address is itself', (url: string) => `${url.replace('http:', 'HTTP:')}?a#b`, 'fresh'],
		['without the slash at the end is itself', (url: string) => url.slice(0, -1), 'fresh'],
		['in a folder below is another', (url: string) => `${url}en/`, 'failing'],
		['above is another', (url: string) => new URL('..', url).href, 'failing'],
		['with another protocol is another', (url: string) => url.replace('http:', 'https:'), 'failing'],
	])('%s', async (_, spell, state) => {
		const { moss, root } = await played({ texts: {} });
		const url = spell(moss.url);
		moss.print = (print) => ({ ...print, url, bundle: { ...print.bundle, url: new URL('handbook.ndjson', url.endsWith('/') ? url : moss.url).href } });
		expect((await crawlOn('2026-05-01', root)).byId.moss?.state).toBe(state);
	});

	test('does not keep two handbooks of one name apart from being there', async () => {
		const { server, root } = await played();
		writeFileSync(join(root, 'content/members/moss-too.yml'), `url: ${server.handbook('moss-too').url}\n`);
		expect((await crawlOn('2026-05-01', root)).byId).toMatchObject({ moss: { state: 'fresh' }, 'moss-too': { state: 'fresh' } });
		expect([snapshotOf(root, 'moss'), snapshotOf(root, 'moss-too')].map(({ url, group }) => [url, group.name])).toEqual([
			[`${server.origin}/moss/`, 'Moss'],
			[`${server.origin}/moss-too/`, 'Moss'],
		]);
	});
});

describe('consent', () => {
	test.each([
		['no networks', undefined],
		['other networks', ['https://other.example/', `${networkUrl}part/`]],
		['the network without encryption', ['http://network.example/']],
	])('is missing in a group that names %s', async (_, networks) => {
		const { root } = await played({ group: { networks } });
		expect((await crawlOn('2026-05-01', root)).byId.moss).toMatchObject({
			state: 'failing',
			entries: 0,
			problem: { code: 'consent-missing', message: `Moss does not name ${networkUrl} among its networks.`, hint: expect.stringContaining(`Add ${networkUrl} to networks`) },
		});
		expect(Object.keys(filesBelow(join(root, 'snapshots/moss')))).toEqual(['state.json']);
	});

	test('is given by any spelling of the address', async () => {
		const { root } = await played({ group: { networks: ['https://other.example/', 'https://NETWORK.example/index.html?x#y'] } });
		expect((await crawlOn('2026-05-01', root)).byId.moss).toMatchObject({ state: 'fresh' });
	});

	test('that is withdrawn freezes the member as it was, until it is given again', async () => {
		const { moss, root } = await played({ texts: { 'pages/a.md': '# Before\n' } });
		await crawlOn('2026-05-01', root);
		const before = snapshotText(root);
		moss.publish({ texts: { 'pages/a.md': '# After\n' }, group: { networks: [] } });
		expect((await crawlOn('2026-05-02', root)).byId.moss).toMatchObject({ state: 'frozen', changed: false, entries: 1, problem: { code: 'consent-missing' } });
		moss.reply = () => ({ status: 500 });
		expect((await crawlOn('2026-05-03', root)).byId.moss).toMatchObject({ state: 'frozen', problem: { code: 'consent-missing' } });
		expect(snapshotText(root)).toBe(before);
		expect(recordOf(root, 'moss')).toMatchObject({ state: 'frozen', asked: '2026-05-03', lastGood: '2026-05-01', failingSince: '2026-05-02' });

		moss.reply = () => undefined;
		moss.publish({ group: {} });
		expect((await crawlOn('2026-05-04', root)).byId.moss).toMatchObject({ state: 'fresh', changed: true });
		expect(snapshotOf(root, 'moss').entries[0]?.title).toBe('After');
	});

	test('to an address that the network has left is none to the new one', async () => {
		const { moss, root } = await played();
		await crawlOn('2026-05-01', root);
		writeFileSync(join(root, 'content/network.md'), '---\nname: Ours\nurl: https://new.example/\n---\n');
		expect((await crawlOn('2026-05-02', root)).byId.moss).toMatchObject({ state: 'frozen', problem: { code: 'consent-missing' } });
		moss.publish({ group: { networks: [networkUrl, 'https://new.example/'] } });
		expect((await crawlOn('2026-05-03', root)).byId.moss).toMatchObject({ state: 'fresh' });
	});
});

describe('an older print (rollback)', () => {
	const old = { texts: { 'pages/a.md': '# Old\n' }, generatedAt: '2026-04-01T08:00:00Z' };
	const recent = { texts: { 'pages/a.md': '# Recent\n' }, generatedAt: '2026-04-20T08:00:00Z' };

	test('is kept out, and said to be older', async () => {
		const { moss, root } = await played(recent);
		await crawlOn('2026-05-01', root);
		const before = snapshotText(root);
		moss.publish(old);
		expect((await crawlOn('2026-05-02', root)).byId.moss).toMatchObject({
			state: 'failing',
			problem: { code: 'print-older', message: expect.stringContaining('is of 2026-04-01 08:00, and what was gathered before is of 2026-04-20 08:00.') },
		});
		expect(snapshotText(root)).toBe(before);
		moss.publish({ ...old, generatedAt: '2026-04-20T08:00:00Z' });
		expect((await crawlOn('2026-05-03', root)).byId.moss).toMatchObject({ state: 'fresh', changed: true });
	});

	test('is one that is older by a thousandth of a second, however it is written', async () => {
		const { moss, root } = await played(recent);
		await crawlOn('2026-05-01', root);
		moss.publish(old);
		moss.print = (print) => ({ ...print, generatedAt: '2026-04-20T07:59:59.999Z' });
		expect((await crawlOn('2026-05-02', root)).byId.moss).toMatchObject({ problem: { code: 'print-older' } });
		moss.print = (print) => ({ ...print, generatedAt: '2026-04-20T08:00:00.000Z' });
		expect((await crawlOn('2026-05-02', root)).byId.moss).toMatchObject({ state: 'fresh' });
	});

	test('after one with an absurd date locks nobody out', async () => {
		const { moss, root } = await played({ ...recent, generatedAt: '9999-12-31T00:00:00Z' });
		await crawlOn('2026-05-01', root);
		expect(snapshotOf(root, 'moss')).not.toHaveProperty('generatedAt');
		moss.publish(old);
		expect((await crawlOn('2026-05-02', root)).byId.moss).toMatchObject({ state: 'fresh', changed: true });
	});

	test('with an absurd date itself counts as one without a date', async () => {
		const { moss, root } = await played(recent);
		await crawlOn('2026-05-01', root);
		moss.publish({ ...old, generatedAt: '2026-05-05T00:00:00Z' });
		expect((await crawlOn('2026-05-02', root)).byId.moss).toMatchObject({ state: 'fresh' });
		expect(snapshotOf(root, 'moss')).not.toHaveProperty('generatedAt');
	});

	test('is kept out after the handbook was gone for good, too', async () => {
		const { moss, root } = await played(recent);
		await crawlOn('2026-05-01', root);
		moss.reply = () => ({ status: 410 });
		await crawlOn('2026-05-02', root);
		moss.reply = () => undefined;
		moss.publish(old);
		expect((await crawlOn('2026-05-03', root)).byId.moss).toMatchObject({ state: 'gone', entries: 0 });
		moss.publish(recent);
		expect((await crawlOn('2026-05-04', root)).byId.moss).toMatchObject({ state: 'fresh', entries: 1 });
	});
});

describe('mixed states: a print and texts of different times', () => {
	const first = { texts: { 'pages/a.md': '# First\n', 'pages/b.md': '# B\n' } };
	const second = { texts: { 'pages/a.md': '# Second\n', 'pages/b.md': '# B\n' } };

	test.each([
		['a new print with the old texts', true],
		['new texts with the old print', false],
	])('%s: nothing is taken over before they agree', async (_, newPrint) => {
		const { server, moss, root } = await played(first);
		await crawlOn('2026-05-01', root);
		const before = snapshotText(root);
		const [older, newer] = [server.handbook('older', first), server.handbook('newer', second)];
		const [text, print] = await Promise.all([(await fetch(`${older.url}handbook.ndjson`)).text(), (await fetch(`${newer.url}handbook.ndjson`)).text()]);
		if (newPrint) moss.publish(second);
		// Without its texts and its validators, the old print is asked for its texts again.
		else for (const path of Object.keys(filesBelow(join(root, 'snapshots/moss/texts')))) writeFileSync(join(root, 'snapshots/moss/texts', path), 'lost');
		moss.bundle = () => (newPrint ? text : print);
		expect((await crawlOn('2026-05-02', root)).byId.moss).toMatchObject({ state: 'failing', problem: { code: 'bundle-different' } });
		expect(snapshotText(root)).toBe(before);
		moss.bundle = (same) => same;
		expect((await crawlOn('2026-05-03', root)).byId.moss).toMatchObject({ state: 'fresh' });
	});

	test('a text that was tampered with on the way takes the whole handbook back to what it was', async () => {
		const { moss, root } = await played(first);
		await crawlOn('2026-05-01', root);
		const before = filesBelow(join(root, 'snapshots/moss/texts'));
		moss.publish(second);
		moss.bundle = (text) => text.replaceAll('Second', 'Forged');
		await crawlOn('2026-05-02', root);
		expect(filesBelow(join(root, 'snapshots/moss/texts'))).toEqual(before);
	});
});

describe('a site that was away for two weeks and comes back', () => {
	async function away(days: number, reply = { status: 500 }): Promise<Awaited<ReturnType<typeof played>>> {
		const all = await played({ texts: { 'pages/a.md': '# Ours\n' } });
		await crawlOn('2026-05-01', all.root);
		all.moss.reply = () => reply;
		await crawlOn('2026-05-02', all.root);
		await crawlOn(daysAfter('2026-05-02', days), all.root);
		all.moss.reply = () => undefined;
		return all;
	}
	const theirs = { texts: { 'pages/a.md': '# Theirs\n' } };

	test.each<[string, PlayedContent['group'] | undefined]>([
		['another repository', { repo: 'https://git.example/squatter' }],
		['no repository', { repo: undefined }],
	])('from %s is frozen, and stays so', async (_, group) => {
		const { moss, root } = await away(14);
		const before = snapshotText(root);
		moss.publish({ ...theirs, group });
		for (const day of ['2026-05-17', '2026-05-18', '2026-08-30']) {
			expect((await crawlOn(day, root)).byId.moss).toMatchObject({ state: 'frozen', problem: { code: 'repo-changed', message: expect.stringContaining('instead of https://git.example/moss') } });
		}
		moss.reply = () => ({ status: 404 });
		expect((await crawlOn('2026-09-01', root)).byId.moss).toMatchObject({ state: 'frozen', problem: { code: 'repo-changed' } });
		writeFileSync(join(root, 'content/members/moss.yml'), `url: ${moss.url}\nstatus: paused\n`);
		await crawlOn('2026-09-02', root);
		writeFileSync(join(root, 'content/members/moss.yml'), `url: ${moss.url}\n`);
		moss.reply = () => undefined;
		expect((await crawlOn('2026-09-03', root)).byId.moss).toMatchObject({ state: 'frozen' });
		expect(snapshotText(root)).toBe(before);

		moss.publish({ group: {} });
		expect((await crawlOn('2026-09-04', root)).byId.moss).toMatchObject({ state: 'fresh', changed: true });
	});

	test.each([0, 14])('is not believed that nothing has changed, asked for the last time %i days after it left', async (days) => {
		const { server, root } = await away(days);
		server.requests = [];
		expect((await crawlOn('2026-05-17', root)).byId.moss).toMatchObject({ state: 'fresh', changed: false });
		expect(server.requests.filter(({ conditional }) => conditional)).toEqual([]);
	});

	test('from the same repository, in another spelling, is itself', async () => {
		const { moss, root } = await away(30);
		moss.publish({ ...theirs, group: { repo: 'https://Git.example/Moss.git/' } });
		expect((await crawlOn('2026-06-17', root)).byId.moss).toMatchObject({ state: 'fresh', changed: true });
	});

	test('from another repository after it was gone for good is frozen', async () => {
		const { moss, root } = await away(2, { status: 410 });
		moss.publish({ ...theirs, group: { repo: 'https://git.example/squatter' } });
		expect((await crawlOn('2026-05-05', root)).byId.moss).toMatchObject({ state: 'frozen', entries: 0, problem: { code: 'repo-changed' } });
	});

	test('sooner may have moved its repository meanwhile', async () => {
		const { moss, root } = await away(12);
		moss.publish({ ...theirs, group: { repo: 'https://git.example/moved' } });
		expect((await crawlOn('2026-05-15', root)).byId.moss).toMatchObject({ state: 'fresh', changed: true });
	});

	test('without consent is frozen', async () => {
		const { moss, root } = await away(20);
		moss.publish({ ...theirs, group: { networks: [] } });
		expect((await crawlOn('2026-05-25', root)).byId.moss).toMatchObject({ state: 'frozen', problem: { code: 'consent-missing' } });
	});
});
