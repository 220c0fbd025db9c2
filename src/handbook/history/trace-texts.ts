import { idOfPath } from '../entry-id.js';
import type { Commit, FileChange } from './commit-log.js';
import type { Change, ChangeKind, Version } from './handbook-history.js';
import type { VersionFacts } from './version-facts.js';

/** One text through all its commits, wherever it was moved. */
export interface TracedText {
	/** Where it is, or was at last. */
	path: string;
	/** False once its file is gone. */
	exists: boolean;
	/** Its address now, when it is there to be read. */
	id?: string | undefined;
	/** Every address at which it could be read, and its path then. */
	addresses: Map<string, string>;
	/** What readers saw change, the earliest first. */
	changes: Change[];
	/** What readers saw last. */
	seen?: SeenVersion | undefined;
}

/** A version that readers could see. */
interface SeenVersion extends Version {
	id: string;
	facts: VersionFacts;
}

/**
 * Follows every text from its first commit to its last. `commits` come each after those it builds on;
 * `factsOf` knows the versions that readers may see.
 */
export function traceTexts(commits: readonly Commit[], factsOf: (version: Version) => VersionFacts | undefined): TracedText[] {
	const texts: TracedText[] = [];
	const byPath = new Map<string, TracedText>();
	const byAddress = new Map<string, TracedText>();

	const see = (blob: string | undefined, path: string): SeenVersion | undefined => {
		const facts = blob === undefined ? undefined : factsOf({ blob, path });
		return blob === undefined || facts === undefined ? undefined : { blob, path, facts, id: facts.id ?? idOfPath(path) };
	};
	const follow = ({ path, from, before }: FileChange, id: string): TracedText => {
		const known = byPath.get(from ?? path);
		// A file that is new at a path from which another was moved away is another text.
		if (known && (before !== undefined || known.path === path)) return known;
		const namesake = byAddress.get(id);
		if (namesake?.seen?.id === id && (namesake.id === id || !namesake.exists)) return namesake;
		const text: TracedText = { path, exists: true, addresses: new Map(), changes: [] };
		texts.push(text);
		return text;
	};

	for (const commit of commits) {
		for (const change of commit.changes) {
			const { path, from, before, after } = change;
			if (after === undefined) {
				const gone = byPath.get(path);
				if (gone?.path !== path) continue;
				gone.exists = false;
				gone.id = undefined;
				continue;
			}
			const next = see(after, path);
			const text = follow(change, next?.id ?? idOfPath(path));
			// A branch may go on at the old path after another one has moved the file.
			const isLatestPlace = from !== undefined || before === undefined || byPath.get(path) !== text || text.path === path || !text.exists;
			byPath.set(path, text);
			if (isLatestPlace) {
				text.path = path;
				text.exists = true;
				text.id = next?.id;
				if (next) byAddress.set(next.id, text);
			}
			if (!next) continue;
			text.addresses.set(next.id, path);
			const shown = changeOf(commit, change, see(before, from ?? path) ?? text.seen, next, text);
			if (shown) text.changes.push(shown);
			text.seen = next;
		}
	}
	return texts;
}

/** Undefined for a change that readers cannot see, or have seen already from another branch. */
function changeOf({ hash, seconds, message }: Commit, { merged }: FileChange, previous: SeenVersion | undefined, next: SeenVersion, { seen }: TracedText): Change | undefined {
	if (merged && seen) return undefined;
	const before = seen ? previous : undefined;
	if ((before && readsTheSame(before, next)) || (seen && readsTheSame(seen, next))) return undefined;
	const formerId = before && before.id !== next.id ? before.id : undefined;
	return {
		commit: hash,
		seconds,
		day: new Date(seconds * 1000).toISOString().slice(0, 10),
		kind: kindOf(before, next),
		message,
		...(formerId !== undefined && { formerId }),
		...(before && { before: { blob: before.blob, path: before.path } }),
		after: { blob: next.blob, path: next.path },
	};
}

function readsTheSame(a: SeenVersion, b: SeenVersion): boolean {
	return a.id === b.id && a.facts.words === b.facts.words && a.facts.facts === b.facts.facts;
}

function kindOf(before: SeenVersion | undefined, { id, facts }: SeenVersion): ChangeKind {
	if (!before) return facts.adopted ? 'adopted' : 'new';
	if (facts.retired && !before.facts.retired) return 'retired';
	if (facts.reviews > before.facts.reviews) return 'reviewed';
	return id === before.id ? 'changed' : 'renamed';
}
