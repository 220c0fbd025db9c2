import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A site to build. */
export interface SiteBuild {
	root: string;
	outDir: string;
	site: string;
	base: string;
}

/** How a program ended, and all that it printed. */
export interface ProgramEnd {
	ok: boolean;
	output: string;
}

/** Builds a site with the program that it has installed, in a process of its own. */
export function buildSite({ root, outDir, site, base }: SiteBuild): Promise<ProgramEnd> {
	const program = join(dirname(createRequire(join(root, 'package.json')).resolve('sporeprint/package.json')), 'dist/cli/main.js');
	return runProgram(program, ['build', root, '--outDir', outDir, '--site', site, '--base', base], root);
}

/** Runs a program for Node in a folder, to its end. */
export function runProgram(program: string, args: readonly string[], folder: string): Promise<ProgramEnd> {
	const child = spawn(process.execPath, [program, ...args], { cwd: folder, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' }, stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	child.stdout.on('data', (text: Buffer) => {
		output += text.toString();
	});
	child.stderr.on('data', (text: Buffer) => {
		output += text.toString();
	});
	return new Promise((done, fail) => {
		child.on('error', fail);
		child.on('close', (code) => {
			done({ ok: code === 0, output });
		});
	});
}
