import { join } from 'node:path';
import type { z } from 'zod';
import { isSlugPath } from '../../lib/slug.js';
import { byteHash } from '../../lib/text-hash.js';
import { type MemberRecord, type Snapshot, snapshotSchema, stateSchema } from '../snapshot.js';
import { DiskFault, localDisk, type SafeDisk, safeDisk } from './snapshot-disk.js';

/** What is on disk of a member. */
export interface StoredMember {
	snapshot?: Snapshot;
	record?: MemberRecord;
	/** Files that are not as the crawl wrote them, by their paths below the root, with `/`. */
	damaged: string[];
}

/** What `snapshots/<id>/` holds of a member. Never throws: a file that cannot be read is a damaged one. */
export function readStored(root: string, id: string): StoredMember {
	return loadStored(safeDisk(localDisk), root, id, 'as damaged');
}

/** The same for the crawl, which stops (`DiskFault`) rather than replace what it may not read. */
export function loadStored(disk: SafeDisk, root: string, id: string, unreadable: 'stops' | 'as damaged' = 'stops'): StoredMember {
	const stored: StoredMember = { damaged: [] };
	if (!isMemberId(id)) return stored;
	const load = <S extends z.ZodType>(name: string, schema: S): z.output<S> | undefined => {
		const file = `snapshots/${id}/${name}`;
		try {
			const bytes = disk.read(join(root, file));
			return bytes && schema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
		} catch (error) {
			if (error instanceof DiskFault && unreadable === 'stops') throw error;
			stored.damaged.push(file);
			return undefined;
		}
	};
	const snapshot = load('snapshot.json', snapshotSchema);
	const record = load('state.json', stateSchema);
	return { ...(snapshot && { snapshot }), ...(record && { record }), damaged: stored.damaged };
}

/** The source of a text by the hash of its bytes; undefined when it is absent or its bytes have another hash. Never throws. */
export function readStoredText(root: string, id: string, hash: string): string | undefined {
	try {
		return loadText(safeDisk(localDisk), root, id, hash);
	} catch (error) {
		if (error instanceof DiskFault) return undefined;
		throw error;
	}
}

/** The same for the crawl. */
export function loadText(disk: SafeDisk, root: string, id: string, hash: string): string | undefined {
	if (!isMemberId(id) || !/^[0-9a-f]{64}$/.test(hash)) return undefined;
	const bytes = disk.read(join(root, textFile(id, hash)));
	return bytes && byteHash(bytes) === hash ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : undefined;
}

/** Names of the folders below `snapshots/` that can be members', sorted. */
export function storedMembers(root: string, disk: SafeDisk = safeDisk(localDisk)): string[] {
	return disk
		.list(join(root, 'snapshots'))
		.filter(({ name, isFolder }) => isFolder && isMemberId(name))
		.map(({ name }) => name)
		.sort();
}

/** Path of a text below the root. */
function textFile(id: string, hash: string): string {
	return `snapshots/${id}/texts/${hash}.md`;
}

/** An id is a name of a folder: it is a slug, and nothing else becomes a path. */
function isMemberId(id: string): boolean {
	return isSlugPath(id) && !id.includes('/');
}
