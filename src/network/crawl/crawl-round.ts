import pLimit from 'p-limit';
import { DiskFault, type SafeDisk } from '../snapshots/snapshot-disk.js';
import type { Asking } from './ask-member.js';
import type { Candidate } from './candidates.js';
import type { SkipReason } from './crawl-report.js';
import { isDue } from './turn.js';
import { type Held, holdClaim, leaveMember, type Visit, visitMember } from './visit-member.js';

/** What a crawl needs and remembers. */
export interface Crawling extends Asking {
	root: string;
	disk: SafeDisk;
	only?: ReadonlySet<string> | undefined;
	due: boolean;
	concurrency: number;
	/** Waits before the next member of one origin is asked. */
	pause(): Promise<void>;
	/** Called for each visit as soon as it is over. */
	onVisit(visit: Visit): void;
	/** Until when an origin wants to be left alone. */
	waits: Map<string, string>;
	/** Set when the disk fails. Nothing is asked or written after it. */
	fault?: DiskFault | undefined;
}

/** Asks candidates: origins side by side, the members of one origin one after the other. */
export async function crawlRound(candidates: readonly Candidate[], crawling: Crawling): Promise<Visit[]> {
	const limit = pLimit(crawling.concurrency);
	const byOrigin = Map.groupBy(candidates, ({ home }) => new URL(home).origin);
	const visits = await Promise.all([...byOrigin].map(([origin, group]) => limit(() => crawlOrigin(origin, group, crawling))));
	return visits.flat();
}

async function crawlOrigin(origin: string, candidates: readonly Candidate[], crawling: Crawling): Promise<Visit[]> {
	const { root, disk, today, waits } = crawling;
	const visits: Visit[] = [];
	try {
		const held = candidates.map((candidate) => holdClaim(candidate, disk, root)).sort((a, b) => (a.claim.id < b.claim.id ? -1 : 1));
		for (const { stored } of held) wait(waits, origin, stored.record?.notBefore);
		let asked = 0;
		for (const each of held) {
			const skipped = reasonToSkip(each, waits.get(origin), crawling);
			if (!skipped && asked++ > 0) await crawling.pause();
			if (crawling.fault) return visits;
			const visit = skipped ? leaveMember(each, skipped, today) : await visitMember(each, crawling, disk, root);
			if (crawling.fault) return visits;
			wait(waits, origin, visit.notBefore);
			crawling.onVisit(visit);
			// The texts of all members together would be too much to remember.
			visits.push(visit.isSettled ? { ...visit, plan: undefined } : visit);
		}
	} catch (error) {
		if (!(error instanceof DiskFault)) throw error;
		crawling.fault ??= error;
	}
	return visits;
}

function reasonToSkip({ claim, stored }: Held, waitsUntil: string | undefined, { only, due, now, today }: Crawling): SkipReason | undefined {
	if (claim.rest !== undefined) return claim.rest;
	if (only) return only.has(claim.id) ? undefined : 'not-due';
	if (waitsUntil !== undefined && waitsUntil > now.toISOString()) return 'asked-to-wait';
	return due && !isDue(claim.id, stored, today) ? 'not-due' : undefined;
}

function wait(waits: Map<string, string>, origin: string, until: string | undefined): void {
	const known = waits.get(origin);
	if (until !== undefined && (known === undefined || until > known)) waits.set(origin, until);
}
