import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Command, Context } from '../command.js';
import { buildSite } from '../demo/build-site.js';
import { crawlLocal } from '../demo/crawl-local.js';
import { makeIndexSource, setAddress } from '../demo/index-source.js';
import { serveSites } from '../demo/serve-sites.js';

/** The address that both handbooks of the demo name among their networks. */
const networkAddress = 'https://sporeprint.github.io/network/';

/** The handbooks of the demo: their sources below the package, and the paths at which they are served, which are their names as members too. */
const handbooks = [
	{ path: 'sporeprint', folder: '.', about: "Sporeprint's own handbook" },
	{ path: 'example-pod', folder: 'templates/handbook', about: 'the handbook of an example group' },
];
const index = { path: 'network', about: 'a network index over both' };

export const demoCommand: Command = {
	summary: 'Builds and serves two example handbooks and an index over both',
	usage: 'demo [options]',
	options: {
		port: { type: 'string', value: 'N', about: 'Port to serve at (default: 4330, or the next free one)' },
		'build-only': { type: 'boolean', about: 'Builds without serving' },
	},
	positionals: { min: 0, max: 0 },
	async run({ values }, context) {
		const { cwd, print, note } = context;
		const port = Number(values.port ?? 4330);
		if (values.port === '' || !Number.isInteger(port) || port < 0 || port > 65535) {
			note('--port takes a number up to 65535.');
			return 2;
		}
		const sites = [...handbooks, index];
		const built = sites.map(({ path }) => ({ path, folder: join(cwd, '.cache', 'demo', path) }));
		// Handbooks say where they stand, so the port has to be known before they are built.
		const server = await serveSites(built, port);
		const origin = `http://localhost:${server.port}`;
		const failure = await buildAll(origin, context);
		if (failure !== undefined) {
			note(failure);
			server.close();
			return 1;
		}
		if (values['build-only']) {
			server.close();
			return 0;
		}
		print('');
		for (const { path, about } of sites) print(`  ${origin}/${path}/   ${about}`);
		print('');
		print('Press Ctrl+C to stop.');
		await server.closed;
		return 0;
	},
};

/** Builds the handbooks, gathers them, and builds the index. Returns what went wrong. */
async function buildAll(origin: string, { cwd, packageRoot, print, now }: Context): Promise<string | undefined> {
	const demo = join(cwd, '.cache', 'demo');
	const build = async (path: string, root: string, about: string): Promise<string | undefined> => {
		print(`Building ${about} ...`);
		const { ok, output } = await buildSite({ root, outDir: join(demo, path), site: origin, base: `/${path}/` });
		return ok ? undefined : `${output}\nBuilding ${about} did not work. What was said of it stands above.`;
	};

	for (const { path, folder, about } of handbooks) {
		const failure = await build(path, join(packageRoot, folder), about);
		if (failure !== undefined) return failure;
	}

	const source = join(demo, 'network-source');
	rmSync(join(source, 'snapshots'), { recursive: true, force: true });
	makeIndexSource(packageRoot, source, (member) => (handbooks.some(({ path }) => path === member) ? `${origin}/${member}/` : undefined));
	setAddress(join(source, 'content', 'network.md'), networkAddress);
	print('Gathering both into an index ...');
	const { members } = await crawlLocal(source, now);
	const failing = members.find(({ state }) => state !== 'fresh');
	if (failing) return `“${failing.id}” could not be gathered. ${failing.problem?.message ?? ''}`;
	return build(index.path, source, index.about);
}
