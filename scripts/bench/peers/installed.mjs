// The programs of peers, in folders of their own below .cache/bench/peers.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { benchFolder } from '../handbook-site.mjs';

const windows = process.platform === 'win32';

/** Installs packages (names with their exact versions) for a peer, if they are not there yet, and returns the folder. Throws a sentence if it cannot be done. */
export function installed(peer, packages) {
	const folder = benchFolder('peers', peer);
	const list = join(folder, 'package.json');
	// Some fetch their program in a script of their own, which npm runs only when it is told to.
	const allowScripts = Object.fromEntries(Object.keys(packages).map((name) => [name, true]));
	const wanted = `${JSON.stringify({ private: true, type: 'module', dependencies: packages, allowScripts }, null, '\t')}\n`;
	if (existsSync(join(folder, 'complete')) && readFileSync(list, 'utf8') === wanted) return folder;
	process.stderr.write(`Installing ${Object.keys(packages).join(', ')} for the comparison ...\n`);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	writeFileSync(list, wanted);
	const { status, stderr } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', '--no-package-lock'], { cwd: folder, encoding: 'utf8', shell: windows });
	if (status !== 0) throw new Error(`Its packages could not be installed: ${lastLine(stderr)}`);
	writeFileSync(join(folder, 'complete'), '');
	return folder;
}

/** The step of a build that indexes a finished site with Pagefind, which is among the packages of a folder. */
export function pagefindStep(packages, output) {
	return [process.execPath, join(packages, 'node_modules/pagefind/lib/runner/bin.cjs'), '--site', output];
}

function lastLine(text) {
	return (text ?? '').trim().split('\n').at(-1);
}
