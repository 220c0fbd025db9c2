import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWeb, type Web } from '../../src/network/fetch.js';
import type { Member } from '../../src/network/network.js';
import { crawlOn, filesBelow, networkOf } from './crawled-network.js';
import { type FaultyMember, playFaultyMembers } from './faulty-members.js';
import { networkUrl, type PlayedHandbook, serveHandbooks } from './handbook-server.js';
import { read } from './mini-network.js';

const subsets = 4;
const seed = Number(process.env.ISOLATION_SEED ?? Date.now() % 1_000_000);

test('with any bad members, every healthy one is kept and shown as without them, byte by byte', { timeout: 120_000 }, async () => {
	const site = await serveHandbooks();
	const other = await serveHandbooks();
	const victim = site.handbook('victim', firstEdition);
	const fern = other.handbook('fern', firstEdition);
	const lichen = other.handbook('lichen', { ...firstEdition, group: { networks: [`${site.origin}/ring/`] } });
	const healthy = { victim: victim.url, fern: fern.url, ring: site.index('ring', [lichen]).url };
	const faulty = await playFaultyMembers(site, victim);
	expect(Object.keys(faulty).length).toBeGreaterThanOrEqual(18);

	const alone = networkOf(healthy);
	const all = networkWith(healthy, faulty, Object.keys(faulty));
	const random = randomStream(seed);
	const mixed = [
		all,
		...Array.from({ length: subsets }, () =>
			networkWith(
				healthy,
				faulty,
				Object.keys(faulty).filter(() => random() < 0.4),
			),
		),
	];
	for (const [day, publish] of days) {
		publish([victim, fern]);
		await crawl(day, alone, faulty);
		const expected = await keptAndShown(alone, faulty);
		expect(expected.members.map(({ id, state, handbook }) => [id.replace(/[0-9a-f]{12}$/, 'HASH'), state, handbook?.entries.length])).toEqual([
			['fern', 'fresh', 3],
			['ring', 'fresh', 0],
			['ring-HASH', 'fresh', 3],
			['victim', 'fresh', 3],
		]);
		for (const [index, root] of mixed.entries()) {
			const states = await crawl(day, root, faulty);
			expect(await keptAndShown(root, faulty, join(root, 'cache')), `ISOLATION_SEED=${seed}, network ${index} on ${day}`).toEqual(expected);
			if (root === all) expect(inOrder(states, faulty)).toEqual(Object.keys(faulty).filter((id) => faulty[id]?.isInOrder));
		}
	}
});

const firstEdition = {
	texts: {
		'pages/a.md': '---\ntitle: A\ntags: [Care]\naliases: [pages/former]\n---\nSee [B](b.md), [money](/agreements/money/#who) and **nobody** else.\n\n## Who\n\n| a | b |\n| - | - |\n| 1 | 2 |\n',
		'pages/b.md': '# B\n\n<b onclick="x()">Raw</b> and ![a picture](picture.png)\n',
		'agreements/money.md': '---\ntitle: Money\nstatus: adopted\nadoptedOn: 2020\nrelated: [pages/a]\n---\nWe share it.\n\n## Who\n\nAll.\n',
	},
};

const secondEdition = { texts: { ...firstEdition.texts, 'pages/b.md': '# B\n\nAnother text.\n' } };

/** What the healthy ones publish on which day. */
const days: [day: string, publish: (handbooks: readonly PlayedHandbook[]) => void][] = [
	['2026-05-01', () => {}],
	['2026-05-02', (handbooks) => handbooks.forEach((handbook) => void handbook.publish(secondEdition))],
];

/** A network in whose list the faulty ones stand before, between and after the healthy ones. */
function networkWith(healthy: Record<string, string>, faulty: Record<string, FaultyMember>, names: readonly string[]): string {
	return networkOf({ ...healthy, ...Object.fromEntries(names.map((name) => [name, faulty[name]?.url ?? networkUrl])) });
}

/** Crawls with little patience for the slow ones; returns how each member stands. */
async function crawl(day: string, root: string, faulty: Record<string, FaultyMember>): Promise<Record<string, string>> {
	const options = { userAgent: 'sporeprint-test', allowPrivate: true };
	const [patient, hasty] = [openWeb(options), openWeb({ ...options, deadline: 300 })];
	const slow = new Set(Object.values(faulty).flatMap(({ url, isSlow }) => (isSlow ? new URL(url).origin : [])));
	const web: Web = {
		...patient,
		get: (exchange) => (slow.has(new URL(exchange.url).origin) ? hasty : patient).get(exchange),
		close: async () => {
			await Promise.all([patient.close(), hasty.close()]);
		},
	};
	const { byId } = await crawlOn(day, root, { web });
	return Object.fromEntries(Object.entries(byId).map(([id, { state }]) => [id, state]));
}

/** What is on disk of the healthy members, and what the site shows of them. */
async function keptAndShown(root: string, faulty: Record<string, FaultyMember>, cache?: string): Promise<{ files: Record<string, string>; members: Member[] }> {
	const isHealthy = (id: string): boolean => !(id in faulty) && !(id.replace(/-[0-9a-f]{12}$/, '') in faulty);
	const files = Object.entries(filesBelow(join(root, 'snapshots'))).filter(([path]) => isHealthy(path.split('/')[0] ?? ''));
	const { value } = await read(root, { deadline: 1000, ...(cache !== undefined && { cache }) });
	return { files: Object.fromEntries(files), members: value.members.filter(({ id }) => isHealthy(id)) };
}

function inOrder(states: Record<string, string>, faulty: Record<string, FaultyMember>): string[] {
	return Object.keys(faulty).filter((id) => states[id] === 'fresh');
}

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). */
function randomStream(from: number): () => number {
	let state = from >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), state | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}
