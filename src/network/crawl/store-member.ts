import { join } from 'node:path';
import type { MemberRecord, Snapshot } from '../snapshot.js';
import type { SafeDisk } from '../snapshots/snapshot-disk.js';
import { recordText, snapshotText } from '../snapshots/snapshot-text.js';

/** What is to be on disk of a member. */
export interface MemberPlan {
	record: MemberRecord;
	/** Undefined when there is none, or when the one on disk cannot be read and nothing better is known. */
	snapshot?: Snapshot | undefined;
	/** New sources by the hash of their bytes. */
	texts: ReadonlyMap<string, string>;
	/** Texts that the snapshot does not name stay: it may be the snapshot that is wrong. */
	keepsTexts: boolean;
}

/**
 * Brings what is on disk in line with a plan, and writes nothing that is there already. Whenever it is cut short, what is there is
 * whole, and the next crawl comes to the same end: a new snapshot has its texts before it comes, and the validators that stand for
 * it come after it; when texts are to go, the validators of the old state go first.
 */
export function storeMember(disk: SafeDisk, root: string, id: string, { record, snapshot, texts, keepsTexts }: MemberPlan): void {
	const folder = join(root, 'snapshots', id);
	const state = (): void => putFile(disk, folder, 'state.json', recordText(record));
	if (record.state !== 'fresh') state();
	for (const [hash, source] of texts) putFile(disk, join(folder, 'texts'), `${hash}.md`, source);
	if (snapshot) putFile(disk, folder, 'snapshot.json', snapshotText(snapshot));
	if (record.state === 'fresh') state();

	const wanted = new Set(snapshot?.entries.map(({ text }) => `${text}.md`));
	for (const { name, isFolder } of disk.list(folder)) if (!isFolder && name.endsWith('.tmp')) disk.remove(join(folder, name));
	for (const { name, isFolder } of disk.list(join(folder, 'texts'))) {
		const isOver = name.endsWith('.tmp') || (!keepsTexts && /^[0-9a-f]{64}\.md$/.test(name) && !wanted.has(name));
		if (!isFolder && isOver) disk.remove(join(folder, 'texts', name));
	}
}

/** Writes a file under a temporary name and gives it its own when it is complete, unless it is there as it should be. */
function putFile(disk: SafeDisk, folder: string, name: string, text: string): void {
	const path = join(folder, name);
	const bytes = Buffer.from(text, 'utf8');
	const there = disk.read(path);
	if (there && bytes.equals(there)) return;
	disk.makeFolder(folder);
	disk.write(`${path}.tmp`, bytes);
	disk.rename(`${path}.tmp`, path);
}
