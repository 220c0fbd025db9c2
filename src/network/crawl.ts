import { join, relative, sep } from 'node:path';
import { type Problem, problem, type Result } from '../errors.js';
import { directCandidates, foundCandidates } from './crawl/candidates.js';
import { type CrawlReport, crawlReport, type MemberReport } from './crawl/crawl-report.js';
import { type Crawling, crawlRound } from './crawl/crawl-round.js';
import { isFoundThrough } from './crawl/found-members.js';
import { robotsGate } from './crawl/robots-gate.js';
import { storeMember } from './crawl/store-member.js';
import type { Visit } from './crawl/visit-member.js';
import type { Web } from './fetch.js';
import { homeAddress } from './home-address.js';
import { type Registry, readRegistry } from './registry/read-registry.js';
import { DiskFault, localDisk, type SafeDisk, type SnapshotDisk, safeDisk } from './snapshots/snapshot-disk.js';
import { loadStored, storedMembers } from './snapshots/snapshot-files.js';

export type { CrawlReport, MemberReport } from './crawl/crawl-report.js';

/** How to crawl. */
export interface CrawlOptions {
	/** Folder of the network: holds `content/` and `snapshots/`. */
	root: string;
	web: Web;
	now: Date;
	/** Ids of the members to ask, whether it is their turn or not. Without it, all. */
	only?: readonly string[] | undefined;
	/** Asks, but writes nothing. */
	dryRun?: boolean | undefined;
	/** Asks only those whose turn it is. */
	due?: boolean | undefined;
	/** How many origins are asked at a time. Default: 8. */
	concurrency?: number | undefined;
	/** For tests and demos on one computer: no pauses. */
	allowPrivate?: boolean | undefined;
	files?: SnapshotDisk | undefined;
	/** Called for each member as soon as it is known how it stands. */
	onMember?: ((report: MemberReport) => void) | undefined;
	pause?: ((ms: number) => Promise<void>) | undefined;
}

/** Milliseconds between two members of one origin, at most. */
const longestPause = 300;

/**
 * Brings what the members of a network publish into `snapshots/`. Whatever a member sends changes its own folder and no other;
 * whatever is wrong with it stands in its report and its `state.json`. Only a faulty registry and a failing disk end a crawl,
 * and both are problems in the result.
 */
export async function crawl(options: CrawlOptions): Promise<Result<CrawlReport>> {
	const { root, web, now, only, dryRun = false, due = false, concurrency = 8, allowPrivate = false, files = localDisk, onMember = () => {}, pause = sleep } = options;
	const { value: registry, problems } = readRegistry(root);
	const self = registry.fields.url === undefined ? undefined : homeAddress(registry.fields.url);
	if (self === undefined) return { value: crawlReport([], [], web.traffic), problems };

	const disk = safeDisk(files);
	const finish = (visit: Visit): void => {
		if (!isWanted(visit, only)) return;
		if (!dryRun && visit.plan) storeMember(disk, root, visit.claim.id, visit.plan);
		onMember(visit.report);
	};
	const crawling: Crawling = {
		web,
		gate: robotsGate(web),
		now,
		today: now.toISOString().slice(0, 10),
		self,
		root,
		disk,
		only: only && new Set(only),
		due,
		concurrency,
		pause: () => (allowPrivate ? Promise.resolve() : pause(Math.random() * longestPause)),
		onVisit: (visit) => {
			if (visit.isSettled) finish(visit);
		},
		waits: new Map(),
	};

	const visits = await crawlAll(registry, crawling);
	const removed: string[] = [];
	try {
		for (const visit of visits) if (!visit.isSettled && !crawling.fault) finish(visit);
		if (!only && !crawling.fault) {
			for (const id of formerMembers(registry, visits, disk, root)) {
				if (!dryRun) disk.remove(join(root, 'snapshots', id));
				removed.push(id);
			}
		}
	} catch (error) {
		if (!(error instanceof DiskFault)) throw error;
		crawling.fault = error;
	}
	const reports = visits.filter((visit) => isWanted(visit, only)).map(({ report }) => report);
	return { value: crawlReport(reports, removed, web.traffic), problems: [...problems, ...(crawling.fault ? [stopped(crawling.fault, root)] : [])] };
}

/** One visit for each handbook: those of the host first, then those that their indexes list, and those that these list. */
async function crawlAll(registry: Registry, crawling: Crawling): Promise<Visit[]> {
	const settled = new Map<string, Visit>();
	const open = new Map<string, Visit>();
	const closed = { has: (home: string) => home === crawling.self || settled.has(home) };
	let round = directCandidates(registry, crawling.self);
	while (round.length > 0 && !crawling.fault) {
		const visits = await crawlRound(round, crawling);
		for (const visit of visits) {
			if (visit.isSettled) settled.set(visit.home, visit);
			else if (!open.has(visit.home)) open.set(visit.home, visit);
		}
		const indexes = visits.flatMap(({ claim, index }) => (index ? [{ claim, snapshot: index }] : []));
		round = foundCandidates(indexes, registry, closed);
	}
	return [...settled.values(), ...[...open.values()].filter(({ home }) => !settled.has(home))];
}

/** Folders of members that the host does not list, and that no index lists any more. What may still be needed is not among them. */
function formerMembers({ members, memberFiles }: Registry, visits: readonly Visit[], disk: SafeDisk, root: string): string[] {
	const present = new Set([...memberFiles, ...visits.map(({ claim }) => claim.id)]);
	const lacking = visits.filter(({ isKnown }) => !isKnown);
	// What an index lists is not known while its file or its snapshot cannot be read.
	const unknown = [...memberFiles.filter((id) => members.every((member) => member.id !== id)), ...lacking.map(({ claim }) => claim.id)];
	// A handbook that is a member in a new way keeps its old folder until the new one holds something.
	const unmet = new Set(lacking.map(({ home }) => home));
	return storedMembers(root, disk).filter((id) => {
		if (present.has(id) || unknown.some((index) => isFoundThrough(id, index))) return false;
		return !unmet.has(loadStored(disk, root, id).snapshot?.url ?? '');
	});
}

function isWanted({ claim }: Visit, only: readonly string[] | undefined): boolean {
	return only === undefined || only.includes(claim.id);
}

function stopped({ path, cause }: DiskFault, root: string): Problem {
	const reasons: Record<string, string> = {
		ENOSPC: 'the disk is full',
		EDQUOT: 'there is no room left',
		EACCES: 'permission is missing',
		EPERM: 'permission is missing',
		EROFS: 'nothing may be written there',
	};
	const code = String((cause as NodeJS.ErrnoException).code ?? cause);
	const file = relative(root, path).split(sep).join('/');
	return problem('crawl-stopped', { file }, `The crawl could not read or write this file: ${reasons[code] ?? code}.`);
}

function sleep(ms: number): Promise<void> {
	return new Promise((done) => {
		setTimeout(done, ms);
	});
}
