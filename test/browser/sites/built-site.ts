import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite } from '../../../src/cli/demo/build-site.js';
import { keep, packageFolder, repository } from './package-copy.js';
import { origin, type SiteName, type SiteSource, siteSources } from './site-list.js';

/** A handbook that was built. */
export interface BuiltSite {
	base: string;
	/** Folder of the handbook that was built: a copy of its source. */
	root: string;
	/** Folder of the built site. */
	folder: string;
	/** What Astro said. */
	log: string;
}

/** A site of these tests, built when it is first asked for, and kept until its content or the package changes. */
export async function builtSite(name: SiteName): Promise<BuiltSite> {
	const source = siteSources[name];
	const home = join(packageFolder(), `${name}-${contentHash(source)}`);
	if (!existsSync(home)) {
		const unfinished = `${home}.${process.pid}`;
		rmSync(unfinished, { recursive: true, force: true });
		const root = copyHandbook(source, join(unfinished, 'handbook'));
		const { ok, output } = await buildSite({ root, outDir: join(unfinished, 'out'), site: origin, base: source.base });
		if (!ok) throw new Error(`The site “${name}” cannot be built:\n${output}`);
		writeFileSync(join(unfinished, 'log.txt'), output);
		keep(unfinished, home);
	}
	return { base: source.base, root: join(home, 'handbook'), folder: join(home, 'out'), log: readFileSync(join(home, 'log.txt'), 'utf8') };
}

/** Copies a handbook to where it finds the package, with the three lines of configuration that every group has. */
export function copyHandbook({ from }: Pick<SiteSource, 'from'>, to: string): string {
	mkdirSync(to, { recursive: true });
	for (const part of ['content', 'components']) {
		if (existsSync(join(repository, from, part))) cpSync(join(repository, from, part), join(to, part), { recursive: true });
	}
	cpSync(join(repository, 'templates', 'handbook', 'astro.config.mjs'), join(to, 'astro.config.mjs'));
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

function contentHash({ from, base }: SiteSource): string {
	const hash = createHash('sha256').update(base);
	const files = globSync('{content,components}/**', { cwd: join(repository, from) }).sort();
	for (const file of [...files.map((name) => join(from, name)), 'package-lock.json']) {
		const path = join(repository, file);
		if (statSync(path).isFile()) hash.update(`${file}\0`).update(readFileSync(path));
	}
	return hash.digest('hex').slice(0, 12);
}
