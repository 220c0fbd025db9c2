import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readHandbook } from '../../src/handbook/read-handbook.js';
import { readRegistry } from '../../src/network/registry/read-registry.js';
import { callSporeprint, emptyFolder, packageRoot, writeFiles } from '../mini-handbook.js';

const built = new Set(['node_modules', '.astro', 'dist']);

/** The package as npm installs it: with its templates, without its sources. */
function release(): string {
	const folder = emptyFolder();
	writeFiles(folder, { 'package.json': '{ "name": "sporeprint", "version": "1.2.3" }' });
	cpSync(join(packageRoot, 'templates'), join(folder, 'templates'), { recursive: true, filter: (source) => !built.has(basename(source)) });
	for (const template of ['handbook', 'network']) writeFiles(join(folder, 'templates', template), { 'node_modules/x/index.js': 'x', '.astro/types.d.ts': 'x', 'dist/index.html': 'x' });
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

	test('makes a network that is read without problems and depends on this release', async () => {
		const cwd = emptyFolder();
		const { code, out, err } = await callSporeprint(['init', 'network', 'our-network'], { cwd, packageRoot: release() });
		const root = join(cwd, 'our-network');
		expect({ code, err }).toEqual({ code: 0, err: '' });
		expect(out).toMatch(/^Your network's index is in our-network\. Next:\n {2}cd our-network\n {2}npm install\n/);
		const { value, problems } = readRegistry(root);
		expect(problems).toEqual([]);
		expect(value.members).toHaveLength(2);
		expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).toMatchObject({ name: 'our-network', dependencies: { sporeprint: '^1.2.3' } });
		expect(readdirSync(root).toSorted()).toEqual(['.gitattributes', '.github', '.gitignore', '.vscode', 'README.md', 'astro.config.mjs', 'content', 'package.json']);
		expect(readdirSync(join(root, '.github'), { recursive: true }).map(String).toSorted()).toEqual([
			'ISSUE_TEMPLATE',
			join('ISSUE_TEMPLATE', 'config.yml'),
			join('ISSUE_TEMPLATE', 'join.yml'),
			'workflows',
			join('workflows', 'join-by-issue.yml'),
			join('workflows', 'join.yml'),
			join('workflows', 'publish.yml'),
		]);
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
		[['init', 'handbok', 'x'], 'There is no template “handbok”. Did you mean “handbook”? Use: sporeprint init handbook x'],
		[['init', 'Network', 'x'], 'There is no template “Network”. Did you mean “network”? Use: sporeprint init network x'],
		[['init', '../..', 'x'], 'There is no template “../..”. Use: sporeprint init handbook|network x'],
		[['init', 'x'], 'Something is missing. Use: sporeprint init handbook|network DIR. See: sporeprint init --help'],
	])('refuses %j and says why', async (args, sentence) => {
		const cwd = emptyFolder();
		expect(await callSporeprint(args, { cwd })).toEqual({ code: 2, out: '', err: sentence });
		expect(readdirSync(cwd)).toEqual([]);
	});
});
