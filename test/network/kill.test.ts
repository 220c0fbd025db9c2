import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readStored, readStoredText, storedMembers } from '../../src/network/snapshots/snapshot-files.js';
import { emptyFolder, packageRoot } from '../mini-handbook.js';
import { type ChangingNetwork, changingNetwork, type PublishedState, publishedStates } from './changing-network.js';
import { filesBelow } from './crawled-network.js';

const killAtCall = new URL('kill-at-call.mjs', import.meta.url).href;
/** Side by side, since starting the command takes most of the time. */
const lanes = 2;
const rounds = 5;
const killsInEachState = 5;
const firstSeed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);

/** What crawls that nobody disturbs leave. */
interface Reference {
	/** By state, and then by path below `snapshots/`. */
	files: Record<PublishedState, Record<string, string>>;
	/** Ids of members that are in order in both states. */
	healthy: string[];
	/** Milliseconds from the first request to the end, of the longest. */
	duration: number;
	/** Changes on disk. */
	calls: Record<PublishedState, number>;
}

/** When a crawl is killed: so many milliseconds after its first request, since it has nothing to change before, or in the middle of a change on disk. */
type Moment = { ms: number } | { call: number };

test('killed at a hundred random moments, a crawl loses nothing, and the next one comes to the same end', { timeout: 300_000 }, async () => {
	// Snapshots hold dates, which change at midnight.
	for (let day = ''; day !== today(); ) {
		day = today();
		const cache = emptyFolder();
		const checks = Array.from({ length: lanes }, async (_, lane) => killAndCheck(await changingNetwork(), firstSeed + lane, cache));
		await Promise.all(checks).catch((error) => {
			if (day === today()) throw error;
		});
	}
});

async function killAndCheck(network: ChangingNetwork, seed: number, cache: string): Promise<void> {
	const reference = await undisturbedCrawls(network, cache);
	const random = randomStream(seed);
	for (let round = 1; round <= rounds; round++) {
		const root = copyOf(network.root);
		for (const state of publishedStates) {
			network.enter(state, root);
			for (let kill = 1; kill <= killsInEachState; kill++) {
				// By the clock, most kills meet a crawl that waits.
				const moment = random() < 0.5 ? { ms: random() * reference.duration } : { call: Math.ceil(random() * reference.calls[state]) };
				const said = `seed ${seed}, round ${round}, ${state} state, kill ${kill}, ${JSON.stringify(moment)}`;
				const before = filesBelow(root);
				await crawl(network, root, cache, moment);
				expect(tornFiles(root), said).toEqual([]);
				expect(lostMembers(before, filesBelow(root), reference, state), said).toEqual([]);
			}
			await crawl(network, root, cache);
			expect(filesBelow(join(root, 'snapshots')), `seed ${seed}, round ${round}, ${state} state`).toEqual(reference.files[state]);
		}
		rmSync(root, { recursive: true });
	}
}

async function undisturbedCrawls(network: ChangingNetwork, cache: string): Promise<Reference> {
	const root = copyOf(network.root);
	const reference: Reference = { files: { first: {}, second: {} }, healthy: [], duration: 0, calls: { first: 0, second: 0 } };
	const inOrder: Record<PublishedState, string[]> = { first: [], second: [] };
	for (const state of publishedStates) {
		network.enter(state, root);
		reference.duration = Math.max(reference.duration, await crawl(network, root, cache));
		reference.calls[state] = Number(readFileSync(join(cache, 'calls'), 'utf8'));
		reference.files[state] = filesBelow(join(root, 'snapshots'));
		inOrder[state] = storedMembers(root).filter((id) => readStored(root, id).record?.state === 'fresh');
	}
	reference.healthy = inOrder.first.filter((id) => inOrder.second.includes(id));
	expect([inOrder.first.length, inOrder.second.length, reference.healthy.length]).toEqual([11, 8, 7]);
	expect(tornFiles(root)).toEqual([]);
	return reference;
}

/** Runs the command, to its end or to the moment when it is killed. Resolves to the milliseconds from its first request to its end. */
async function crawl(network: ChangingNetwork, root: string, cache: string, moment?: Moment): Promise<number> {
	const before = network.requests();
	const env = { ...process.env, NODE_COMPILE_CACHE: cache, ...(moment ? 'call' in moment && { KILL_AT_CALL: String(moment.call) } : { COUNT_CALLS_TO: join(cache, 'calls') }) };
	const command = spawn(process.execPath, ['--import', killAtCall, join(packageRoot, 'dist/cli/main.js'), 'crawl', root, '--allow-private'], { env });
	let said = '';
	for (const stream of [command.stdout, command.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
	const ended = once(command, 'close');
	while (network.requests() === before && command.exitCode === null) await sleep(1);
	const start = performance.now();
	if (moment && 'ms' in moment) {
		await Promise.race([ended, sleep(moment.ms)]);
		command.kill('SIGKILL');
	}
	const [code, signal] = await ended;
	if (!moment || signal !== 'SIGKILL') expect(code, said).toBe(0);
	return performance.now() - start;
}

/** Files that cannot be read, and texts that a member's snapshot names and that are not there or not whole. */
function tornFiles(root: string): string[] {
	return storedMembers(root).flatMap((id) => {
		const { snapshot, damaged } = readStored(root, id);
		// What is being removed is not shown any more.
		if (id === 'former' && !existsSync(join(root, 'content/members/former.yml'))) return [];
		const lacking = snapshot?.entries.filter(({ text }) => readStoredText(root, id, text ?? '') === undefined) ?? [];
		return [...damaged, ...lacking.map((entry) => `${id}: ${entry.id}`)];
	});
}

/** Healthy members of which neither the state from before is kept nor the one that they publish now. */
function lostMembers(before: Record<string, string>, after: Record<string, string>, { files, healthy }: Reference, state: PublishedState): string[] {
	return healthy.filter((id) => {
		const file = `${id}/snapshot.json`;
		const now = after[`snapshots/${file}`];
		return now !== before[`snapshots/${file}`] && now !== files[state][file];
	});
}

function copyOf(folder: string): string {
	const copy = emptyFolder();
	cpSync(folder, copy, { recursive: true });
	return copy;
}

function today(): string {
	return new Date().toISOString().slice(0, 10);
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
