import { afterAll, describe, expect, test, vi } from 'vitest';
import type { ForeignText, TextOutcome } from '../../src/network/mirror/read-foreign-text.js';
import { packIndex } from '../../src/network/mirror/render-job.js';
import { RenderPool } from '../../src/network/mirror/render-pool.js';
import { worker } from './mini-network.js';

// A busy machine gives a text ten times as long.
vi.setConfig({ testTimeout: 120_000 });

const index = packIndex({ ids: new Set(['pages/a', 'pages/b']), aliases: new Map() });
const pools: RenderPool[] = [];
afterAll(async () => {
	for (const pool of pools) await pool.close();
});

function pool(deadline = 2_000, threads = 2, file = worker): RenderPool {
	const made = new RenderPool({ worker: file, deadline, threads });
	pools.push(made);
	return made;
}

function text(source: string): ForeignText {
	return { kind: 'page', lang: 'en', source, place: { base: '/', member: 'moss', home: 'https://moss.example/', id: 'pages/a', url: 'https://moss.example/pages/a/' } };
}

/** Reads a text as a network does: once among others, and when that fails once more alone. */
async function outcomeOf(from: RenderPool, source: string): Promise<TextOutcome> {
	return (await from.read(text(source), index)) ?? (await from.readAlone(text(source), index));
}

function bytes(part: string, count: number): string {
	return part.repeat(Math.ceil(count / part.length)).slice(0, count);
}

const kibibyte = 1024;
const wideRow = (cell: string) => `${cell.repeat(21 * kibibyte)}|\n`;
const slow = bytes('[ (](', 40 * kibibyte);
const wide = wideRow('|a') + wideRow('|-') + wideRow('|b');

describe('a text made to hang or crash a parser is not shown', () => {
	test.each([
		['brackets that open and never close', slow],
		['emphasis in emphasis', `${'*a **b '.repeat(1300)}${'c** d* '.repeat(1300)}`],
		['emphasis that closes and never opens', bytes('a** ', 128 * kibibyte)],
		['quotations in quotations', bytes('>', 60_000)],
		['quotations in quotations, not so many', `${bytes('>', 1_500)} a`],
		['lists in lists', bytes('1. ', 128 * kibibyte)],
		['a table of 21,504 columns', wide],
		['a table of 43,690 rows', `|a|\n|-|\n${bytes('|b|\n', 128 * kibibyte - 8)}`],
		['a text that grows in being read', `[a]: https://example.org/${'u'.repeat(5_000)}\n\n${bytes('[a] ', 6_000)}`],
		['notes that lead back to thousands of places', `[^1]: a\n\n${bytes('[^1] ', 120 * kibibyte)}`],
		['facts of a hundred thousand wrong items', `---\ntags:\n${bytes('  - {a: 1}\n', 120 * kibibyte - ((120 * kibibyte) % 11))}---\n`],
		['facts in facts', `---\na: ${bytes('[', 60_000)}\n---\n`],
	])('%s', async (_, source) => {
		expect(source.length).toBeLessThanOrEqual(128 * kibibyte);
		const { quarantine } = (await outcomeOf(pool(200), source)) as { quarantine?: string };
		expect(['too-slow', 'too-complex', 'too-large', 'front-matter']).toContain(quarantine);
	});
});

describe('the reason is told:', () => {
	test('time', async () => {
		expect(await outcomeOf(pool(300), slow)).toEqual({ quarantine: 'too-slow' });
	});

	test('memory', async () => {
		expect(await outcomeOf(pool(60_000), `|a|\n|-|\n${bytes('a\n', 4 * kibibyte)}`.replace('|a|', wideRow('|a').trim()).replace('|-|', wideRow('|-').trim()))).toEqual({ quarantine: 'too-complex' });
	});

	test('depth', async () => {
		expect(await outcomeOf(pool(60_000), `${bytes('>', 300)} a`)).toEqual({ quarantine: 'too-complex' });
	});

	test('length, once it is a page', async () => {
		expect(await outcomeOf(pool(60_000), `[a]: https://example.org/${'u'.repeat(5_000)}\n\n${bytes('[a] ', 6_000)}`)).toEqual({ quarantine: 'too-large' });
	});
});

test('a text as people write them is shown, also when it is as long as it may be', async () => {
	const line = 'The quick [brown](b.md) **fox** jumps over `the` lazy dog. It is *so* nice.\n\n';
	const outcome = await outcomeOf(pool(), bytes(line, 128 * kibibyte));
	expect(outcome).toHaveProperty('rendered.html');
});

test('a text that takes its worker with it harms no other', async () => {
	const from = pool(1_500, 2);
	const healthy = Array.from({ length: 30 }, (_, at) => `Text number ${at}, with [a link](b.md).\n`);
	const deep = `${bytes('>', 1_500)} a`;
	const sources = healthy.flatMap((source, at) => (at % 15 === 5 ? [slow, wide, deep, source] : [source]));
	const waiting = [...sources.entries()];
	const found = new Map<string, TextOutcome | undefined>();
	const work = async (): Promise<void> => {
		for (let next = waiting.shift(); next; next = waiting.shift()) found.set(next[1], await from.read(text(next[1]), index));
	};
	await Promise.all([work(), work()]);
	for (const source of healthy) expect(found.get(source)).toHaveProperty('rendered.text', source.trim().replace('[a link](b.md)', 'a link'));
	for (const source of [slow, wide, deep]) expect(found.get(source) ?? {}).not.toHaveProperty('rendered');
});

test('a text that failed among others is shown when it is read well alone', async () => {
	expect(await pool(1).read(text('A *text*.\n'.repeat(10_000)), index)).toBeUndefined();
	expect(await pool(20_000).readAlone(text('A *text*.\n'.repeat(10_000)), index)).toHaveProperty('rendered');
});

test('the last try gives the same outcome as the first', async () => {
	const source = text('---\ntitle: A\ntags: [b]\n---\n# A\n\n[b](b.md) c[^1]\n\n[^1]: d\n');
	const first = await pool().read(source, index);
	expect(first).toHaveProperty('rendered');
	expect(await pool().readAlone(source, index)).toEqual(first);
});

test('when there is no worker, that is said, and no text is blamed', async () => {
	const from = pool(500, 2, new URL('no-worker.js', worker));
	const tries = await Promise.all([from.read(text('a'), index), from.read(text('b'), index)]);
	expect(tries).toEqual([undefined, undefined]);
	await expect(from.readAlone(text('a'), index)).rejects.toThrow(/The worker that reads texts cannot start: .*no-worker\.js/);
});

test('an index of a member holds for its texts, and not for those of another', async () => {
	const from = pool(2_000, 1);
	const other = packIndex({ ids: new Set(['pages/c']), aliases: new Map([['pages/d', 'pages/c']]) });
	const linked = async (packed: typeof index): Promise<unknown> => {
		const outcome = await from.read(text('[b](b.md) [d](d.md)'), packed);
		return outcome && 'rendered' in outcome ? outcome.rendered.entryLinks.map(({ id }) => id) : outcome;
	};
	expect([await linked(index), await linked(other), await linked(index)]).toEqual([['groups/moss/pages/b'], ['groups/moss/pages/c'], ['groups/moss/pages/b']]);
});
