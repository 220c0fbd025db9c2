import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { repositoryName } from './git-address.js';

/** A repository in a folder that goes again. */
export interface Clone {
	folder: string;
	remove(): void;
}

/** The ways by which a repository may come. Others start programs, or are open to be listened to. */
const protocols = 'https:http:ssh:file';

/** How long fetching may take, in milliseconds. */
const patience = 15 * 60 * 1000;

/** Nothing that the repository brings is run: no hook, no filter, no submodule. */
const settings = [
	'core.hooksPath=/dev/null',
	'core.fsmonitor=false',
	'core.askPass=',
	'core.longpaths=true',
	'filter.lfs.smudge=',
	'filter.lfs.process=',
	'filter.lfs.required=false',
	'submodule.recurse=false',
	'advice.detachedHead=false',
	'protocol.ext.allow=never',
].flatMap((setting) => ['-c', setting]);

/** Fetches the newest state of a repository. Nobody is asked for a password. Gives a sentence where it cannot be. */
export async function cloneRepository(address: string, env: Readonly<Record<string, string | undefined>>): Promise<Clone | string> {
	if (address.startsWith('-')) return `“${address}” is no address of a repository.`;
	const place = mkdtempSync(join(tmpdir(), 'sporeprint-clone-'));
	const clear = (): void => rmSync(place, { recursive: true, force: true, maxRetries: 3 });
	const stop = (signal: NodeJS.Signals): void => {
		clear();
		process.exit(signal === 'SIGINT' ? 130 : 143);
	};
	const remove = (): void => {
		process.off('exit', clear).off('SIGINT', stop).off('SIGTERM', stop);
		clear();
	};
	process.on('exit', clear).on('SIGINT', stop).on('SIGTERM', stop);
	const folder = join(place, repositoryName(address));
	const fault = await runGit([...settings, 'clone', '--quiet', '--depth', '1', '--single-branch', '--no-tags', '--no-recurse-submodules', '--template=', '--', address, folder], place, env);
	if (fault === undefined) return { folder, remove };
	remove();
	return faultSentence(address, fault);
}

/** Runs git; undefined when all went well, and else what it said. */
function runGit(args: readonly string[], cwd: string, env: Readonly<Record<string, string | undefined>>): Promise<string | undefined> {
	return new Promise((done) => {
		execFile(
			'git',
			args,
			{
				cwd,
				timeout: patience,
				maxBuffer: 1 << 24,
				env: {
					...env,
					LC_ALL: 'C',
					GIT_TERMINAL_PROMPT: '0',
					GIT_ASKPASS: '',
					SSH_ASKPASS: '',
					GCM_INTERACTIVE: 'never',
					GIT_SSH_COMMAND: env.GIT_SSH_COMMAND ?? 'ssh -o BatchMode=yes',
					GIT_ALLOW_PROTOCOL: protocols,
					GIT_LFS_SKIP_SMUDGE: '1',
					GIT_DIR: undefined,
					GIT_WORK_TREE: undefined,
					GIT_INDEX_FILE: undefined,
				},
			},
			(error, _stdout, stderr) => {
				if (!error) done(undefined);
				else if ((error as NodeJS.ErrnoException).code === 'ENOENT') done('no git');
				else done(error.killed ? 'took too long' : stderr.trim() || error.message);
			},
		);
	});
}

const faults: readonly (readonly [RegExp, (address: string) => string])[] = [
	[/^no git$/, () => 'Git is not installed, so no repository can be fetched. Install it from https://git-scm.com/, or download the repository as a zip file and import that.'],
	[/^took too long$/, (address) => `Fetching “${address}” took too long. Download it as a zip file and import that.`],
	[/transport '.*' not allowed/i, (address) => `“${address}” is no address that a repository can be fetched from. Use one that begins with https:// or ssh://.`],
	[
		/could not read (?:Username|Password)|terminal prompts disabled|authentication failed|permission denied|access denied|HTTP 40[13]|requires? authentication/i,
		(address) => `“${address}” needs a password, or is not there. Fetch it yourself with “git clone”, and import the folder.`,
	],
	[/host key verification failed/i, (address) => `The host of “${address}” is not known to ssh yet. Connect to it once by ssh, then import again.`],
	[/dubious ownership/i, (address) => `“${address}” belongs to another user of this computer, so git does not open it.`],
	[
		/could not resolve host|could not connect|failed to connect|connection (?:refused|timed out|reset)|network is unreachable|no route to host|temporary failure in name resolution|couldn't connect/i,
		(address) => `“${address}” could not be reached. Look whether you are connected, and whether the address is right.`,
	],
	[
		/not found|does not exist|does not appear to be a git repository|not a git repository|no such file|HTTP 404|not valid: is this a git repository/i,
		(address) => `There is no repository at “${address}”.`,
	],
];

function faultSentence(address: string, said: string): string {
	const known = faults.find(([pattern]) => pattern.test(said));
	return known ? known[1](shown(address)) : `“${shown(address)}” could not be fetched. Git says: ${said.split('\n').at(-1)}`;
}

/** An address without the password that may stand in it. */
function shown(address: string): string {
	return address.replace(/^([a-z+]+:\/\/)[^/@]*@/i, '$1');
}
