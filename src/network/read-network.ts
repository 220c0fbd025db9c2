import { availableParallelism } from 'node:os';
import { type Problem, problem, type Result, sortProblems } from '../errors.js';
import { comparePartialDates, type PartialDate } from '../lib/partial-date.js';
import { cleanForeign } from './clean-foreign.js';
import { type FoundMember, findMembers } from './mirror/find-members.js';
import { checkHidden, hiddenTexts } from './mirror/hidden-texts.js';
import { mirrorHandbook } from './mirror/mirror-handbook.js';
import { openCache, pruneCache } from './mirror/render-cache.js';
import { RenderPool } from './mirror/render-pool.js';
import type { Member, MirroredHandbook, Network } from './network.js';
import { readHost } from './registry/read-host.js';
import { type Registry, readRegistry } from './registry/read-registry.js';
import { readStoredText } from './snapshots/snapshot-files.js';

/** How a network is read. */
export interface ReadNetworkOptions {
	/** The site's base, beginning and ending with `/`. */
	base?: string;
	/** Compiled worker, `render-worker.js`. */
	worker: URL;
	/** Folder for rendered texts; without it nothing is kept between runs. */
	cache?: string;
	/** Version of the program: another one renders everything anew. */
	version: string;
	/** Milliseconds that a text may take, on a machine that is neither slow nor busy. Default: 2,000. */
	deadline?: number;
	/** Texts that are read at once. Default: one for each core, at most four. */
	threads?: number;
}

/**
 * Reads the network in a folder: the registry in `content/` and what the crawl left in `snapshots/`, with every problem found,
 * sorted. The same folder gives the same value, and what one member published changes nothing for another.
 * @throws Error when the worker cannot start.
 */
export async function readNetwork(root: string, options: ReadNetworkOptions): Promise<Result<Network>> {
	const { base = '/', worker, cache, deadline = 2_000, threads = Math.min(4, availableParallelism()) } = options;
	const { value: registry, problems } = readRegistry(root);
	const found = findMembers(root, registry);
	const pool = new RenderPool({ worker, deadline, threads });
	const members: Member[] = [];
	const rendered = new Set<string>();
	const readHandbook = async (member: FoundMember): Promise<MirroredHandbook | undefined> => {
		const source = handbookSource(member, registry, base);
		if (!source) return undefined;
		const texts = openCache(cache, member.id);
		const tools = { pool, cache: texts, edition: [options.version, deadline], readSource: (hash: string) => readStoredText(root, member.id, hash) };
		const handbook = await mirrorHandbook(source, tools);
		texts.save();
		rendered.add(member.id);
		return handbook;
	};
	try {
		for (const member of found) members.push(memberOf(member, registry, await readHandbook(member)));
	} finally {
		await pool.close();
	}
	pruneCache(cache, rendered);

	const host = readHost(registry, members, base);
	return {
		value: { host: host.value, members, hidden: registry.hidden, asOf: latest(found.flatMap(({ stored }) => stored.record?.lastGood ?? [])) },
		problems: sortProblems([...problems, ...host.problems, ...damageOf(found), ...checkHidden(registry, found)]),
	};
}

/** What of a member may be shown; undefined when it is nothing. */
function handbookSource({ id, stored: { snapshot, record } }: FoundMember, { hidden }: Registry, base: string): Parameters<typeof mirrorHandbook>[0] | undefined {
	if (!snapshot || hidden.some(({ member, entry }) => member === id && entry === undefined)) return undefined;
	const sound = record?.state === 'gone' ? { ...snapshot, entries: [], aliases: [] } : snapshot;
	return { member: id, snapshot: sound, seen: record?.lastGood ?? snapshot.changed, hidden: hiddenTexts(id, snapshot, hidden), base };
}

function memberOf({ id, url, listed, via, stored: { snapshot, record } }: FoundMember, { hidden }: Registry, handbook: MirroredHandbook | undefined): Member {
	const status = listed?.status === 'active' ? undefined : listed?.status;
	return {
		id,
		type: snapshot?.type ?? 'handbook',
		url,
		since: listed?.since ?? earliest(snapshot?.entries.map(({ firstSeen }) => firstSeen) ?? []),
		note: listed?.note,
		via,
		state: status ?? record?.state ?? 'waiting',
		problem: cleanForeign(record?.problem),
		lastGood: record?.lastGood,
		failingSince: record?.failingSince,
		handbook,
		hidden: hidden.find(({ member, entry }) => member === id && entry === undefined),
	};
}

function damageOf(found: readonly FoundMember[]): Problem[] {
	return found.flatMap(({ stored }) => stored.damaged.map((file) => problem('snapshot-damaged', { file }, `The file ${file} cannot be read.`)));
}

function earliest(dates: readonly PartialDate[]): PartialDate | undefined {
	return dates.toSorted(comparePartialDates)[0];
}

function latest(dates: readonly PartialDate[]): PartialDate | undefined {
	return dates.toSorted(comparePartialDates).at(-1);
}
