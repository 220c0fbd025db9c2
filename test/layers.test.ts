import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { layers, permissions } from './layers/layers.js';
import { violationsIn } from './layers/violations.js';

const root = fileURLToPath(new URL('../src/', import.meta.url));
const tree = new Map(
	globSync('**/*', { cwd: root, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.map((path) => [path.slice(root.length).split(sep).join('/'), readFileSync(path, 'utf8')]),
);

test('src/ keeps to its architecture', () => {
	expect(violationsIn(tree)).toEqual([]);
});

test('every permission is for something that exists', () => {
	const places = Object.values(permissions).flat();
	// The crawler is allowed its one file before it is written.
	const missing = places.filter((place) => place !== 'network/fetch.ts' && ![...tree.keys()].some((file) => (place.endsWith('/') ? file.startsWith(place) : file === place)));
	expect(missing).toEqual([]);
});

test('no name stands in two layers', () => {
	expect(new Set(layers.flat()).size).toBe(layers.flat().length);
});

/** The rules that a tree of one or a few files breaks. */
function broken(files: Record<string, string>): string[] {
	return violationsIn(new Map(Object.entries(files))).map(({ rule, file, because }) => `${rule} | ${file} | ${because}`);
}

describe('a direction that is not downward is found', () => {
	test.each([
		['lib/a.ts', "import { problem } from '../errors.js';", 'errors.ts'],
		['errors.ts', "import { kinds } from './schema/kinds.js';", 'schema'],
		['schema/a.ts', "import { en } from '../strings/en.js';", 'strings'],
		['markdown/a.ts', "import { read } from '../handbook/read-handbook.js';", 'handbook'],
		['handbook/a.ts', "import { print } from '../output/print.js';", 'output'],
		['output/a.ts', "import { site } from '../site/site.js';", 'site'],
		['site/a.ts', "import { api } from '../index.js';", 'index.ts'],
		['site/a.ts', "import { api } from 'sporeprint';", 'index.ts'],
	])('%s: %s', (file, code, to) => {
		expect(broken({ [file]: code })).toEqual([expect.stringMatching(new RegExp(`^layer \\| ${file} \\| imports .*may not know ${to}$`))]);
	});

	test.each([
		['handbook', 'network'],
		['network', 'handbook'],
		['site', 'cli'],
		['cli', 'site'],
	])('%s never imports %s', (from, to) => {
		expect(broken({ [`${from}/a.ts`]: `import '../${to}/b.js';`, [`${to}/b.ts`]: '' })).toEqual([`layer | ${from}/a.ts | imports ${to}/b.js: ${from} may not know ${to}`]);
	});

	test('index.ts never imports the command line, though it stands above', () => {
		expect(broken({ 'index.ts': "export * from './cli/run.js';" })).toEqual(['layer | index.ts | imports cli/run.js: index.ts may not know cli']);
	});

	test('strings take types of the vocabulary, but no values', () => {
		expect(broken({ 'strings/en.ts': "import type { Kind } from '../schema/kinds.js';\nimport { type Method } from '../schema/decision.js';" })).toEqual([]);
		expect(broken({ 'strings/en.ts': "import { kinds, type Kind } from '../schema/kinds.js';" })).toHaveLength(1);
	});

	test('a file outside src/ is no neighbour', () => {
		expect(broken({ 'lib/a.ts': "import '../../test/layers.test.js';" })).toEqual(['layer | lib/a.ts | imports ../../test/layers.test.js, outside src/']);
	});
});

describe('every way to import is followed', () => {
	test.each([
		['a type', "import type { Site } from '../site/site.js';"],
		['a type in a type', "export type A = import('../site/site.js').Site;"],
		['a side effect', "import '../site/site.js';"],
		['a re-export', "export { site } from '../site/site.js';"],
		['a re-export of everything', "export * from '../site/site.js';"],
		['a dynamic import', "export const site = async () => import('../site/site.js');"],
		['a dynamic import in backticks', 'export const site = async () => import(`../site/site.js`);'],
		['a require', "export const site = require('../site/site.js');"],
		['an import assignment', "import site = require('../site/site.js');"],
		['a file beside this one', "new Worker(new URL('../site/worker.js', import.meta.url));"],
	])('%s', (_, code) => {
		expect(broken({ 'lib/a.ts': code })).toEqual([expect.stringContaining('lib may not know site')]);
	});

	test.each([
		['front matter', "---\nimport '../../cli/run.js';\n---\n<p>Text</p>"],
		['front matter after a comment line', "---\n// --- parts ---\nimport '../../cli/run.js';\n---\n<p>Text</p>"],
		['a client script', "<p>Text</p>\n<script>\n\timport '../../cli/run.js';\n</script>"],
		['the source of a client script', '<script src="../../cli/run.ts"></script>'],
		['an expression in the template', "<p>{(await import('../../cli/run.js')).text}</p>"],
		['a style', "<style>\n\t@import '../../cli/run.css';\n</style>"],
	])('of a component: %s', (_, text) => {
		expect(broken({ 'site/components/Card.astro': text })).toEqual([expect.stringContaining('site may not know cli')]);
	});

	test.each(["@import '../../cli/a.css';", '@import url(../../cli/a.css) layer(base);', '@import url("../../cli/a.css");'])('of a style sheet: %s', (css) => {
		expect(broken({ 'site/styles/index.css': css })).toEqual([expect.stringContaining('site may not know cli')]);
	});

	test('an import that only the running program can name is refused', () => {
		expect(broken({ 'cli/a.ts': "export const load = (name: string) => import('./commands/' + name);" })).toEqual([expect.stringMatching(/^computed import \| cli\/a.ts/)]);
	});

	test('comments and texts are not imports', () => {
		expect(broken({ 'lib/a.ts': "// import '../site/site.js';\nexport const text = \"import '../site/site.js'\";" })).toEqual([]);
		expect(broken({ 'site/styles/a.css': "/* @import '../../cli/a.css'; */" })).toEqual([]);
	});
});

describe('what only some may do is found elsewhere', () => {
	test.each([
		['astro', "import type { AstroIntegration } from 'astro';", ['cli/a.ts', 'output/a.ts', 'index.ts']],
		['astro', "import { z } from 'astro/zod';", ['schema/a.ts']],
		['astro', "import { getCollection } from 'astro:content';", ['output/a.ts']],
		['astro', "import mdx from '@astrojs/mdx';", ['markdown/a.ts']],
		['astro', "import { mdxTexts } from 'virtual:sporeprint/config';", ['output/a.ts']],
		['network', "import { request } from 'undici';", ['network/crawl.ts', 'cli/a.ts']],
		['network', "import { get } from 'node:https';", ['network/crawl.ts']],
		['network', "import { get } from 'http';", ['site/a.ts']],
		['network', "import { connect } from 'node:net';", ['network/a.ts']],
		['network', "import { lookup } from 'node:dns/promises';", ['network/a.ts']],
		['network', "export const text = await fetch('https://example.org');", ['network/crawl.ts', 'cli/a.ts', 'site/a.ts']],
		['network', 'export const take = globalThis.fetch;', ['cli/a.ts']],
		['files', "import { readFileSync } from 'node:fs';", ['handbook/read-handbook.ts', 'cli/commands/check.ts', 'site/view.ts', 'lib/a.ts']],
		['files', "import { readFile } from 'fs/promises';", ['output/a.ts']],
		['programs', "import { execFileSync } from 'node:child_process';", ['handbook/read-handbook.ts', 'site/a.ts']],
		['terminal', "import process from 'node:process';", ['site/a.ts', 'handbook/a.ts']],
		['terminal', 'export const where = process.cwd();', ['handbook/a.ts', 'site/a.ts']],
		['terminal', 'export const { env } = globalThis.process;', ['handbook/history/ask-git.ts']],
		['terminal', "export const env = globalThis['process'].env;", ['lib/a.ts']],
		['terminal', 'const { process: here } = globalThis;\nexport { here };', ['lib/a.ts']],
		['terminal', "console.log('here');", ['handbook/a.ts', 'site/a.ts', 'index.ts']],
	])('%s: %s', (rule, code, files) => {
		for (const file of files) expect(broken({ [file]: code })).toEqual([expect.stringMatching(new RegExp(`^${rule} \\| ${file} \\|`))]);
	});

	test('in components too', () => {
		expect(broken({ 'site/components/Card.astro': '---\nconst where = process.cwd();\n---\n<p>{where}</p>\n<script>console.log(1)</script>' })).toEqual([
			'terminal | site/components/Card.astro | uses the global process',
			'terminal | site/components/Card.astro | uses the global console',
		]);
	});

	test('and is allowed where it belongs', () => {
		expect(
			broken({
				'site/site-integration.ts': "import { writeFileSync } from 'node:fs';\nimport type { AstroIntegration } from 'astro';",
				'network/fetch.ts': "import { Agent } from 'undici';\nimport { lookup } from 'node:dns';\nexport const get = () => fetch('https://example.org');",
				'handbook/history/ask-git.ts': "import { execFileSync } from 'node:child_process';",
				'cli/main.ts': "import { readFileSync } from 'node:fs';\nconsole.log(process.argv);",
			}),
		).toEqual([]);
	});

	test('the outside world that comes in as an argument is no global', () => {
		const code = [
			'export async function crawl({ fetch, console }: { fetch: typeof globalThis.fetch; console: Console }) {',
			"	console.log(await fetch('https://example.org'));",
			'}',
			'export const run = (process: { env: object }) => process.env;',
			'export type Fetch = typeof fetch;',
			'export const steps = { process: 1, fetch: 2 };',
			'export const one = steps.process + steps.fetch;',
			'const { process: first } = steps;',
			'export { first };',
		];
		expect(broken({ 'network/crawl.ts': code.join('\n') })).toEqual([]);
	});
});

describe('a name that does not fit is found', () => {
	test.each([
		['config/a.ts', '“config” is in no layer'],
		['main.ts', '“main.ts” is in no layer'],
		['lib/textHash.ts', '“textHash.ts” is not in kebab-case'],
		['lib/Text.ts', '“Text.ts” is not in kebab-case'],
		['lib/text_hash.ts', '“text_hash.ts” is not in kebab-case'],
		['cli/Commands/a.ts', 'the folder “Commands” is not in kebab-case'],
		['site/components/fact-list.astro', '“fact-list.astro” is not in PascalCase'],
		['site/routes/HomePage.astro', ''],
		['site/styles/Base.css', '“Base.css” is not in kebab-case'],
		['lib/utils.ts', 'the name “utils” says nothing about what is inside'],
		['lib/types.d.ts', 'the name “types” says nothing about what is inside'],
		['site/helpers/a.ts', 'the name “helpers” says nothing about what is inside'],
		['site/common/a.ts', 'the name “common” says nothing about what is inside'],
		['markdown/misc.ts', 'the name “misc” says nothing about what is inside'],
		['schema/shared.ts', 'the name “shared” says nothing about what is inside'],
	])('%s', (file, because) => {
		expect(broken({ [file]: '' })).toEqual(because === '' ? [] : [`name | ${file} | ${because}`]);
	});

	test.each([
		'site/routes/[...id].astro',
		'site/routes/404.astro',
		'site/routes/tags/[tag].astro',
		'site/routes/[...id].md.ts',
		'site/routes/handbook.json.ts',
		'site/env.d.ts',
		'site/components/FactList.astro',
		'site/fonts/literata.woff2',
	])('%s fits', (file) => {
		expect(broken({ [file]: '' })).toEqual([]);
	});
});
