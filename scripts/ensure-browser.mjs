// Finds a Chromium for the browser tests, or installs one. Prints its path:
//   node scripts/ensure-browser.mjs
import { spawnSync } from 'node:child_process';
import { accessSync, constants, realpathSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const SYSTEM_BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) => `/usr/bin/${name}`);

/** Without recommended packages Chromium may come without a single font: these have Latin and Arabic letters. */
const FONTS = ['fonts-liberation', 'fonts-dejavu-core'];

/** The path of a Chromium that is already here, or undefined: the one in CHROMIUM_PATH, Playwright's own, the system's. */
export function findBrowser(env = process.env) {
	return [env.CHROMIUM_PATH, playwrightBrowser(), ...SYSTEM_BROWSERS].find((path) => path && isProgram(path));
}

/** The path of a Chromium, installed if there was none, or undefined. `note` receives plain sentences on the way. */
export function ensureBrowser(note, env = process.env) {
	const found = findBrowser(env);
	if (found !== undefined) return found;
	note('There is no Chromium here; fetching one with Playwright ...');
	run(process.execPath, [fileURLToPath(new URL('cli.js', import.meta.resolve('playwright-core'))), 'install', 'chromium']);
	const fetched = findBrowser(env);
	if (fetched !== undefined) return fetched;
	const root = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
	if (run('apt-get', ['--version']) && (root.length === 0 || run('sudo', ['-n', 'true']))) {
		note("Playwright's download was refused; installing the system's package chromium ...");
		const [program, ...args] = [...root, 'apt-get'];
		run(program, [...args, 'update', '-q']);
		run(program, [...args, 'install', '-q', '-y', '--no-install-recommends', 'chromium', ...FONTS]);
	}
	const installed = findBrowser(env);
	if (installed === undefined) note('No Chromium could be found or installed. Install Chromium or Chrome, set CHROMIUM_PATH to its program, and try again.');
	return installed;
}

function playwrightBrowser() {
	try {
		return chromium.executablePath();
	} catch {
		return undefined;
	}
}

function isProgram(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

function run(program, args) {
	return spawnSync(program, args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
	const browser = ensureBrowser((sentence) => process.stderr.write(`${sentence}\n`));
	if (browser === undefined) process.exitCode = 1;
	else process.stdout.write(`${browser}\n`);
}
