import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { crawlOn, filesBelow, networkOf } from './crawled-network.js';
import { networkUrl, type PlayedHandbook, serveHandbooks } from './handbook-server.js';

/** Everything that a handbook can do wrong. */
const misdeeds: Record<string, (handbook: PlayedHandbook) => void> = {
	vanishes: (it) => {
		it.reply = () => ({ status: 404 });
	},
	'is gone': (it) => {
		it.reply = () => ({ status: 410 });
	},
	'has a faulty server': (it) => {
		it.reply = () => ({ status: 500 });
	},
	'sends a page': (it) => {
		it.reply = () => ({ headers: { 'content-type': 'text/html' }, body: '<script>alert(1)</script>' });
	},
	'sends brackets': (it) => {
		it.reply = () => ({ body: '['.repeat(500_000) });
	},
	'sends a bomb': (it) => {
		it.reply = () => ({ headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(32 * 1024 * 1024, 0x20)) });
	},
	'leads in a circle': (it) => {
		it.reply = (path) => ({ status: 302, headers: { location: `/${path}` } });
	},
	'pollutes prototypes': (it) => {
		it.print = (print) => JSON.parse(JSON.stringify(print).replace('{', '{"__proto__":{"state":"frozen","damaged":[]},'));
	},
	'claims to be another': (it) => {
		it.print = (print) => ({ ...print, url: new URL('../moss/', it.url).href });
	},
	'claims the texts of another': (it) => {
		it.print = (print) => ({ ...print, entries: print.entries.map((entry) => ({ ...entry, url: new URL('../moss/x/', it.url).href })) });
	},
	'lists another as if it were an index': (it) => {
		it.print = (print) => ({ ...print, members: [{ id: 'moss', url: new URL('../moss/', it.url).href, state: 'gone' }, { url: new URL('../moss/', it.url).href }, { url: networkUrl }] });
	},
	'has ids that are paths': (it) => {
		it.print = (print) => ({ ...print, entries: print.entries.map((entry) => ({ ...entry, id: '../moss/snapshot' })) });
	},
	'has five thousand and one texts': (it) => {
		it.print = (print) => ({ ...print, entries: Array(5001).fill(print.entries[0]) });
	},
	'has a bundle of others': (it) => {
		it.publish({ texts: { 'pages/new.md': '# New\n' } });
		it.bundle = () => 'x';
	},
	'has a bundle elsewhere': (it) => {
		it.print = (print) => ({ ...print, bundle: { ...print.bundle, url: 'http://169.254.169.254/' } });
	},
	'has a million accents': (it) => {
		it.print = (print) => ({ ...print, group: { ...print.group, name: 'a\u0301\u0316'.repeat(100_000) } });
	},
	'does not agree': (it) => it.publish({ group: { networks: [] } }),
	'has an absurd date': (it) => it.publish({ generatedAt: '9999-01-01T00:00:00Z' }),
};

test('with any number of bad members, what is kept of every good one is the same, byte by byte', async () => {
	const good = await serveHandbooks();
	const bad = await serveHandbooks();
	// Half of the bad ones share a site with the good ones.
	const handbooks = Object.entries(misdeeds).map(([name, misbehave], at) => {
		const handbook = (at % 2 === 0 ? good : bad).handbook(`bad-${at}`);
		return { id: `a${at}-bad`, name, handbook, misbehave };
	});
	const moss = good.handbook('moss', { texts: { 'pages/a.md': '# First\n' } });
	const fern = good.handbook('fern', { group: { networks: [`${good.origin}/ring/`] } });
	const members = { moss: moss.url, ring: good.index('ring', [fern]).url };
	const alone = networkOf(members);
	const mixed = networkOf({ ...members, ...Object.fromEntries(handbooks.map(({ id, handbook }) => [id, handbook.url])), broken: 'http://127.0.0.1:9/' }, { 'content/members/torn.yml': 'url: [' });

	const days = [
		['2026-05-01', () => {}],
		['2026-05-02', () => moss.publish({ texts: { 'pages/a.md': '# Second\n' } })],
		['2026-05-02', () => {}],
		[
			'2026-05-03',
			() => {
				for (const { misbehave, handbook } of handbooks) misbehave(handbook);
			},
		],
		['2026-06-03', () => moss.publish({ texts: { 'pages/b.md': '# Third\n' } })],
		['2026-12-03', () => {}],
	] as const;
	for (const [day, change] of days) {
		change();
		await crawlOn(day, alone);
		const { byId } = await crawlOn(day, mixed);
		expect(byId).toMatchObject({ moss: { state: 'fresh' }, ring: { state: 'fresh' } });
		const files = Object.entries(filesBelow(join(mixed, 'snapshots'))).filter(([path]) => !/^(?:a\d+-bad|broken)/.test(path));
		expect(Object.fromEntries(files), day).toEqual(filesBelow(join(alone, 'snapshots')));
	}
	const { byId } = await crawlOn('2026-12-04', mixed);
	const inOrder = handbooks.filter(({ id }) => byId[id]?.state === 'fresh').map(({ name }) => name);
	expect(inOrder).toEqual(['pollutes prototypes', 'lists another as if it were an index', 'has an absurd date']);
});
