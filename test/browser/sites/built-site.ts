import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite } from '../../../src/cli/demo/build-site.js';
import { crawl } from '../../../src/network/crawl.js';
import { fileWeb } from './file-web.js';
import { keep, packageFolder, repository } from './package-copy.js';
import { origin, type SiteName, type SiteSource, siteSources } from './site-list.js';

/** A site that was built. */
export interface BuiltSite {
	base: string;
	/** Folder of what was built: a copy of its source. */
	root: string;
	/** Folder of the built site. */
	folder: string;
	/** What the program said. */
	log: string;
}

/** A site of these tests, built when it is first asked for, and kept until its content or the package changes. */
export async function builtSite(name: SiteName): Promise<BuiltSite> {
	const source = siteSources[name];
	const home = join(packageFolder(), `${name}-${contentHash(source)}`);
	if (!existsSync(home)) {
		const unfinished = `${home}.${process.pid}`;
		rmSync(unfinished, { recursive: true, force: true });
		const root = await prepareSource(source, join(unfinished, 'handbook'));
		const { ok, output } = await buildSite({ root, outDir: join(unfinished, 'out'), site: origin, base: source.base });
		if (!ok) throw new Error(`The site “${name}” cannot be built:\n${output}`);
		writeFileSync(join(unfinished, 'log.txt'), output);
		keep(unfinished, home);
	}
	return { base: source.base, root: join(home, 'handbook'), folder: join(home, 'out'), log: readFileSync(join(home, 'log.txt'), 'utf8') };
}

/** Copies a site's sources and, for an index, gathers its members. */
export async function prepareSource(source: SiteSource, to: string): Promise<string> {
	const root = copySource(source, to);
	await gather(source, root);
	return root;
}

/** Fills the snapshots of an index with what its members' sites publish, without asking the network for anything. */
async function gather({ gathers }: SiteSource, root: string): Promise<void> {
	if (!gathers) return;
	const members: BuiltSite[] = [];
	for (const name of gathers) members.push(await builtSite(name as SiteName));
	const { value, problems } = await crawl({ root, web: fileWeb(members.map(({ base, folder }) => ({ home: origin + base, folder }))), now: new Date('2026-11-20T12:00:00Z') });
	if (problems.length > 0 || value.healthy !== gathers.length) throw new Error(`The index cannot be gathered: ${JSON.stringify([problems, value], null, 2)}`);
}

/** Copies a site's sources to where they find the package, with the three lines of configuration that every group has. */
export function copySource({ from, gathers }: Pick<SiteSource, 'from' | 'gathers'>, to: string): string {
	mkdirSync(to, { recursive: true });
	for (const part of ['content', 'components']) {
		if (existsSync(join(repository, from, part))) cpSync(join(repository, from, part), join(to, part), { recursive: true });
	}
	cpSync(join(repository, 'templates', gathers ? 'network' : 'handbook', 'astro.config.mjs'), join(to, 'astro.config.mjs'));
	// Without it the handbook would be a part of the repository's own package, which finds itself by its name.
	writeFileSync(join(to, 'package.json'), '{ "private": true, "type": "module" }\n');
	return to;
}

/** A folder of its own for a test that builds by itself, empty. */
export function scratchFolder(name: string): string {
	const folder = join(packageFolder(), `scratch-${name}`);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	return folder;
}

function contentHash({ from, base, gathers = [] }: SiteSource): string {
	const hash = createHash('sha256').update(base);
	for (const name of gathers) hash.update(contentHash(siteSources[name as SiteName]));
	const files = globSync('{content,components}/**', { cwd: join(repository, from) }).sort();
	for (const file of [...files.map((name) => join(from, name)), 'package-lock.json']) {
		const path = join(repository, file);
		if (statSync(path).isFile()) hash.update(`${file}\0`).update(readFileSync(path));
	}
	return hash.digest('hex').slice(0, 12);
}
