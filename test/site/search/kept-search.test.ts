import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { BuildCache } from '../../../src/handbook/build-cache.js';
import { keptSearchIndex } from '../../../src/site/search/kept-search.js';

let cache: BuildCache;

beforeEach(() => {
	cache = emptyCache();
});

test('an index made after another is the same as one made alone', async () => {
	await indexOf({ opening: 'Light a candle.', closing: 'Blow it out.' });
	const after = await indexOf({ opening: 'Light a lamp.', silence: 'Two minutes.' });
	expect(filesOf(after)).toEqual(filesOf(await indexOf({ opening: 'Light a lamp.', silence: 'Two minutes.' }, emptyCache())));
});

test('what Pagefind wrote of an unchanged text is not written again', async () => {
	const before = inodesOf(await indexOf({ opening: 'Light a candle.', closing: 'Blow it out.' }));
	const after = inodesOf(await indexOf({ opening: 'Light a lamp.', closing: 'Blow it out.' }));
	expect(after.filter((inode) => before.includes(inode))).toHaveLength(1);
});

test('the index before stays as it was, for a build that still uses it', async () => {
	const before = await indexOf({ opening: 'Light a candle.', closing: 'Blow it out.' });
	const files = filesOf(before);
	await indexOf({ closing: 'Blow it out.' });
	expect(filesOf(before)).toEqual(files);
});

test('what is the same again has the index that it had', async () => {
	const before = await indexOf({ opening: 'Light a candle.' });
	await indexOf({ opening: 'Light a lamp.' });
	expect(await indexOf({ opening: 'Light a candle.' })).toBe(before);
});

test('nothing is taken of an index that a stopped build left half-written, nor of one that another program made', async () => {
	const index = await indexOf({ opening: 'Light a candle.' });
	const alone = filesOf(index);
	for (const name of [`${index}.stopped`, join(cache.folder, 'search', 'f'.repeat(64))]) {
		cpSync(index, name, { recursive: true });
		for (const fragment of readdirSync(join(name, 'fragment'))) writeFileSync(join(name, 'fragment', fragment), 'torn');
	}
	rmSync(index, { recursive: true });
	expect(filesOf(await indexOf({ opening: 'Light a candle.' }))).toEqual(alone);
});

test('there is an index of nothing, before and after one of something', async () => {
	const empty = filesOf(await indexOf({}));
	await indexOf({ opening: 'Light a candle.' });
	expect(filesOf(await indexOf({}))).toEqual(empty);
	expect([...empty.keys()]).toContain('pagefind.js');
});

/** Pagefind names a record by the first of the digits that stand for what is in it. Of these two they are the same ones. */
describe('two records of which one could pass for the other', () => {
	const [one, other, third] = [{ 9295: 'Text 9295' }, { 16402: 'Text 16402' }, { silence: 'Two minutes.' }];

	test('have names that begin alike', async () => {
		const [first = '', second = ''] = readdirSync(join(await indexOf({ ...one, ...other }), 'fragment')).sort((a, b) => a.length - b.length);
		expect(second.startsWith(first.replace('.pf_fragment', ''))).toBe(true);
	});

	test.each([
		['one comes in place of the other', one, other],
		['the other comes in place of one', other, one],
		['one comes to the other', other, { ...one, ...other }],
		['the other comes to one', one, { ...one, ...other }],
		['one goes', { ...one, ...other }, other],
		['the other goes', { ...one, ...other }, one],
		['a third one changes beside them', { ...one, ...other }, { ...one, ...other, ...third }],
	])('are not mistaken where %s', async (_, before, after) => {
		await indexOf({ ...before, closing: 'Blow it out.' });
		const now = filesOf(await indexOf({ ...after, closing: 'Blow it out.' }));
		expect(now).toEqual(filesOf(await indexOf({ ...after, closing: 'Blow it out.' }, emptyCache())));
	});
});

function emptyCache(): BuildCache {
	return { folder: mkdtempSync(join(tmpdir(), 'sporeprint-kept-search-')), program: 'test' };
}

/** The index of these texts by their ids. */
function indexOf(texts: Record<string, string>, kept = cache): Promise<string> {
	const records = Object.entries(texts).map(([id, content]) => ({ url: `/${id}/`, content, meta: { title: id }, filters: {} }));
	return keptSearchIndex({ records, language: 'en' }, kept);
}

function filesOf(index: string): Map<string, string> {
	const files = readdirSync(index, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
	const paths = files.map((item) => join(item.parentPath, item.name)).sort();
	return new Map(paths.map((path) => [path.slice(index.length + 1), readFileSync(path, 'base64')]));
}

function inodesOf(index: string): number[] {
	return readdirSync(join(index, 'fragment')).map((name) => statSync(join(index, 'fragment', name)).ino);
}
