import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Result } from '../../src/errors.js';
import { type CrawlOptions, type CrawlReport, crawl, type MemberReport } from '../../src/network/crawl.js';
import { openWeb } from '../../src/network/fetch.js';
import type { MemberRecord, Snapshot } from '../../src/network/snapshot.js';
import { emptyFolder, writeFiles } from '../mini-handbook.js';
import { networkUrl } from './handbook-server.js';

/** Writes a network of members, given by their ids and addresses, and returns its folder. */
export function networkOf(members: Record<string, string>, files: Record<string, string> = {}): string {
	const root = emptyFolder();
	const memberFiles = Object.entries(members).map(([id, url]) => [`content/members/${id}.yml`, stringify({ url })]);
	writeFiles(root, { 'content/network.md': `---\nname: Our network\nurl: ${networkUrl}\n---\n`, ...Object.fromEntries(memberFiles), ...files });
	return root;
}

/** A crawl on a day, at noon unless a time is told. */
export async function crawlOn(day: string, root: string, options: Partial<CrawlOptions> = {}): Promise<Result<CrawlReport> & { byId: Record<string, MemberReport> }> {
	const now = new Date(day.includes('T') ? day : `${day}T12:00:00Z`);
	const web = options.web ?? openWeb({ userAgent: 'sporeprint-test', allowPrivate: true, now: () => now });
	try {
		const result = await crawl({ root, web, now, allowPrivate: true, ...options });
		return { ...result, byId: Object.fromEntries(result.value.members.map((member) => [member.id, member])) };
	} finally {
		await web.close();
	}
}

/** A day, and so many days after it. */
export function daysAfter(day: string, days: number): string {
	return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Every file below a folder by its path, with what is in it. */
export function filesBelow(folder: string): Record<string, string> {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
	return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]));
}

/** When each file and folder below a folder was last changed. */
export function changeTimes(folder: string): Record<string, number> {
	const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	return Object.fromEntries(paths.sort().map((path) => [path, statSync(join(folder, path)).mtimeMs]));
}

/** What is kept of a member. */
export function snapshotOf(root: string, id: string): Snapshot {
	return JSON.parse(readFileSync(join(root, 'snapshots', id, 'snapshot.json'), 'utf8')) as Snapshot;
}

/** How a member stands on disk. */
export function recordOf(root: string, id: string): MemberRecord {
	return JSON.parse(readFileSync(join(root, 'snapshots', id, 'state.json'), 'utf8')) as MemberRecord;
}
