import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBuilt } from '../../../scripts/build-stamp.mjs';

/** The root of the repository. */
export const repository = fileURLToPath(new URL('../../../', import.meta.url));

const sites = join(repository, '.cache', 'test-sites');
const oneHour = 3_600_000;

/**
 * A folder below which `sporeprint` is installed as a package would be: `dist/` in `node_modules`, and not a link.
 * It belongs to one state of the sources, so that what is built in it can be kept; what other states left is removed after an hour.
 */
export function packageFolder(): string {
	if (!isBuilt(repository)) {
		const { status, stdout, stderr } = spawnSync(process.execPath, [join(repository, 'scripts', 'build-package.mjs')], { encoding: 'utf8' });
		if (status !== 0) throw new Error(`The package cannot be built:\n${stdout}${stderr}`);
	}
	const stamp = readFileSync(join(repository, 'dist', '.source-hash'), 'utf8').slice(0, 12);
	const folder = join(sites, stamp);
	if (existsSync(folder)) return folder;

	const unfinished = `${folder}.${process.pid}`;
	const target = join(unfinished, 'node_modules', 'sporeprint');
	mkdirSync(target, { recursive: true });
	cpSync(join(repository, 'dist'), join(target, 'dist'), { recursive: true });
	cpSync(join(repository, 'package.json'), join(target, 'package.json'));
	for (const old of readdirSync(sites)) if (Date.now() - statSync(join(sites, old)).mtimeMs > oneHour) rmSync(join(sites, old), { recursive: true, force: true });
	keep(unfinished, folder);
	return folder;
}

/** Gives a finished folder its name, unless another test run was faster. */
export function keep(unfinished: string, folder: string): void {
	try {
		renameSync(unfinished, folder);
	} catch (error) {
		if (!existsSync(folder)) throw error;
		rmSync(unfinished, { recursive: true, force: true });
	}
}
