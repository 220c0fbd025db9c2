import type { Snapshot } from '../snapshot.js';
import type { SoundPrint } from './verify-print.js';

type GoneLine = Snapshot['gone'][number];

/** More than a handbook withdraws in its life. The oldest are let go first, so that no file grows without end. */
const most = 5000;

/**
 * What is left of the texts that are not there any more: those withdrawn by a tombstone and those that vanished. A text that is
 * back, and one that only has a new address, has no line.
 */
export function goneLines(before: Pick<Snapshot, 'entries' | 'gone'> | undefined, now: Pick<SoundPrint, 'entries' | 'aliases' | 'tombstones'>, today: string): GoneLine[] {
	const lines = new Map<string, GoneLine>();
	for (const line of before?.gone ?? []) lines.set(line.id, line);
	for (const { id, sha256 } of before?.entries ?? []) lines.set(id, { id, sha256, date: today });
	for (const tombstone of now.tombstones) lines.set(tombstone.id, { ...lines.get(tombstone.id), ...tombstone });
	for (const { id } of now.entries) lines.delete(id);
	for (const { from } of now.aliases) lines.delete(from);
	const newest = [...lines.values()].sort((a, b) => compare(b.date, a.date) || compare(a.id, b.id)).slice(0, most);
	return newest.sort((a, b) => compare(a.id, b.id));
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
