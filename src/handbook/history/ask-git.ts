import { execFileSync } from 'node:child_process';

/** Git in one folder: what it answers, or undefined where it has no answer. */
export interface Git {
	ask(args: readonly string[], input?: string): Buffer | undefined;
}

/** What people set up for their own eyes and would change the answers. */
const ownSettings = ['log.showSignature=false', 'log.follow=false', 'log.showRoot=true', 'diff.relative=false'].flatMap((setting) => ['-c', setting]);

/** The one place that starts git. Never throws: a folder without git has no answers. */
export function gitIn(root: string): Git {
	return {
		ask: (args, input) => {
			try {
				return execFileSync('git', [...ownSettings, ...args], { cwd: root, input, maxBuffer: 1 << 30, stdio: ['pipe', 'pipe', 'ignore'] });
			} catch {
				return undefined;
			}
		},
	};
}

/** The same as text, without white space at the ends. */
export function textFrom(git: Git, args: readonly string[], input?: string): string | undefined {
	return git.ask(args, input)?.toString('utf8').trim();
}
