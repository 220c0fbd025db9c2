import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../../../src/cli/demo/build-site.js';
import { problemText } from '../../../src/errors.js';
import { readHandbook } from '../../../src/handbook/read-handbook.js';
import { type BuiltSite, builtSite, copySource, scratchFolder } from '../sites/built-site.js';
import { outputBytes, outputFiles, outputText } from '../sites/output-files.js';
import { searchIndexTexts } from '../sites/search-index-text.js';
import { origin } from '../sites/site-list.js';

/** Stands in every field, body, component and file of the hidden entries, and nowhere else. */
const canary = /zqxleak/i;
/** Stands in the name of every hidden file and in every hidden id. Visible texts link to some of them. */
const hiddenName = /vault/i;

describe('a handbook of which most is hidden', () => {
	let site: BuiltSite;
	let files: string[];

	beforeAll(async () => {
		site = await builtSite('hidden');
		files = outputFiles(site);
	});

	test('publishes what is visible', () => {
		const { entries } = JSON.parse(outputText(site, 'handbook.json')) as { entries: { id: string }[] };
		expect(entries.map(({ id }) => id).sort()).toEqual(['agreements/keep-the-door-open', 'decisions/seen', 'pages/start', 'stories/told']);
	});

	test('has no word of what is hidden in any file', () => {
		expect(files.filter((path) => canary.test(path) || canary.test(outputBytes(site, path).toString('latin1')))).toEqual([]);
	});

	test('has no word of what is hidden in the archive', () => {
		const whole = unzipSync(outputBytes(site, 'handbook.zip'));
		expect(Object.keys(whole)).toContain('content/pages/start.md');
		expect(Object.entries(whole).filter(([path, bytes]) => canary.test(path) || hiddenName.test(path) || canary.test(Buffer.from(bytes).toString('latin1')))).toEqual([]);
	});

	test('has no word of what is hidden in the search, where the words of visible texts are', () => {
		const texts = searchIndexTexts(site);
		expect([...texts].filter(([, text]) => canary.test(text) || hiddenName.test(text)).map(([path]) => path)).toEqual([]);
		const whole = [...texts.values()].join('\n');
		for (const word of ['pharologist', 'harbour', 'Start here']) expect(whole).toContain(word);
	});

	test('has no file with the name of a hidden one', () => {
		expect(files.filter((path) => hiddenName.test(path))).toEqual([]);
		expect(files.filter((path) => path.startsWith('media/'))).toEqual([]);
	});

	test('names hidden texts nowhere but in the sources of those that name them', () => {
		const texts = ['pages/start', 'agreements/keep-the-door-open', 'decisions/seen', 'stories/told'];
		const sources = [...texts.flatMap((id) => [`${id}.md`, `${id}.copy.md`]), 'handbook.ndjson', 'handbook.json'];
		expect(files.filter((path) => !sources.includes(path) && hiddenName.test(outputText(site, path)))).toEqual([]);
	});

	test('compiles no hidden component', () => {
		expect(files.filter((path) => path.startsWith('_astro/') && /vault/i.test(path))).toEqual([]);
		expect(site.log).not.toMatch(/Vault\.astro/);
	});
});

describe('a handbook that does not say clearly what is hidden', () => {
	test('is not built; the log says what `sporeprint check` says, and the last good site stays', async () => {
		const home = scratchFolder('unsure');
		const root = copySource({ from: 'test/fixtures/sites/unsure' }, join(home, 'handbook'));
		const outDir = join(home, 'out');
		const build = { root, outDir, site: origin, base: '/' };

		const first = await buildSite(build);
		expect(first.ok).toBe(false);
		expect(existsSync(outDir)).toBe(false);
		const { problems } = readHandbook(root);
		expect(problems.map(({ code, file }) => [code, file])).toEqual([['hidden-not-boolean', 'content/pages/plans.md']]);
		for (const problem of problems) expect(first.output).toContain(problemText(problem));
		expect(first.output).toContain('npx sporeprint check');
		expect(first.output).toContain('nothing was built');

		mkdirSync(outDir);
		writeFileSync(join(outDir, 'index.html'), 'the last good site');
		expect((await buildSite(build)).ok).toBe(false);
		expect(readdirSync(outDir)).toEqual(['index.html']);
		expect(readFileSync(join(outDir, 'index.html'), 'utf8')).toBe('the last good site');
	});
});
