import type { DraftEntry } from '../read-entry.js';
import type { Git } from './ask-git.js';
import type { EntryHistory, Version } from './handbook-history.js';
import { readBlobs } from './read-blobs.js';
import { readVersion } from './version-facts.js';

/** Changes of one text that are shown with their words; whoever wants more has the repository. */
export const mostVersions = 100;

/** Gives versions as they were. Their bytes are read at the first question, all in one request, and are taken apart when they are asked for. */
export function versionReader(git: Git, byPath: ReadonlyMap<string, EntryHistory>): (version: Version) => DraftEntry | undefined {
	let blobs: Map<string, Buffer> | undefined;
	return ({ blob, path }) => {
		blobs ??= readBlobs(git, shownBlobs(byPath));
		const bytes = blobs.get(blob);
		return bytes && readVersion(path, bytes);
	};
}

function* shownBlobs(byPath: ReadonlyMap<string, EntryHistory>): Generator<string> {
	for (const { changes } of byPath.values()) {
		if (changes.length < 2) continue;
		for (const { before, after } of changes.slice(0, mostVersions)) {
			if (before) yield before.blob;
			yield after.blob;
		}
	}
}
