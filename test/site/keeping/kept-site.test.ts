import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { KeptSite } from '../../../src/site/keeping/kept-site.js';
import { emptyFolder, type MiniFiles, writeFiles } from '../../mini-handbook.js';

let folder: string;
let cache: string;
beforeEach(() => {
	folder = join(emptyFolder(), 'dist');
	cache = join(emptyFolder(), 'cache');
	mkdirSync(folder);
});

const inputs = 'these inputs';

/** A build that makes these files, of what their keys say; `unkeyed` have none. Returns those that it had to write. */
function build(keys: Record<string, string>, { unkeyed = {}, fromNothing = false, stopped = false }: { unkeyed?: MiniFiles; fromNothing?: boolean; stopped?: boolean } = {}): string[] {
	const site = new KeptSite(folder, cache);
	site.begin({ fromNothing });
	const due = Object.entries(keys).filter(([path, key]) => !site.claim(path, key));
	site.dropUnclaimed(() => true);
	writeFiles(folder, { ...Object.fromEntries(due.map(([path, key]) => [path, `made of ${key}`])), ...unkeyed });
	if (!stopped) site.end(inputs, (path) => !path.startsWith('own/'));
	return due.map(([path]) => path);
}

function present(): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((item) => item.isFile())
		.map((item) => join(item.parentPath, item.name).slice(folder.length + 1))
		.sort();
}

test('a file that would be the same stays as it is, and one that would not is made anew', () => {
	expect(build({ 'a/index.html': '1', 'b/index.html': '1' })).toEqual(['a/index.html', 'b/index.html']);
	expect(build({ 'a/index.html': '1', 'b/index.html': '2', 'c/index.html': '1' })).toEqual(['b/index.html', 'c/index.html']);
	expect(readFileSync(join(folder, 'b/index.html'), 'utf8')).toBe('made of 2');
});

test('what is not made any more is gone, with its folder', () => {
	build({ 'a/index.html': '1', 'b/c/index.html': '1' }, { unkeyed: { 'feed.xml': 'x' } });
	build({ 'a/index.html': '1' });
	expect(present()).toEqual(['a/index.html']);
	expect(existsSync(join(folder, 'b', 'c'))).toBe(false);
});

test('a repository that is published from the folder stays', () => {
	writeFiles(folder, { '.git/HEAD': 'x', 'old.html': 'x' });
	build({ 'a.html': '1' });
	expect(present()).toEqual(['.git/HEAD', 'a.html']);
});

describe('a file is made anew', () => {
	beforeEach(() => {
		build({ 'a.html': '1', 'b.html': '1' });
	});

	test('that was touched', () => {
		writeFileSync(join(folder, 'a.html'), 'made of 1');
		expect(build({ 'a.html': '1', 'b.html': '1' })).toEqual(['a.html']);
	});

	test('that was removed', () => {
		rmSync(join(folder, 'a.html'));
		expect(build({ 'a.html': '1', 'b.html': '1' })).toEqual(['a.html']);
	});

	test('when everything is to be', () => {
		expect(build({ 'a.html': '1', 'b.html': '1' }, { fromNothing: true })).toEqual(['a.html', 'b.html']);
	});

	test('when the record of the last build is torn', () => {
		const record = join(cache, readdirSync(cache).find((name) => name.endsWith('.json')) ?? '');
		truncateSync(record, 20);
		expect(build({ 'a.html': '1', 'b.html': '1' })).toEqual(['a.html', 'b.html']);
	});

	test('after a build that was stopped, whatever that has written', () => {
		build({ 'a.html': '2', 'b.html': '1' }, { stopped: true });
		expect(build({ 'a.html': '1', 'b.html': '1' })).toEqual(['a.html', 'b.html']);
		// That one could not know whether the other was still at work.
		expect(build({ 'a.html': '1', 'b.html': '1' })).toEqual(['a.html', 'b.html']);
		expect(build({ 'a.html': '1', 'b.html': '1' })).toEqual([]);
	});

	test('after two builds at once, whatever came of them', () => {
		const [one, other] = [new KeptSite(folder, cache), new KeptSite(folder, cache)];
		one.begin({ fromNothing: false });
		other.begin({ fromNothing: false });
		for (const [site, key] of [
			[other, '3'],
			[one, '2'],
		] as const) {
			expect([site.claim('a.html', key), site.claim('b.html', key)]).toEqual([false, false]);
			writeFiles(folder, { 'a.html': key, 'b.html': key });
		}
		one.end(inputs, () => true);
		other.end(inputs, () => true);
		expect(build({ 'a.html': '3', 'b.html': '3' })).toEqual(['a.html', 'b.html']);
	});

	test('that was touched while a build went on that left it as it was', () => {
		const site = new KeptSite(folder, cache);
		site.begin({ fromNothing: false });
		expect([site.claim('a.html', '1'), site.claim('b.html', '1')]).toEqual([true, true]);
		writeFiles(folder, { 'a.html': 'another' });
		site.end(inputs, () => true);
		expect(build({ 'a.html': '1', 'b.html': '1' })).toEqual(['a.html']);
	});

	test('in another folder', () => {
		folder = emptyFolder();
		expect(build({ 'a.html': '1' })).toEqual(['a.html']);
	});
});

test('a file of the group’s own that stands in place of a page is not taken for one', () => {
	build({ 'own/index.html': '1' });
	expect(build({ 'own/index.html': '1' })).toEqual(['own/index.html']);
});

describe('a site is whole', () => {
	const isWhole = (made = inputs): boolean => new KeptSite(folder, cache).isWhole(made);
	beforeEach(() => {
		build({ 'a.html': '1' }, { unkeyed: { 'feed.xml': 'x' } });
	});

	test('when it was made from the same, and nothing was touched', () => {
		expect(isWhole()).toBe(true);
		expect(isWhole('others')).toBe(false);
	});

	test.each<[string, () => void]>([
		['a file is another', () => writeFileSync(join(folder, 'feed.xml'), 'y')],
		['a file is gone', () => rmSync(join(folder, 'feed.xml'))],
		['a file is there besides', () => writeFileSync(join(folder, 'more.txt'), '')],
		['the folder is gone', () => rmSync(folder, { recursive: true })],
		['what is kept is gone', () => rmSync(cache, { recursive: true })],
		['a build has begun', () => new KeptSite(folder, cache).begin({ fromNothing: false })],
	])('but not when %s', (_, touch) => {
		touch();
		expect(isWhole()).toBe(false);
	});

	test('also after files were written again as they were', () => {
		writeFileSync(join(folder, 'feed.xml'), 'x');
		expect(isWhole()).toBe(false);
		new KeptSite(folder, cache).confirm();
		expect(isWhole()).toBe(true);
		expect(build({ 'a.html': '1' })).toEqual([]);
	});
});
