import { appendFileSync, cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { buildSite, runProgram } from '../../../../src/cli/demo/build-site.js';
import { commit, git } from '../../../mini-repository.js';
import { astroBuild } from '../../sites/astro-build.js';
import { copySource, scratchFolder } from '../../sites/built-site.js';
import { outputBytes, outputFiles } from '../../sites/output-files.js';
import { repository } from '../../sites/package-copy.js';
import { siteSources } from '../../sites/site-list.js';
import { Chance, type EditedHandbook, edits } from './random-edits.js';

/** How often the two are compared, and from which number the edits are made: for more, or to see one again. */
const comparisons = Number(process.env.SPOREPRINT_COMPARISONS ?? 40);
/** Every so many comparisons are with what Astro’s own command builds. */
const byAstro = 4;
/** And every so many begin with the package as it was. */
const installs = 5;
const seed = Number(process.env.SPOREPRINT_SEED ?? 1);

/** A handbook in a repository and with a package of its own. */
function editedHandbook(): EditedHandbook {
	const home = scratchFolder('incremental');
	const engine = join(home, 'node_modules', 'sporeprint', 'dist');
	installAnew(engine);
	cpSync(join(repository, 'package.json'), join(engine, '..', 'package.json'));
	const root = copySource(siteSources.example, join(home, 'handbook'));
	writeFileSync(join(root, '.gitignore'), 'node_modules\n.astro\n');
	git(root, ['init', '--quiet', '-b', 'main']);
	commit(root, {}, '2023-12-01T12:00:00Z', 'All of it');
	return { root, engine, site: join(home, 'out'), address: { site: 'https://pod.example', base: '/' }, count: 0 };
}

/** Takes back what was edited in the package: code of pages that was bundled from other files is not used. */
function installAnew(engine: string): void {
	rmSync(engine, { recursive: true, force: true });
	cpSync(join(repository, 'dist'), engine, { recursive: true });
}

/** The handbook built upon what the last build has left, as authors build it. */
function buildAgain({ root, engine, site, address }: EditedHandbook): Promise<{ ok: boolean; output: string }> {
	return runProgram(join(engine, 'cli/main.js'), ['build', root, '--outDir', site, '--site', address.site, '--base', address.base], root);
}

/** The same handbook built from nothing, with nothing that any build has left: as authors build it, or by Astro itself. */
async function cleanBuild({ root, site, address }: EditedHandbook, build: typeof buildSite): Promise<{ ok: boolean; output: string; folder: string }> {
	const folder = `${site}-clean`;
	const copy = `${root}-clean`;
	for (const old of [folder, copy]) rmSync(old, { recursive: true, force: true });
	cpSync(root, copy, { recursive: true, filter: (path) => !/[\\/](?:node_modules|\.astro)$/.test(path) });
	return { folder, ...(await build({ root: copy, outDir: folder, ...address })) };
}

function copyContent(from: string, to: string): void {
	rmSync(join(to, 'content'), { recursive: true, force: true });
	cpSync(join(from, 'content'), join(to, 'content'), { recursive: true });
}

function differences(folder: string, clean: string): string[] {
	const [files, wanted] = [outputFiles({ folder }), outputFiles({ folder: clean })];
	const missing = wanted.filter((path) => !files.includes(path)).map((path) => `${path} is missing`);
	const stray = files.filter((path) => !wanted.includes(path)).map((path) => `${path} should not be there`);
	const other = wanted.filter((path) => files.includes(path) && !outputBytes({ folder }, path).equals(outputBytes({ folder: clean }, path))).map((path) => `${path} is another`);
	return [...missing, ...stray, ...other];
}

test('whatever was edited, what is built on what was there before is the same, byte for byte, as what is built from nothing', { timeout: comparisons * 60_000 }, async () => {
	const chance = new Chance(seed);
	const book = editedHandbook();
	// A mistake would stay in the way of all that follows.
	const sound = `${book.root}-sound`;
	copyContent(book.root, sound);
	let compared = 0;
	let short = 0;
	for (let round = 0; round < comparisons; round += 1) {
		if (round % installs === 0) installAnew(book.engine);
		const done: string[] = [];
		for (let left = 1 + chance.below(4); left > 0; left -= 1) {
			book.count += 1;
			const name = chance.pick(Object.keys(edits));
			done.push(name);
			edits[name]?.(book, chance);
		}
		const [built, clean] = await Promise.all([buildAgain(book), cleanBuild(book, round % byAstro === 0 ? astroBuild : buildSite)]);
		const story = `Round ${round} with seed ${seed}, after ${done.join(', ')}`;
		expect(built.ok, `${story}:\n${built.output}\n${clean.output}`).toBe(clean.ok);
		if (built.ok) {
			compared += 1;
			copyContent(book.root, sound);
			if (!stripVTControlCharacters(built.output).includes('[build]')) short += 1;
			expect(differences(book.site, clean.folder), story).toEqual([]);
		} else copyContent(sound, book.root);
	}
	// The others were handbooks with a mistake, which neither builds.
	expect(compared).toBeGreaterThan(comparisons / 2);
	// After another configuration, program or file beside the content Astro has to build; after other texts it does not.
	expect(short).toBeGreaterThan(comparisons / 8);
});

test('after one text was changed, only what shows its words is made anew', { timeout: 240_000 }, async () => {
	const home = scratchFolder('one-change');
	const root = copySource(siteSources.example, join(home, 'handbook'));
	const build = async (): Promise<string> => {
		const { ok, output } = await buildSite({ root, outDir: join(home, 'out'), site: 'https://pod.example', base: '/' });
		expect(ok, output).toBe(true);
		return output;
	};
	await build();
	const all = outputFiles({ folder: join(home, 'out') });
	appendFileSync(join(root, 'content/pages/welcome.md'), '\nOne more sentence.\n');
	const anew = [...stripVTControlCharacters(await build()).matchAll(/^ {2}\/(\S+)/gm)].map(([, path]) => path ?? '');
	const ofMany = /^(?:agreements|practices|roles|decisions|stories|pages|tags|media)\/(?!feed\.|calendar\.ics)(?!index\.html)/;
	expect(all.filter((path) => ofMany.test(path)).length).toBeGreaterThan(60);
	expect(anew.filter((path) => ofMany.test(path))).toEqual(['pages/welcome.copy.md', 'pages/welcome.md', 'pages/welcome/index.html']);
	expect(await build()).toContain('Nothing has changed since the last build');
});
