import { byteHash } from '../../lib/text-hash.js';
import type { Snapshot, SnapshotEntry } from '../snapshot.js';
import { snapshotText } from '../snapshots/snapshot-text.js';
import { goneLines } from './gone-lines.js';
import type { PrintedText, SoundPrint } from './verify-print.js';

/** What a snapshot is made from. */
export interface Gathered {
	print: SoundPrint;
	printUrl: string;
	/** The sources by the ids of their texts: one for each text of the print. */
	sources: ReadonlyMap<string, string>;
	/** The handbooks of an index. */
	members: Snapshot['members'];
	/** The state before. */
	previous: Snapshot | undefined;
	today: string;
}

/** The new state of a member. It depends on the print, its texts, the state before and the day, and on nothing else. */
export function nextSnapshot({ print, printUrl, sources, members, previous, today }: Gathered): Snapshot {
	const before = new Map(previous?.entries.map((entry) => [entry.id, entry]));
	const next: Snapshot = {
		format: 1,
		type: print.type,
		url: print.home,
		printUrl,
		changed: previous?.changed ?? today,
		generatedAt: print.generatedAt,
		repo: print.repo,
		group: print.group,
		aliases: print.aliases,
		entries: print.entries.map((entry) => nextEntry(entry, sources.get(entry.id) ?? '', before.get(entry.id), today)),
		gone: goneLines(previous, print, today),
		members,
	};
	const text = snapshotText(next);
	return previous && text === snapshotText(previous) ? previous : { ...next, changed: today };
}

function nextEntry(entry: PrintedText, source: string, before: SnapshotEntry | undefined, today: string): SnapshotEntry {
	const isSame = before?.sha256 === entry.sha256;
	return { ...entry, text: sourceHash(source), firstSeen: before?.firstSeen ?? today, changed: isSame ? before.changed : today };
}

/** The hash that a source's file is named for. */
export function sourceHash(source: string): string {
	return byteHash(source);
}

/** The state of a member that is gone: no texts, and a line for each that says so. */
export function erasedSnapshot(snapshot: Snapshot, today: string): Snapshot {
	return { ...snapshot, aliases: [], entries: [], gone: goneLines(snapshot, { entries: [], aliases: [], tombstones: [] }, today) };
}

/** The state of a member of which only the titles are to be kept. */
export function stubbedSnapshot(snapshot: Snapshot): Snapshot {
	return { ...snapshot, entries: snapshot.entries.map(({ text: _text, ...entry }) => entry) };
}
