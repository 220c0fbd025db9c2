import type { MemberState } from '../../schema/member-state.js';

/** Why a member was not asked. */
export type SkipReason = 'not-due' | 'paused' | 'archived' | 'hidden' | 'asked-to-wait';

/** How a member stands after a crawl. */
export interface MemberReport {
	id: string;
	url: string;
	state: MemberState;
	/** What is shown of it is another than before. */
	changed: boolean;
	/** Texts that are known of it. */
	entries: number;
	problem?: { code: string; message: string; hint: string } | undefined;
	/** Id of the index through which it was found. */
	via?: string | undefined;
	skipped?: SkipReason | undefined;
}

/** How a crawl went. */
export interface CrawlReport {
	/** By id. */
	members: MemberReport[];
	/** Folders of members that are no more; in a dry run, those that would be removed. */
	removed: string[];
	/** How many members were asked, and how many of those are in order. */
	asked: number;
	healthy: number;
	requests: number;
	/** As they were sent. */
	bytes: number;
}

/** Counts what was done. */
export function crawlReport(members: readonly MemberReport[], removed: readonly string[], traffic: { requests: number; bytes: number }): CrawlReport {
	const asked = members.filter(({ skipped }) => skipped === undefined);
	return {
		members: members.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
		removed: [...removed],
		asked: asked.length,
		healthy: asked.filter(({ state }) => state === 'fresh').length,
		requests: traffic.requests,
		bytes: traffic.bytes,
	};
}
