import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder, type MiniFiles, writeFiles } from '../mini-handbook.js';
import { scriptOf } from './workflow-files.js';

/** Where a step runs, and with what. */
interface Surroundings {
	/** The folder that was checked out. */
	cwd: string;
	env?: Record<string, string>;
	/** Scripts that stand for programs, by name, such as npx and gh. */
	programs?: Record<string, string>;
	/** Files that earlier steps left in `$RUNNER_TEMP`. */
	left?: MiniFiles;
}

/** What came of a step. */
export interface Ran {
	ok: boolean;
	printed: string;
	outputs: Record<string, string>;
	summary: string;
	/** The folder that steps share. */
	temp: string;
}

/** Runs the commands of a step as GitHub does, with programs that we made. */
export function runStep(path: string, job: string, name: string, { cwd, env = {}, programs = {}, left = {} }: Surroundings): Ran {
	const temp = emptyFolder();
	const bin = emptyFolder();
	writeFiles(temp, { 'step.sh': scriptOf(path, job, name), 'output.txt': '', 'summary.md': '', ...left });
	writeFiles(bin, { sleep: '', ...Object.fromEntries(Object.entries(programs).map(([program, script]) => [program, `#!/bin/bash\n${script}\n`])) });
	for (const program of ['sleep', ...Object.keys(programs)]) chmodSync(join(bin, program), 0o755);
	const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', join(temp, 'step.sh')], {
		cwd,
		encoding: 'utf8',
		env: { HOME: temp, PATH: `${bin}:${process.env.PATH}`, RUNNER_TEMP: temp, GITHUB_OUTPUT: join(temp, 'output.txt'), GITHUB_STEP_SUMMARY: join(temp, 'summary.md'), ...env },
	});
	return { ok: status === 0, printed: stdout + stderr, outputs: outputsIn(readFileSync(join(temp, 'output.txt'), 'utf8')), summary: readFileSync(join(temp, 'summary.md'), 'utf8'), temp };
}

/** Outputs as GitHub reads them: `name=value`, or `name<<END`, lines, `END`. */
function outputsIn(text: string): Record<string, string> {
	const found = text.matchAll(/^(\w+)(?:=(.*)|<<(\S+)\n([\s\S]*?)\n?^\3$)/gm);
	return Object.fromEntries([...found].map(([, name = '', value, , lines]) => [name, value ?? lines ?? '']));
}

/** Calls git in a folder, as somebody. */
export function git(cwd: string, ...args: string[]): string {
	return execFileSync('git', ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@pod.example', ...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

/** A repository with one commit of the files given, and the folder that it was checked out in. */
export function miniRepository(files: MiniFiles): { remote: string; checkout: string } {
	const remote = emptyFolder();
	const checkout = emptyFolder();
	git(remote, 'init', '--quiet', '--bare', '--initial-branch=main');
	git(checkout, 'clone', '--quiet', remote, '.');
	git(checkout, 'switch', '--quiet', '--orphan', 'main');
	commit(checkout, files);
	git(checkout, 'push', '--quiet', 'origin', 'main');
	return { remote, checkout };
}

/** Commits files, or their removal when they are `null`. */
export function commit(checkout: string, files: MiniFiles): void {
	writeFiles(checkout, files);
	for (const [path, content] of Object.entries(files)) if (content === null) git(checkout, 'rm', '--quiet', '--', path);
	git(checkout, 'add', '--all');
	git(checkout, 'commit', '--quiet', '--message', 'Change');
}

/** Paths of all files of a branch. */
export function filesOf(repository: string, branch: string): string[] {
	return git(repository, 'ls-tree', '-r', '--name-only', branch).split('\n');
}

/** The calls that a program noted with `echo "$*" >>"$RUNNER_TEMP/calls"`. */
export function callsIn({ temp }: Ran): string[] {
	const file = join(temp, 'calls');
	return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}

/** Another checkout of a repository, as somebody else has one. */
export function checkoutOf(remote: string): string {
	const folder = join(emptyFolder(), 'other');
	mkdirSync(folder);
	git(folder, 'clone', '--quiet', remote, '.');
	return folder;
}
