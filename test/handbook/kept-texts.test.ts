import { appendFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { BuildCache } from '../../src/handbook/build-cache.js';
import { readHandbook } from '../../src/handbook/read-handbook.js';
import { renderText } from '../../src/markdown/render.js';
import { emptyFolder, type MiniFiles, miniHandbook, packageRoot, smallImage, writeFiles } from '../mini-handbook.js';

vi.mock('../../src/markdown/render.js', { spy: true });
const rendered = vi.mocked(renderText);

/** Every sort of link, and a picture. */
const files: MiniFiles = {
	'practices/check-in.md':
		'---\ntitle: Check-in\nid: practices/daily/check-in\naliases: [practices/old]\n---\n\nSee [the agreement](../agreements/care.md), ![a moss](moss.svg) and [nothing](gone.md).\n',
	'agreements/care.md': '---\ntitle: Care\n---\n\n# Care\n\nSee [check-in](/practices/old) and [a heading](#more).\n\n## More\n\nhttps://example.org/\n',
	'pages/es.md': '---\nlang: es\n---\n\n> [!NOTE]\n> Hola.[^1]\n\n[^1]: Nota.\n',
	'pages/broken.md': '---\ntitle: [\n---\n\nx',
	'practices/moss.svg': smallImage,
};

function cacheOf(root: string, program = 'one'): BuildCache {
	return { folder: join(root, 'cache'), program };
}

/** What a reading gave, as plain data, and how many texts it rendered beside that of the group. */
function reading(root: string, cache?: BuildCache): { value: unknown; renders: number } {
	rendered.mockClear();
	const { value, problems } = readHandbook(root, { ...(cache && { cache }) });
	const { resolverAt: _resolver, history: _history, ...handbook } = value;
	return { value: { handbook, problems }, renders: rendered.mock.calls.length - 1 };
}

let root: string;
beforeEach(() => {
	root = miniHandbook(files);
	reading(root, cacheOf(root));
});

test('a handbook that is as it was is read without rendering a text, and is the same', () => {
	const again = reading(root, cacheOf(root));
	expect(again.renders).toBe(0);
	expect(again.value).toEqual(reading(root).value);
});

test('this project’s own handbook is the same, too', () => {
	const cache = cacheOf(emptyFolder());
	reading(packageRoot, cache);
	const again = reading(packageRoot, cache);
	expect(again.renders).toBe(0);
	expect(again.value).toEqual(reading(packageRoot).value);
});

describe('what was changed is rendered, and nothing else:', () => {
	test.each<[string, number, () => void]>([
		['one text', 1, () => appendFileSync(join(root, 'content/agreements/care.md'), '\nMore.\n')],
		['a text that others link to, in its words', 1, () => appendFileSync(join(root, 'content/practices/check-in.md'), '\nMore.\n')],
		['a text that another links to, moved away', 1, () => rmSync(join(root, 'content/agreements/care.md'))],
		['a new text that a link was meant for', 2, () => writeFiles(join(root, 'content'), { 'practices/gone.md': 'Here.' })],
		['a picture', 1, () => writeFileSync(join(root, 'content/practices/moss.svg'), smallImage.replace('2', '4'))],
		['the language of the group', 2, () => writeFileSync(join(root, 'content/group.md'), '---\nname: Moss\nlanguages: [ar]\n---\n')],
		['a former address', 2, () => writeFileSync(join(root, 'content/practices/check-in.md'), '---\ntitle: Check-in\n---\n\nx\n')],
	])('%s', (_, renders, edit) => {
		edit();
		const now = reading(root, cacheOf(root));
		expect(now.renders).toBe(renders);
		expect(now.value).toEqual(reading(root).value);
		expect(reading(root, cacheOf(root))).toEqual({ value: now.value, renders: 0 });
	});
});

test('another version of the program renders everything', () => {
	expect(reading(root, cacheOf(root, 'two')).renders).toBe(3);
	expect(reading(root, cacheOf(root, 'two')).renders).toBe(0);
});

test('another base renders what it is in', () => {
	rendered.mockClear();
	const { value } = readHandbook(root, { base: '/book/', cache: cacheOf(root) });
	expect(rendered.mock.calls.length - 1).toBe(2);
	expect(value.entries.map(({ text }) => text)).toEqual(readHandbook(root, { base: '/book/' }).value.entries.map(({ text }) => text));
});

test('a cache that is torn costs a rendering and changes nothing', () => {
	const path = join(root, 'cache', 'texts');
	truncateSync(path, readFileSync(path).length - 10);
	const again = reading(root, cacheOf(root));
	expect(again.renders).toBe(1);
	expect(again.value).toEqual(reading(root).value);
});

test('MDX with a mistake in its code is said each time', () => {
	writeFiles(join(root, 'content'), { 'pages/code.mdx': 'a {' });
	const first = reading(root, cacheOf(root));
	expect(JSON.stringify(first.value)).toContain('text-invalid');
	expect(reading(root, cacheOf(root)).value).toEqual(first.value);
});
