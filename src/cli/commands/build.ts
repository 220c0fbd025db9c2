import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command } from '../command.js';

/** The program that builds, as it is called here. It knows Astro, which nothing in this folder does. */
interface Builder {
	buildSite(order: { root: string; flags: Record<string, string>; force: boolean }, log: Record<'info' | 'warn' | 'error', (message: string) => void>): Promise<number>;
}

export const buildCommand: Command = {
	summary: 'Builds the website',
	usage: 'build [DIR] [options]',
	about:
		'DIR is the folder of the handbook or network; without it, the one you are in.\nIt makes what has changed since the last build. Astro starts only where a group has components, pages or settings of its own.',
	options: {
		site: { type: 'string', value: 'URL', about: 'Where the site will stand, such as https://example.org' },
		base: { type: 'string', value: 'PATH', about: 'The path below it, such as /handbook/' },
		outDir: { type: 'string', value: 'FOLDER', about: 'Where to write the site; without it, what the configuration says, or dist' },
		force: { type: 'boolean', about: 'Lets Astro make everything anew' },
	},
	positionals: { min: 0, max: 1 },
	async run({ values: { force, ...flags }, positionals }, { cwd, packageRoot, print, note }) {
		const root = resolve(cwd, positionals[0] ?? '.');
		const fault = faultOf(root);
		if (fault) {
			note(fault);
			return 2;
		}
		const { buildSite } = (await import(pathToFileURL(join(packageRoot, 'dist/site/rebuild/build.js')).href)) as Builder;
		// Astro puts down files of its own in the folder that it is started in.
		process.chdir(root);
		return buildSite({ root, flags: flags as Record<string, string>, force: force === true }, { info: print, warn: note, error: note });
	},
};

/** Why nothing can be built from a folder. */
function faultOf(root: string): string | undefined {
	if (!existsSync(root)) return `There is no folder ${root}.`;
	if (readdirSync(root).some((name) => /^astro\.config\.[cm]?[jt]s$/.test(name))) return undefined;
	return `There is no astro.config.mjs in ${root}, so it holds no handbook and no network that can be built. Call the command in the folder that does, or name it: sporeprint build DIR. To begin a new one: sporeprint init handbook DIR`;
}
