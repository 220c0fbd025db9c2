import { kindOfPath } from '../../schema/kinds.js';
import type { BuildCache } from '../build-cache.js';
import { introducedKind } from '../entry-id.js';
import { type Git, textFrom } from './ask-git.js';
import { withoutAddresses } from './clean-message.js';
import { type Commit, readAuthors, readLog } from './commit-log.js';
import { formerAddresses } from './former-addresses.js';
import { type EntryHistory, type HandbookHistory, noHistory, type Version } from './handbook-history.js';
import { type KeptHistory, loadHistory, saveHistory } from './kept-history.js';
import { readBlobs } from './read-blobs.js';
import { type TracedText, traceTexts } from './trace-texts.js';
import { factsOf, readVersion, type VersionFacts } from './version-facts.js';
import { versionReader } from './version-reader.js';

/** How history is read. */
export interface HistoryOptions {
	/** Path of the handbook's root within its repository, ending in `/` unless empty. */
	pathInRepo: string;
	/** The commit to begin at. */
	head: string;
	/** True where the names of authors are to be shown. */
	names: boolean;
	cache?: BuildCache | undefined;
}

/** The history of all texts, by the paths below `content/` where they were last. */
export interface TextHistories {
	byPath: ReadonlyMap<string, EntryHistory>;
	former: HandbookHistory['former'];
	read: HandbookHistory['read'];
}

/** The histories of texts that git does not know. */
export const noHistories: TextHistories = { byPath: new Map(), former: [], read: noHistory.read };

/** Reads what became of every text, from all commits that led to this one. What the cache knows of them is not asked again. */
export function readHistory(git: Git, { pathInRepo, head, names, cache }: HistoryOptions): TextHistories {
	const content = `${pathInRepo}content/`;
	const kept = cache && loadHistory(cache, content);
	const commits = commitsUpTo(git, head, content, kept);
	const versions = versionsOf(git, commits, kept?.versions ?? {});
	if (cache && kept?.head !== head) saveHistory(cache, { content, head, commits, versions });

	const authors = names ? readAuthors(git) : new Map<string, string>();
	const texts = traceTexts(commits, (version) => versions[keyOf(version)] ?? undefined);
	const byPath = new Map(texts.flatMap((text) => historyOf(text, authors)));
	return { byPath, former: formerAddresses(git, texts), read: versionReader(git, byPath) };
}

/** The history of the entries that are visible now. */
export function historyOfEntries({ byPath, former, read }: TextHistories, entries: readonly { id: string; path: string }[]): HandbookHistory {
	const found = entries.flatMap(({ id, path }) => {
		const history = byPath.get(path);
		return history ? [[id, history] as const] : [];
	});
	return found.length === 0 && former.length === 0 ? noHistory : { entries: new Map(found), former, read };
}

function commitsUpTo(git: Git, head: string, content: string, kept: KeptHistory | undefined): Commit[] {
	if (kept?.head === head) return kept.commits;
	return kept && followsAlone(git, kept.head, head) ? [...kept.commits, ...readLog(git, content, `${kept.head}..${head}`)] : readLog(git, content, head);
}

/** True when everything between two commits builds on the first, so that the log of what is new continues the log of what is known. */
function followsAlone(git: Git, old: string, head: string): boolean {
	const [lost, added] = (textFrom(git, ['rev-list', '--count', '--left-right', `${old}...${head}`]) ?? '').split('\t');
	return lost === '0' && added === textFrom(git, ['rev-list', '--count', '--ancestry-path', `${old}..${head}`]);
}

function versionsOf(git: Git, commits: readonly Commit[], kept: KeptHistory['versions']): KeptHistory['versions'] {
	const wanted = new Map<string, Version>();
	for (const { changes } of commits) {
		for (const { path, from, before, after } of changes) {
			if (before !== undefined) wanted.set(keyOf({ blob: before, path: from ?? path }), { blob: before, path: from ?? path });
			if (after !== undefined) wanted.set(keyOf({ blob: after, path }), { blob: after, path });
		}
	}
	const unknown = [...wanted].filter(([key]) => !(key in kept));
	const blobs = readBlobs(
		git,
		unknown.map(([, { blob }]) => blob),
	);
	const read = new Map(unknown.map(([key, version]) => [key, judge(version, blobs.get(version.blob))]));
	return Object.fromEntries([...wanted.keys()].map((key) => [key, kept[key] ?? read.get(key) ?? null]));
}

function judge({ path }: Version, bytes: Uint8Array | undefined): VersionFacts | undefined {
	const entry = bytes && readVersion(path, bytes);
	return entry && factsOf(entry);
}

/** The path decides nothing but the kind, and the language of its code. */
function keyOf({ blob, path }: Version): string {
	return `${blob} ${introducedKind(path) ? 'page' : kindOfPath(path)}`;
}

/** Whether the text can be read now, its reader knows; what a merge chose between two branches stands in no commit. */
function historyOf({ path, changes }: TracedText, authors: ReadonlyMap<string, string>): [string, EntryHistory][] {
	const [first] = changes;
	if (!first) return [];
	const named = changes.map((change) => ({ ...change, ...authorOf(change.commit, authors) }));
	return [[path, { firstPublished: first.day, changes: named.reverse() }]];
}

function authorOf(commit: string, authors: ReadonlyMap<string, string>): { author?: string } {
	const author = withoutAddresses(authors.get(commit) ?? '').trim();
	return author === '' ? {} : { author };
}
