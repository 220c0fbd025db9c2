// Runs a command of this repository wherever there is a Node at all. It must itself run on Node 20, without any package:
//   node scripts/with-node.mjs test [...]      the whole test run
//   node scripts/with-node.mjs bench [...]     the measurements
//   node scripts/with-node.mjs demo [...]      a command of sporeprint
//   node scripts/with-node.mjs astro build     a program of node_modules/.bin
// On the way it brings in what is missing: Node 24 below .cache/, the packages, and the build in dist/.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { isBuilt } from './build-stamp.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const windows = process.platform === 'win32';
const QUIET = ['--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=1', '--fetch-retry-mintimeout=1000'];
const [command, ...args] = process.argv.slice(2);
if (command === undefined) stop('Say what to run, for example: node scripts/with-node.mjs test', 2);

const env = withoutOuterNpm(process.env);
const nodeFolder = isRecent(process.versions.node) ? dirname(process.execPath) : recentNode();
env[pathKey()] = `${nodeFolder}${delimiter}${env[pathKey()]}`;
installPackages();
// The test run builds for itself and reports a failed build as one failed test.
if (command !== 'test' && !isBuilt(root)) step('Building the package from src/ ...', 'npm', ['run', '--silent', 'build:package'], 'The package does not build.');
run();

/** Whether Astro and Vitest start on this version. */
function isRecent(version) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	return major > 22 || (major === 22 && minor >= 12);
}

/** The folder of a Node 24 of our own, installed first if it is not there. */
function recentNode() {
	const home = join(root, '.cache', 'node');
	const bin = join(home, 'node_modules', 'node', 'bin');
	const works = () => spawnSync(join(bin, windows ? 'node.exe' : 'node'), ['--version']).status === 0;
	if (works()) return bin;
	mkdirSync(home, { recursive: true });
	writeFileSync(join(home, 'package.json'), `${JSON.stringify({ private: true, allowScripts: { node: true } })}\n`);
	step(
		`This is Node ${process.versions.node}; fetching Node 24 into .cache/node ...`,
		'npm',
		['install', '--prefix', home, '--no-save', '--no-package-lock', ...QUIET, 'node@24'],
		'Node 24 could not be fetched. Sporeprint needs Node 22.12 or newer: go online and try again, or install it yourself.',
	);
	if (!works()) stop(`Node 24 was fetched, but does not start on this machine (${process.platform}, ${process.arch}). Install Node 22.12 or newer yourself and try again.`);
	return bin;
}

/** Brings node_modules to the state of the lock file. */
function installPackages() {
	const installed = join(root, 'node_modules', '.package-lock.json');
	const locked = join(root, 'package-lock.json');
	if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(locked).mtimeMs) return;
	// Development packages are needed whatever NODE_ENV says.
	step(
		existsSync(installed) ? 'package-lock.json is new; installing the packages ...' : 'Installing the packages ...',
		'npm',
		['ci', '--include=dev', '--include=optional', ...QUIET],
		'The packages could not be installed. They come from the npm registry: go online and try again.',
	);
}

function run() {
	const script = { test: ['scripts/test.mjs'], demo: ['dist/cli/main.js', 'demo'], bench: ['scripts/bench/run.mjs'] }[command] ?? [binary(command)];
	const child = spawn(join(nodeFolder, windows ? 'node.exe' : 'node'), [...script, ...args], { cwd: root, env, stdio: 'inherit' });
	// A terminal sends Ctrl-C to the child too, so that one is only waited for; what was sent to this process alone is handed on.
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal));
	child.on('error', (error) => stop(`“${command}” could not be started: ${error.message}`));
	child.on('exit', (code, signal) => {
		if (signal === null) process.exit(code ?? 1);
		for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(name);
		process.kill(process.pid, signal);
	});
}

/** The script behind a program of an installed package. */
function binary(name) {
	const own = name === 'sporeprint' ? root : join(root, 'node_modules', name);
	if (!existsSync(join(own, 'package.json'))) stop(`There is no command “${name}” here.`, 2);
	const { bin } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8'));
	return join(own, typeof bin === 'string' ? bin : bin[name]);
}

/** Runs one preparation: one line when it starts, its output only when it fails. */
function step(title, program, programArgs, failure) {
	process.stderr.write(`${title}\n`);
	const { status, stdout, stderr, error } = spawnSync(program, programArgs, { cwd: root, env, encoding: 'utf8', shell: windows, maxBuffer: 1 << 28 });
	if (status === 0) return;
	const offline = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH)\b/.exec(stderr ?? '')?.[1];
	stop(offline ? `${failure} (${offline})` : `${stdout ?? ''}${stderr ?? ''}${error ? `${error.message}\n` : ''}${failure}`);
}

/** The environment without what an outer npm, perhaps that of an older Node, leaves for its scripts. Settings for reaching the registry stay. */
function withoutOuterNpm(outer) {
	const kept = /^npm_config_(registry|cache|cafile|ca|proxy|https?[-_]proxy|noproxy|strict[-_]ssl|offline|prefer[-_]offline|userconfig|globalconfig|_|@|\/\/)/i;
	return Object.fromEntries(Object.entries(outer).filter(([name]) => (/^npm_/i.test(name) ? kept.test(name) : name !== 'NODE' && name !== 'INIT_CWD')));
}

/** The name of PATH in this environment: Windows may write it Path. */
function pathKey() {
	return Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
}

function stop(sentence, code = 1) {
	process.stderr.write(`${sentence}\n`);
	process.exit(code);
}
