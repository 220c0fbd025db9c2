import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Command } from '../command.js';

/** How the program that builds without Astro says that only Astro can. */
const leftToAstro = 75;

export const buildCommand: Command = {
	summary: 'Builds the website',
	usage: 'build [DIR] [options]',
	about:
		'DIR is the folder of the handbook or network; without it, the one you are in.\nWhere only texts have changed since the last build, it makes what shows them, and does not start Astro. Otherwise it runs astro build.',
	options: {
		site: { type: 'string', value: 'URL', about: 'Where the site will stand, such as https://example.org' },
		base: { type: 'string', value: 'PATH', about: 'The path below it, such as /handbook/' },
		outDir: { type: 'string', value: 'FOLDER', about: 'Where to write the site; without it, what the configuration says, or dist' },
		force: { type: 'boolean', about: 'Makes everything anew' },
	},
	positionals: { min: 0, max: 1 },
	async run({ values: { force, ...flags }, positionals }, { cwd, packageRoot }) {
		const root = resolve(cwd, positionals[0] ?? '.');
		const args = ['--root', root, ...Object.entries(flags).flatMap(([name, value]) => [`--${name}`, String(value)])];
		const code = force ? leftToAstro : await runToEnd(join(packageRoot, 'dist/site/rebuild/main.js'), args, root);
		if (code !== leftToAstro) return code;
		return runToEnd(astroIn(root, packageRoot), ['build', ...args, ...(force ? ['--force'] : [])], root);
	},
};

/** The Astro that the site has installed, or else ours. */
function astroIn(root: string, packageRoot: string): string {
	const resolver = createRequire(join(root, 'package.json'));
	const manifest = resolver.resolve('astro/package.json', { paths: [root, packageRoot] });
	return join(manifest, '..', 'bin', 'astro.mjs');
}

/** Runs a program of ours to its end, and gives the code that it ends with. */
function runToEnd(program: string, args: readonly string[], cwd: string): Promise<number> {
	const child = spawn(process.execPath, [program, ...args], { cwd, stdio: 'inherit' });
	return new Promise((done, fail) => {
		child.on('error', fail);
		child.on('close', (code) => done(code ?? 1));
	});
}
