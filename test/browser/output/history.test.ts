import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../../../src/cli/demo/build-site.js';
import { commit, git } from '../../mini-repository.js';
import { type BuiltSite, copySource, scratchFolder } from '../sites/built-site.js';
import { outputBytes, outputFiles, outputText } from '../sites/output-files.js';
import { searchIndexTexts } from '../sites/search-index-text.js';
import { origin } from '../sites/site-list.js';

const base = '/kept/';
const text = (facts: string, body: string) => `---\n${facts}\n---\n\n${body}\n`;

/** Stands in versions that were hidden, and in what was written about them. */
const canary = 'zqxleak';
const message = 'We changed it\n\nThis is why.\n\nSigned-off-by: Moss <moss@example.org>\nCo-authored-by: Fern Frond <fern@example.org>';

describe('a handbook with a history', () => {
	let site: BuiltSite;
	let files: string[];

	const build = async (): Promise<BuiltSite> => {
		const folder = join(site.root, '..', 'out');
		rmSync(folder, { recursive: true, force: true });
		const { ok, output } = await buildSite({ root: site.root, outDir: folder, site: origin, base });
		if (!ok) throw new Error(output);
		return { ...site, folder, log: output };
	};
	const bytes = (): [string, string][] => outputFiles(site).map((path) => [path, outputBytes(site, path).toString('base64')]);

	beforeAll(async () => {
		const root = copySource({ from: 'test/fixtures/sites/bare' }, join(scratchFolder('history'), 'handbook'));
		site = { base, root, folder: '', log: '' };
		git(root, ['init', '--quiet', '-b', 'main']);
		commit(root, { '.gitignore': 'node_modules\n.astro\n' }, '2020-01-01T12:00:00Z', 'What we have');
		commit(root, { 'content/pages/a.md': text('title: A\ndraft: true', canary) }, '2021-01-01T12:00:00Z', canary);
		commit(root, { 'content/pages/a.md': text('title: A', 'One word.') }, '2021-02-01T12:00:00Z', 'Published');
		commit(root, { 'content/pages/a.md': text('title: A\npublished: no', `One ${canary}.`) }, '2021-03-01T12:00:00Z', canary);
		commit(root, { 'content/pages/a.md': text('title: A', 'Another word.'), 'content/pages/gone.md': text('title: Gone', 'Seen once.') }, '2021-04-01T12:00:00Z', message);
		commit(root, { 'content/pages/gone.md': text('title: Gone\nprivate: true', canary) }, '2021-05-01T12:00:00Z', canary);
		site = await build();
		files = outputFiles(site);
	});

	test('tells it on a page of its own and on the page of all changes', () => {
		expect(files).toContain('pages/a/history/index.html');
		expect(outputText(site, 'pages/a/index.html')).toContain('href="/kept/pages/a/history/"');
		expect(outputText(site, 'pages/a/history/index.html')).toMatch(/Another\s*<\/ins>/);
		expect(outputText(site, 'changes/index.html')).toContain('We changed it');
	});

	test('has nothing of a hidden version, no name and no e-mail address in any file', () => {
		const found = (word: string) => files.filter((path) => outputBytes(site, path).toString('latin1').includes(word));
		expect([found(canary), found('example.org'), found('Fern Frond'), found('Moss'), found('Seen once')]).toEqual([[], [], [], [], []]);
		expect([...searchIndexTexts(site).values()].filter((words) => /zqxleak|We changed it/.test(words))).toEqual([]);
	});

	test('keeps it from search engines, and asks after a text that vanished', () => {
		expect(outputText(site, 'sitemap-0.xml')).not.toContain('history');
		expect(outputText(site, 'pages/a/history/index.html')).toContain('<meta name="robots" content="noindex">');
		expect(site.log).toContain('entry-vanished');
	});

	test('gives the same bytes with and without what was kept of it', async () => {
		commit(site.root, { 'content/pages/a.md': text('title: A', 'A third word.') }, '2021-06-01T12:00:00Z', 'Once more');
		site = await build();
		const warm = bytes();
		rmSync(join(site.root, 'node_modules'), { recursive: true, force: true });
		site = await build();
		expect(bytes()).toEqual(warm);
	});
});
