import { execFileSync } from 'node:child_process';
import type { PartialDate } from '../lib/partial-date.js';
import type { Origin } from './handbook.js';

/** What git knows of a handbook's files. */
export interface GitOrigin {
	origin: Origin;
	/** Day of the last change (UTC) of each file, by its path below `content/`. Empty for a shallow clone: a wrong date is worse than none. */
	updated: Map<string, PartialDate>;
}

/** Asks git for the commit and for the last change of every file of `content/`, in three calls whatever the size. */
export function gitOrigin(root: string): GitOrigin {
	const nothing: GitOrigin = { origin: { pathInRepo: '' }, updated: new Map() };
	const facts = git(root, ['rev-parse', '--is-shallow-repository', '--show-prefix']);
	if (facts === undefined) return nothing;
	const [shallow, pathInRepo = ''] = facts.split('\n');
	const updated = lastChanges(root);
	if (updated.size === 0) return nothing;
	const [commit, seconds] = (git(root, ['log', '-1', '--format=%H%n%ct']) ?? '').trim().split('\n');
	return {
		origin: { commit, committedAt: utcTime(seconds), pathInRepo },
		updated: shallow === 'true' ? new Map() : updated,
	};
}

function lastChanges(root: string): Map<string, PartialDate> {
	const log = git(root, ['log', '--format=%x01%ct', '--name-only', '--no-renames', '--relative', '-z', '--', 'content']) ?? '';
	const dates = new Map<string, PartialDate>();
	for (const commit of log.split('\x01').slice(1)) {
		const [seconds, ...paths] = commit.split(/[\0\n]+/);
		const date = utcTime(seconds).slice(0, 10);
		for (const path of paths) {
			const below = path.replace(/^content\//, '');
			if (path !== '' && !dates.has(below)) dates.set(below, date);
		}
	}
	return dates;
}

/** Seconds since 1970, as git gives them, as a time in ISO 8601. */
function utcTime(seconds: string | undefined): string {
	return new Date(Number(seconds) * 1000).toISOString().replace('.000', '');
}

function git(root: string, args: string[]): string | undefined {
	try {
		// Who shows signatures in every log would get them between the dates.
		return execFileSync('git', ['-c', 'log.showSignature=false', ...args], {
			cwd: root,
			encoding: 'utf8',
			maxBuffer: 1 << 30,
			stdio: ['ignore', 'pipe', 'ignore'],
		});
	} catch {
		return undefined;
	}
}
