import type { Origin } from './handbook.js';
import { type Git, textFrom } from './history/ask-git.js';

/** What git knows of the folder of a handbook. */
export interface GitOrigin {
	origin: Origin;
	/** True when earlier commits were left out of this copy, so that any date or history would be wrong. */
	isShallow: boolean;
}

/** Asks git for the last commit. Where git knows nothing of `content/`, it knows nothing of the handbook. */
export function gitOrigin(git: Git): GitOrigin {
	const nothing: GitOrigin = { origin: { pathInRepo: '' }, isShallow: false };
	const [shallow, pathInRepo = ''] = textFrom(git, ['rev-parse', '--is-shallow-repository', '--show-prefix'])?.split('\n') ?? [];
	if (shallow === undefined || !textFrom(git, ['log', '-1', '--format=%H', '--', 'content'])) return nothing;
	const [commit, seconds] = (textFrom(git, ['log', '-1', '--format=%H%n%ct']) ?? '').split('\n');
	return { origin: { commit, committedAt: utcTime(seconds), pathInRepo }, isShallow: shallow === 'true' };
}

/** Stands for all that git can tell of a folder: as long as it is the same, so are its answers. Undefined where there is no commit. */
export function gitState(git: Git): string | undefined {
	return textFrom(git, ['rev-parse', '--is-shallow-repository', '--show-prefix', 'HEAD']);
}

/** Seconds since 1970, as git gives them, as a time in ISO 8601. */
function utcTime(seconds: string | undefined): string {
	return new Date(Number(seconds) * 1000).toISOString().replace('.000', '');
}
