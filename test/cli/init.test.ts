import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readHandbook } from '../../src/handbook/read-handbook.js';
import { callSporeprint, emptyFolder, packageRoot, writeFiles } from '../mini-handbook.js';

const built = new Set(['node_modules', '.astro', 'dist']);

/** The package as npm installs it: with its templates, without its sources. */
function release(): string {
	const folder = emptyFolder();
	writeFiles(folder, { 'package.json': '{ "name": "sporeprint", "version": "1.2.3" }' });
	cpSync(join(packageRoot, 'templates'), join(folder, 'templates'), { recursive: true, filter: (source) => !built.has(basename(source)) });
	writeFiles(join(folder, 'templates/handbook'), { 'node_modules/x/index.js': 'x', '.astro/types.d.ts': 'x', 'dist/index.html': 'x' });
	return folder;
}

describe('init', () => {
	test('makes a handbook that is read without problems and depends on this release', async () => {
		const cwd = emptyFolder();
		const { code, out, err } = await callSporeprint(['init', 'handbook', 'Our Böok'], { cwd, packageRoot: release() });
		const root = join(cwd, 'Our Böok');
		expect({ code, err }).toEqual({ code: 0, err: '' });
		expect(out).toContain('npm install');
		const { value, problems } = readHandbook(root);
		expect(problems).toEqual([]);
		expect(value.entries.length).toBeGreaterThan(5);
		expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).toMatchObject({ name: 'our-boeok', dependencies: { sporeprint: '^1.2.3' } });
		expect(readdirSync(root)).toEqual(expect.arrayContaining(['.gitignore', 'README.md', 'astro.config.mjs', 'content', 'package.json']));
		expect(readdirSync(root)).not.toEqual(expect.arrayContaining(['gitignore']));
		for (const name of built) expect(existsSync(join(root, name))).toBe(false);
	});

	test('takes an empty folder that is there, such as the present one', async () => {
		const cwd = emptyFolder();
		expect(await callSporeprint(['init', 'handbook', '.'], { cwd, packageRoot: release() })).toMatchObject({ code: 0 });
		expect(existsSync(join(cwd, 'content/group.md'))).toBe(true);
	});

	test('writes nothing into a folder that holds something', async () => {
		const cwd = emptyFolder();
		writeFiles(cwd, { 'ours/note.txt': 'Ours' });
		expect(await callSporeprint(['init', 'handbook', 'ours'], { cwd })).toEqual({ code: 2, out: '', err: 'ours is not empty, so nothing was written. Name a new folder.' });
		expect(readdirSync(join(cwd, 'ours'))).toEqual(['note.txt']);
	});

	test.each([
		[['init', 'handbok', 'x'], 'There is no template “handbok”. Use: sporeprint init handbook x'],
		[['init', '../..', 'x'], 'There is no template “../..”. Use: sporeprint init handbook x'],
		[['init', 'x'], 'Something is missing. Use: sporeprint init handbook DIR. See: sporeprint init --help'],
	])('refuses %j and says why', async (args, sentence) => {
		const cwd = emptyFolder();
		expect(await callSporeprint(args, { cwd })).toEqual({ code: 2, out: '', err: sentence });
		expect(readdirSync(cwd)).toEqual([]);
	});
});
