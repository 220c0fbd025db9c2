import { join } from 'node:path';
import type { Command } from '../command.js';
import { buildSite } from '../demo/build-site.js';
import { serveSites } from '../demo/serve-sites.js';

/** The demo's sites: where their sources are below the package, and at which path they are served. */
const sites = [
	{ path: 'sporeprint', folder: '.', about: "Sporeprint's own handbook" },
	{ path: 'example-pod', folder: 'templates/handbook', about: 'the handbook of an example group' },
];

export const demoCommand: Command = {
	summary: 'Builds and serves two example handbooks',
	usage: 'demo [options]',
	options: {
		port: { type: 'string', value: 'N', about: 'Port to serve at (default: 4330, or the next free one)' },
		'build-only': { type: 'boolean', about: 'Builds without serving' },
	},
	positionals: { min: 0, max: 0 },
	async run({ values }, { cwd, packageRoot, print, note }) {
		const port = Number(values.port ?? 4330);
		if (values.port === '' || !Number.isInteger(port) || port < 0 || port > 65535) {
			note('--port takes a number up to 65535.');
			return 2;
		}
		const built: { path: string; folder: string }[] = [];
		for (const { path, folder, about } of sites) {
			print(`Building ${about} ...`);
			const outDir = join(cwd, '.cache', 'demo', path);
			const { ok, output } = await buildSite({ root: join(packageRoot, folder), outDir, site: `http://localhost:${port}`, base: `/${path}/` });
			if (!ok) {
				note(output);
				note(`Building ${about} did not work. What Astro said stands above.`);
				return 1;
			}
			built.push({ path, folder: outDir });
		}
		if (values['build-only']) return 0;
		const server = await serveSites(built, port);
		print('');
		for (const { path, about } of sites) print(`  http://localhost:${server.port}/${path}/   ${about}`);
		print('');
		print('Press Ctrl+C to stop.');
		await server.closed;
		return 0;
	},
};
