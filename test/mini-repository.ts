import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder, type MiniFiles, writeFiles } from './mini-handbook.js';

/** A call of git that knows nothing of the person who runs the tests. */
export function git(folder: string, args: readonly string[], date = '2020-01-01T12:00:00Z', input?: string): string {
	const env = {
		PATH: process.env.PATH,
		HOME: folder,
		TZ: 'Pacific/Auckland',
		GIT_CONFIG_NOSYSTEM: '1',
		GIT_AUTHOR_NAME: 'Moss',
		GIT_AUTHOR_EMAIL: 'moss@example.org',
		GIT_COMMITTER_NAME: 'Moss',
		GIT_COMMITTER_EMAIL: 'moss@example.org',
		GIT_AUTHOR_DATE: '2001-01-01T00:00:00Z',
		GIT_COMMITTER_DATE: date,
	};
	return execFileSync('git', args, { cwd: folder, env, encoding: 'utf8', input, stdio: ['pipe', 'pipe', 'ignore'] }).trim();
}

/** Writes files, removes those that are `null`, and commits everything. Returns the commit's hash. */
export function commit(folder: string, files: MiniFiles, date: string, message = 'x'): string {
	for (const [path, content] of Object.entries(files)) if (content === null) rmSync(join(folder, path));
	writeFiles(folder, files);
	git(folder, ['add', '-A']);
	git(folder, ['commit', '--quiet', '--allow-empty', '-m', message], date);
	return git(folder, ['rev-parse', 'HEAD']);
}

/** An empty repository whose main branch is called main. */
export function repository(): string {
	const folder = emptyFolder();
	git(folder, ['init', '--quiet', '-b', 'main']);
	return folder;
}
