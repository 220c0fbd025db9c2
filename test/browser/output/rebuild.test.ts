import { appendFileSync, existsSync, globSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { beforeEach, expect, test } from 'vitest';
import { runProgram } from '../../../src/cli/demo/build-site.js';
import { writeFiles } from '../../mini-handbook.js';
import { astroBuild } from '../sites/astro-build.js';
import { scratchFolder } from '../sites/built-site.js';
import { outputFiles } from '../sites/output-files.js';
import { packageFolder } from '../sites/package-copy.js';

let root: string;
beforeEach(() => {
	root = join(scratchFolder('rebuild'), 'handbook');
	writeFiles(root, {
		'package.json': '{ "private": true, "type": "module" }\n',
		'content/group.md': '---\nname: Moss\nurl: https://moss.example/book/\n---\n\nWe grow.\n',
		'content/pages/one.md': '---\ntitle: One\n---\n\nSome words.\n',
		'content/practices/two.md': '---\ntitle: Two\n---\n\nSee [one](../pages/one.md).\n',
		'public/robots.txt': 'User-agent: *\n',
		'astro.config.mjs': "import { defineConfig } from 'astro/config';\nimport { handbook } from 'sporeprint';\nexport default defineConfig({ integrations: [handbook()] });\n",
	});
});

async function build(...flags: string[]): Promise<{ ok: boolean; output: string; byAstro: boolean }> {
	const { ok, output } = await runProgram(join(packageFolder(), 'node_modules/sporeprint/dist/cli/main.js'), ['build', ...flags], root);
	const plain = stripVTControlCharacters(output);
	return { ok, output: plain, byAstro: plain.includes('[build]') };
}

const site = (path: string): string => readFileSync(join(root, 'dist', path), 'latin1');
const config = (): string => join(root, 'astro.config.mjs');

test('a site is built without Astro, from the first time on, and everything that Astro would have written is there', { timeout: 60_000 }, async () => {
	expect(await build()).toMatchObject({ ok: true, byAstro: false });
	const byAstro = { folder: join(root, '..', 'by-astro') };
	await astroBuild({ root, outDir: byAstro.folder, site: 'https://moss.example', base: '/book/' });
	const files = outputFiles({ folder: join(root, 'dist') });
	expect(files).toEqual(outputFiles(byAstro));
	expect(files.filter((path) => site(path) !== readFileSync(join(byAstro.folder, path), 'latin1'))).toEqual([]);

	appendFileSync(join(root, 'content/pages/one.md'), '\nAnd more.\n');
	const again = await build();
	expect(again).toMatchObject({ ok: true, byAstro: false });
	expect(again.output).toContain('/pages/one/index.html');
	expect(again.output).not.toContain('/practices/two/index.html');
	expect(site('pages/one/index.html')).toContain('<p>And more.</p>');
	expect(site('robots.txt')).toBe('User-agent: *\n');
	expect(site('sitemap-0.xml')).toContain('<loc>https://moss.example/book/pages/one/</loc>');
	const [, styles = ''] = /<link rel="stylesheet" href="\/book\/([^"]+)"/.exec(site('pages/one/index.html')) ?? [];
	expect(site(styles).length).toBeGreaterThan(1000);
	expect(await build()).toMatchObject({ ok: true, byAstro: false, output: expect.stringContaining('Nothing has changed') });
});

test.each<[string, () => void, string[], string, string]>([
	['the accent is another', () => writeFileSync(config(), configured('{ integrations: [handbook({ accent: 200 })] }')), [], 'accent.css', '--accent-hue:200'],
	['the address is another', () => undefined, ['--site', 'https://fern.example', '--base', '/'], 'pages/one/index.html', '<link rel="canonical" href="https://fern.example/pages/one/">'],
	['what is published as it is is another', () => writeFileSync(join(root, 'public/robots.txt'), 'User-agent: you\n'), [], 'robots.txt', 'you'],
	['nothing is left of the last build but the site', () => rmSync(join(root, 'node_modules'), { recursive: true }), [], 'pages/one/index.html', 'Some words.'],
])('without Astro, too, when %s', { timeout: 60_000 }, async (_, change, flags, path, words) => {
	await build();
	change();
	expect(await build(...flags)).toMatchObject({ ok: true, byAstro: false });
	expect(site(path)).toContain(words);
});

test.each<[string, () => void, string[]]>([
	[
		'the configuration is more than data',
		() => writeFileSync(config(), configured('{ site: process.env.HOME ? "https://fern.example" : undefined, integrations: [handbook()], vite: { plugins: [{ name: "ours" }] } }')),
		[],
	],
	['the configuration says more than where things are', () => writeFileSync(config(), withSettings), []],
	['there is a text with components', () => writeFiles(root, { 'content/pages/three.mdx': '# Three\n\n{1 + 1}\n' }), []],
	['there is a page of the group’s own', () => writeFiles(root, { 'src/pages/own.astro': '<p>Ours</p>\n' }), []],
	['everything is to be made anew', () => undefined, ['--force']],
])('Astro builds when %s', { timeout: 60_000 }, async (_, change, flags) => {
	change();
	expect(await build(...flags)).toMatchObject({ ok: true, byAstro: true });
	expect(site('pages/one/index.html')).toContain('Some words.');
	expect(existsSync(join(root, 'node_modules/.vite')), 'packages are bundled for a server that nobody asks').toBe(false);
});

test('what Astro has bundled for settings of the group’s own serves the next build, as long as it and they are as they were', { timeout: 120_000 }, async () => {
	writeFileSync(config(), withSettings);
	expect(await build()).toMatchObject({ ok: true, byAstro: true });
	appendFileSync(join(root, 'content/pages/one.md'), '\nAnd more.\n');
	expect(await build()).toMatchObject({ ok: true, byAstro: false });
	expect(site('pages/one/index.html')).toContain('<p>And more.</p>');

	const changes: [string, () => void, string[]][] = [
		['it was touched', () => appendFileSync(entryFile(), '\n'), []],
		['it is gone', () => rmSync(join(root, 'node_modules'), { recursive: true }), []],
		['the configuration is another', () => appendFileSync(config(), '// Later.\n'), []],
		['the address is another', () => undefined, ['--site', 'https://fern.example']],
	];
	for (const [said, change, flags] of changes) {
		change();
		expect(await build(...flags), said).toMatchObject({ ok: true, byAstro: true });
	}
});

test('content with errors is not built, and the site stays as it was', { timeout: 60_000 }, async () => {
	await build();
	const before = site('pages/one/index.html');
	writeFileSync(join(root, 'content/pages/one.md'), '---\ntitle: One\nprivate: perhaps\n---\n\nA secret.\n');
	const { ok, output, byAstro } = await build();
	expect({ ok, byAstro }).toEqual({ ok: false, byAstro: false });
	expect(output).toContain('pages/one.md');
	expect(output).toContain('nothing was built');
	expect(site('pages/one/index.html')).toBe(before);
});

test.each([
	['with the code that the package brings', () => undefined],
	['with Astro', () => writeFileSync(config(), withSettings)],
])('nothing is built, %s, where something would be lost', { timeout: 60_000 }, async (_, configure) => {
	configure();
	writeFiles(join(root, '..'), { 'beside.txt': 'Ours.' });
	for (const folder of ['.', '..', 'content']) {
		const { ok, output } = await build('--outDir', folder);
		expect(ok).toBe(false);
		expect(output).toContain('The site cannot be built into ');
	}
	expect(readFileSync(join(root, '../beside.txt'), 'utf8')).toBe('Ours.');
	expect(readdirSync(join(root, 'content')).sort()).toEqual(['group.md', 'pages', 'practices']);
});

function configured(config: string): string {
	return `import { handbook } from 'sporeprint';\nexport default ${config};\n`;
}

/** Settings that are plain data, and Astro's to follow. */
const withSettings = configured('{ integrations: [handbook()], scopedStyleStrategy: "class" }');

/** The module of the kept code that knows all pages. */
function entryFile(): string {
	const [record = ''] = globSync('node_modules/.astro/sporeprint/site-*/code/record.json', { cwd: root });
	const { entry } = JSON.parse(readFileSync(join(root, record), 'utf8')) as { entry: string };
	return join(root, record, '..', 'server', entry);
}
