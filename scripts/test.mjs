// The whole test run. Every step runs, whatever the others say; the last line is “N passed, N failed”.
//   npm test                                      everything
//   npm test -- --only types,vitest               some steps
//   npm test -- --only vitest -- test/markdown    what follows the second -- goes to Vitest
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isBuilt } from './build-stamp.mjs';
import { ensureBrowser } from './ensure-browser.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const windows = process.platform === 'win32';
const report = join(root, '.cache', 'vitest.json');

/** What each step runs: a program of node_modules/.bin, or a script of ours. */
const steps = {
	build: ['scripts/build-package.mjs'],
	lock: ['scripts/complete-lock.mjs', '--check'],
	format: ['biome', 'format'],
	'astro-format': ['prettier', '--check', '--log-level=warn', '**/*.astro'],
	lint: ['biome', 'check', '--formatter-enabled=false', '--error-on-warnings'],
	// Astro's checker cannot follow the types of playwright-core, so it gets src/ alone.
	types: ['tsc', '--project', 'tsconfig.json', '--noEmit'],
	'astro-types': ['astro', 'check', '--tsconfig', 'tsconfig.astro.json'],
	knip: ['knip', '--no-progress'],
	publint: ['publint', '--strict'],
	// Its figures are only shown; it fails when bytes or requests have grown.
	bench: ['scripts/bench/run.mjs', 'short'],
};
/** Steps of which people see what they print when they pass, too. */
const shown = new Set(['bench']);

const { only, forVitest } = options();
const total = { passed: 0, failed: 0, skipped: 0 };
// The others look at dist/, so it comes first; what is timed wants the machine for itself.
if (only.includes('build')) isBuilt(root) ? pass('build', 'nothing to do') : await runStep('build');
const queue = Object.keys(steps).filter((name) => name !== 'build' && name !== 'bench' && only.includes(name));
await Promise.all([worker(), worker()]);
if (only.includes('bench')) await runStep('bench');
if (only.includes('vitest')) add(await runVitest());
process.stdout.write(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

function options() {
	const args = process.argv.slice(2);
	const end = args.includes('--') ? args.indexOf('--') : args.length;
	const all = [...Object.keys(steps), 'vitest'];
	try {
		const { values } = parseArgs({ args: args.slice(0, end), options: { only: { type: 'string' } } });
		const chosen = values.only?.split(',') ?? all;
		const unknown = chosen.filter((name) => !all.includes(name));
		if (unknown.length > 0) throw new Error(`There is no step “${unknown[0]}”.`);
		return { only: chosen, forVitest: args.slice(end + 1) };
	} catch (error) {
		process.stderr.write(`${error.message} The steps are: ${all.join(', ')}. For example: npm test -- --only types,vitest -- test/markdown\n`);
		process.exit(2);
	}
}

async function worker() {
	for (let name = queue.shift(); name !== undefined; name = queue.shift()) await runStep(name);
}

/** Runs one step and prints its line; its output only when it fails, or is there to be shown. */
async function runStep(name) {
	const start = performance.now();
	const [program, ...args] = steps[name];
	const { code, output } = await (program.endsWith('.mjs') ? execute(process.execPath, [program, ...args]) : execute(binary(program), args, windows));
	const seconds = `${((performance.now() - start) / 1000).toFixed(1)} s`;
	if (code === 0) pass(name, seconds);
	else fail(name, seconds);
	if (code !== 0 || shown.has(name)) process.stdout.write(`${output.trimEnd().replace(/^/gm, '  ')}\n`);
}

function pass(name, remark) {
	add({ passed: 1, failed: 0, skipped: 0 });
	process.stdout.write(`✓ ${name} (${remark})\n`);
}

function fail(name, remark) {
	add({ passed: 0, failed: 1, skipped: 0 });
	process.stdout.write(`✗ ${name} (${remark})\n`);
}

/** Runs Vitest on the screen, and counts its tests from its own report. */
async function runVitest() {
	mkdirSync(join(root, '.cache'), { recursive: true });
	rmSync(report, { force: true });
	const browser = existsSync(join(root, 'test', 'browser')) ? ensureBrowser((sentence) => process.stdout.write(`${sentence}\n`)) : undefined;
	const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...forVitest];
	const { code } = await execute(binary('vitest'), args, windows, { ...(browser && { CHROMIUM_PATH: browser }) });
	if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
	const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
	// A file that cannot be loaded has no tests to count, and an error outside of any test fails none.
	const broken = testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((result) => result.status === 'failed')).length;
	const failed = numFailedTests + broken;
	return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, skipped: numPendingTests + numTodoTests };
}

/** Runs a program; its output comes back, or goes to the screen when `extraEnv` is given. */
function execute(program, args, shell = false, extraEnv = undefined) {
	return new Promise((resolve) => {
		const stdio = extraEnv ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'];
		const child = spawn(program, args, { cwd: root, shell, stdio, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...extraEnv } });
		const chunks = [];
		child.stdout?.on('data', (chunk) => chunks.push(chunk));
		child.stderr?.on('data', (chunk) => chunks.push(chunk));
		child.on('error', (error) => resolve({ code: 1, output: `${program} could not be started: ${error.message}` }));
		child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
	});
}

function binary(name) {
	return join(root, 'node_modules', '.bin', name);
}

function add({ passed, failed, skipped }) {
	total.passed += passed;
	total.failed += failed;
	total.skipped += skipped;
}
