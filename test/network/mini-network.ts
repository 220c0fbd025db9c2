import { join } from 'node:path';
import type { Result } from '../../src/errors.js';
import { byteHash, textHash } from '../../src/lib/text-hash.js';
import { readFrontMatter } from '../../src/markdown/front-matter.js';
import type { Network } from '../../src/network/network.js';
import { type ReadNetworkOptions, readNetwork } from '../../src/network/read-network.js';
import type { MemberRecord, Snapshot, SnapshotEntry } from '../../src/network/snapshot.js';
import { kindOfPath } from '../../src/schema/kinds.js';
import { emptyFolder, type MiniFiles, writeFiles } from '../mini-handbook.js';

/** The worker as it is published: `npm test` builds it first. */
export const worker = new URL('../../dist/network/mirror/render-worker.js', import.meta.url);

/** A member as a crawl would have left it. */
export interface MiniMember {
	/** Sources by id. Without an entry of its own, the line of a text in the snapshot is made from these. */
	texts?: Record<string, string>;
	/** What a line of the snapshot says otherwise. */
	entries?: Record<string, Partial<SnapshotEntry>>;
	snapshot?: Partial<Snapshot>;
	record?: Partial<MemberRecord>;
	/** Lines of the member's file below its address; null for a member without a file. */
	file?: string | null;
}

/** Writes a network called Rhizome and returns its folder. */
export function miniNetwork(members: Record<string, MiniMember>, files: MiniFiles = {}): string {
	const root = emptyFolder();
	const listed = Object.entries(members).filter(([, { file }]) => file !== null);
	writeFiles(join(root, 'content'), {
		'network.md': '---\nname: Rhizome\nurl: https://rhizome.example/\n---\n',
		...Object.fromEntries(listed.map(([id, { file = '', snapshot }]) => [`members/${id}.yml`, `url: ${snapshot?.url ?? homeOf(id)}\n${file}`])),
		...files,
	});
	for (const [id, member] of Object.entries(members)) writeFiles(join(root, 'snapshots', id), snapshotFiles(id, member));
	return root;
}

/** Where a member is at home. */
export function homeOf(id: string): string {
	return `https://${id}.example/handbook/`;
}

/** The files of a member below `snapshots/`. */
export function snapshotFiles(id: string, { texts = {}, entries = {}, snapshot, record = {} }: MiniMember): MiniFiles {
	const home = snapshot?.url ?? homeOf(id);
	const value: Snapshot = {
		format: 1,
		type: 'handbook',
		url: home,
		printUrl: `${home}handbook.json`,
		changed: '2026-05-10',
		repo: {},
		group: { name: id },
		aliases: [],
		entries: Object.entries(texts).map(([textId, source]) => ({ ...snapshotEntry(home, textId, source), ...entries[textId] })),
		gone: [],
		members: [],
		...snapshot,
	};
	return {
		'snapshot.json': JSON.stringify(value),
		'state.json': JSON.stringify({ state: 'fresh', lastGood: '2026-05-17', ...record } satisfies MemberRecord),
		...Object.fromEntries(Object.values(texts).map((source) => [`texts/${hashOf(source)}.md`, source])),
	};
}

function snapshotEntry(home: string, id: string, source: string): SnapshotEntry {
	return {
		id,
		kind: kindOfPath(id),
		title: `Title of ${id}`,
		lang: 'en',
		licence: 'CC-BY-SA-4.0',
		url: `${home}${id}/`,
		sourceUrl: `${home}${id}.md`,
		sha256: textHash(source),
		bodySha256: textHash(readFrontMatter(source).body),
		text: hashOf(source),
		firstSeen: '2026-01-01',
		changed: '2026-05-01',
	};
}

/** Name of the file of a text, without its ending. */
export function hashOf(source: string): string {
	return byteHash(new TextEncoder().encode(source));
}

/** Reads a network, with the compiled worker. */
export async function read(root: string, options: Partial<ReadNetworkOptions> = {}): Promise<Result<Network>> {
	return readNetwork(root, { worker, version: 'test', ...options });
}
