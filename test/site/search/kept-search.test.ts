import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { keptSearchIndex } from '../../../src/site/search/kept-search.js';
import type { MiniFiles } from '../../mini-handbook.js';
import { miniSite } from '../mini-site.js';

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'sporeprint-kept-search-'));
});

test('an index made after another is the same as one made alone', async () => {
	await indexOf({ opening: 'Light a candle.', closing: 'Blow it out.' });
	const after = await indexOf({ opening: 'Light a lamp.', silence: 'Two minutes.' });
	const alone = await keptSearchIndex(miniSite(texts({ opening: 'Light a lamp.', silence: 'Two minutes.' })), { folder: mkdtempSync(join(tmpdir(), 'sporeprint-kept-search-')), program: 'test' });
	expect(filesOf(after)).toEqual(filesOf(alone));
});

test('what Pagefind wrote of an unchanged text is not written again', async () => {
	const before = await indexOf({ opening: 'Light a candle.', closing: 'Blow it out.' });
	const after = await indexOf({ opening: 'Light a lamp.', closing: 'Blow it out.' });
	const [same, other] = [inodesOf(before), inodesOf(after)];
	expect([...other].filter((inode) => same.has(inode))).toHaveLength(1);
});

test('nothing is taken of an index that a stopped build left half-written, nor of one that another program made', async () => {
	const index = await indexOf({ opening: 'Light a candle.' });
	const alone = filesOf(index);
	for (const name of [`${index}.stopped`, join(folder, 'search', 'f'.repeat(80))]) {
		cpSync(index, name, { recursive: true });
		for (const fragment of readdirSync(join(name, 'fragment'))) writeFileSync(join(name, 'fragment', fragment), 'torn');
	}
	rmSync(index, { recursive: true });
	expect(filesOf(await indexOf({ opening: 'Light a candle.' }))).toEqual(alone);
});

test('the index before stays as it was, for a build that still uses it', async () => {
	const before = await indexOf({ opening: 'Light a candle.', closing: 'Blow it out.' });
	const files = filesOf(before);
	await indexOf({ closing: 'Blow it out.' });
	expect(filesOf(before)).toEqual(files);
});

test('a handbook that says the same again has the index it had', async () => {
	const before = await indexOf({ opening: 'Light a candle.' });
	await indexOf({ opening: 'Light a lamp.' });
	expect(await indexOf({ opening: 'Light a candle.' })).toBe(before);
});

test('a handbook without texts has an index, before and after one with texts', async () => {
	const empty = filesOf(await indexOf({}));
	await indexOf({ opening: 'Light a candle.' });
	expect(filesOf(await indexOf({}))).toEqual(empty);
	expect([...empty.keys()]).toContain('pagefind.js');
});

function indexOf(bodies: Record<string, string>): Promise<string> {
	return keptSearchIndex(miniSite(texts(bodies)), { folder, program: 'test' });
}

function texts(bodies: Record<string, string>): MiniFiles {
	return Object.fromEntries(Object.entries(bodies).map(([id, body]) => [`practices/${id}.md`, `---\ntitle: The ${id}\n---\n\n${body}\n`]));
}

function filesOf(index: string): Map<string, string> {
	const files = readdirSync(index, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
	return new Map(
		files
			.map((item) => join(item.parentPath, item.name))
			.map((path) => [path.slice(index.length + 1), readFileSync(path, 'base64')] as const)
			.sort(),
	);
}

function inodesOf(index: string): Set<number> {
	return new Set(readdirSync(join(index, 'fragment')).map((name) => statSync(join(index, 'fragment', name)).ino));
}
