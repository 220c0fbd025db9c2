import { isEntryPath } from '../entry-id.js';
import { type Git, textFrom } from './ask-git.js';
import { cleanMessage } from './clean-message.js';

/** A commit that touched texts. */
export interface Commit {
	hash: string;
	/** When it was made, in seconds since 1970. */
	seconds: number;
	message: string;
	changes: FileChange[];
}

/** What a commit did to one file; without `after` the file is gone, without `before` it is new. */
export interface FileChange {
	/** Path below `content/`. */
	path: string;
	/** Where the file was before, when it was moved. */
	from?: string | undefined;
	before?: string | undefined;
	after?: string | undefined;
	/** Brought together by git itself from changes that have their own commits. */
	merged?: true | undefined;
}

const headerMark = '\x01';
const format = `--format=${headerMark}%H%x00%ct%x00%B%x00`;
const rawForm = ['--raw', '-z', '--no-abbrev', '-M', '-l1000', '--no-color', '--encoding=UTF-8'];

/**
 * The commits of a range that touched texts below `content/`, each after those it builds on.
 * `folder` is the path of `content/` in the repository, with a slash at its end.
 */
export function readLog(git: Git, folder: string, range: string): Commit[] {
	// Side branches are followed whatever became of them, so that the log of a range is a part of the whole log.
	const log = git.ask(['log', '--full-history', '--date-order', '-c', ...rawForm, format, range, '--', 'content']);
	const commits = parseLog(log?.toString('utf8') ?? '', folder).reverse();
	markMerged(git, folder, commits);
	return commits;
}

/** Hashes and names of authors of all commits that touched `content/`. */
export function readAuthors(git: Git): Map<string, string> {
	const lines = textFrom(git, ['log', '--full-history', '--encoding=UTF-8', '--format=%H %aN', '--', 'content'])?.split('\n') ?? [];
	return new Map(lines.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]));
}

/** Tells what git brought together by itself from what somebody decided while merging. */
function markMerged(git: Git, folder: string, commits: readonly Commit[]): void {
	const merges = commits.filter(({ changes }) => changes.some(({ merged }) => merged));
	if (merges.length === 0) return;
	const args = ['log', '--no-walk=unsorted', '--stdin', '--remerge-diff', ...rawForm, format, '--', 'content'];
	const decided = git.ask(args, merges.map(({ hash }) => hash).join('\n'));
	// A git of before 2022 cannot tell, and everything counts as decided.
	const paths = decided && new Map(parseLog(decided.toString('utf8'), folder).map(({ hash, changes }) => [hash, new Set(changes.map(({ path }) => path))]));
	for (const { hash, changes } of merges) {
		for (const change of changes) if (!paths || paths.get(hash)?.has(change.path)) delete change.merged;
	}
}

function parseLog(log: string, folder: string): Commit[] {
	const tokens = log.split('\0').map((token) => token.replace(/^\n/, ''));
	const commits: Commit[] = [];
	for (let at = 0; at < tokens.length; ) {
		const token = tokens[at] ?? '';
		if (token.startsWith(headerMark)) {
			commits.push({ hash: token.slice(1), seconds: Number(tokens[at + 1]), message: cleanMessage(tokens[at + 2] ?? ''), changes: [] });
			at += 3;
		} else if (token.startsWith(':')) {
			const isMove = /^:[^:].* R\d*$/.test(token);
			const change = isMove ? fileChange(token, tokens[at + 2] ?? '', folder, tokens[at + 1]) : fileChange(token, tokens[at + 1] ?? '', folder);
			if (change) commits.at(-1)?.changes.push(change);
			at += isMove ? 3 : 2;
		} else at += 1;
	}
	return commits.filter(({ changes }) => changes.length > 0);
}

/** A line of git's raw form: a colon for each parent, the modes, the hashes, and what happened; the parents' come first. */
function fileChange(line: string, path: string, folder: string, from?: string): FileChange | undefined {
	const parents = /^:+/.exec(line)?.[0].length ?? 1;
	const words = line.slice(parents).split(' ');
	const blob = (which: number): string | undefined => (words[which]?.startsWith('100') ? words[parents + 1 + which] : undefined);
	const [below, fromBelow] = [path, from].map((each) => (each?.startsWith(folder) && isEntryPath(each.slice(folder.length)) ? each.slice(folder.length) : undefined));
	const before = from !== undefined && fromBelow === undefined ? undefined : blob(0);
	const after = below === undefined ? undefined : blob(parents);
	const place = below ?? fromBelow;
	if (place === undefined || (before === undefined && after === undefined)) return undefined;
	return {
		path: place,
		...(fromBelow !== undefined && place !== fromBelow && { from: fromBelow }),
		...(before !== undefined && { before }),
		...(after !== undefined && { after }),
		...(parents > 1 && { merged: true as const }),
	};
}
