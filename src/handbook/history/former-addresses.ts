import type { Git } from './ask-git.js';
import type { FormerAddress } from './handbook-history.js';
import type { TracedText } from './trace-texts.js';

/** Addresses at which a text could be read, and where there is none any more. What was only ever on a branch was not published. */
export function formerAddresses(git: Git, texts: readonly TracedText[]): FormerAddress[] {
	const present = new Set(texts.flatMap(({ id }) => id ?? []));
	const former = texts.flatMap(({ addresses, id }) =>
		[...addresses].filter(([address]) => !present.has(address)).map(([address, path]): FormerAddress => ({ id: address, path, ...(id !== undefined && { movedTo: id }) })),
	);
	if (former.length === 0) return [];
	const published = publishedPaths(git, new Set(former.map(({ path }) => path)));
	return former.filter(({ path }) => published.has(path)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Those of the paths at which the main line had a file once. */
function publishedPaths(git: Git, paths: ReadonlySet<string>): Set<string> {
	const files = [...paths].map((path) => `:(literal)content/${path}`);
	const log = git.ask(['log', '--first-parent', '-m', '--no-renames', '--diff-filter=A', '--name-only', '-z', '--format=', '--relative', '--', ...files]);
	return new Set((log?.toString('utf8') ?? '').split(/[\0\n]+/).map((path) => path.slice('content/'.length)));
}
