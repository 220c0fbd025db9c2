import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { SearchRecord } from '../../../src/output/search-index.js';
import { searchPages, withPages } from '../../../src/site/search/search-pages.js';

let home: string;

beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'sporeprint-search-pages-'));
});

test('pages stay for the next time, and only those of other records are written', async () => {
	const first = await seen([record('a', 'one'), record('b', 'two')]);
	const second = await seen([record('a', 'one'), record('b', 'three')]);
	expect(second.get('a/index.html')).toEqual(first.get('a/index.html'));
	expect(second.get('b/index.html')?.text).toContain('three');
	expect(second.get('b/index.html')?.written).toBeGreaterThan(first.get('b/index.html')?.written ?? Number.NaN);
});

test('the page of a record that is gone goes', async () => {
	await seen([record('a', 'one'), record('b', 'two')]);
	expect([...(await seen([record('b', 'two')])).keys()]).toEqual(['b/index.html']);
});

test('nothing is taken from a build that was stopped half-way', async () => {
	await seen([record('a', 'one')]);
	await expect(
		withPages(home, searchPages([record('a', 'two')], 'en'), async (folder) => {
			writeFileSync(join(folder, 'a/index.html'), 'torn');
			throw new Error('Stopped.');
		}),
	).rejects.toThrow('Stopped.');
	expect(readdirSync(home)).toEqual([]);
	expect((await seen([record('a', 'two')])).get('a/index.html')?.text).toContain('two');
});

test('two builds at the same time do not disturb each other', async () => {
	const both = await Promise.all([seen([record('a', 'one'), record('b', 'two')]), seen([record('a', 'three')])]);
	expect(both.map((pages) => [...pages.keys()].sort())).toEqual([['a/index.html', 'b/index.html'], ['a/index.html']]);
	expect(both.map((pages) => /one|three/.exec(pages.get('a/index.html')?.text ?? '')?.[0])).toEqual(['one', 'three']);
	expect([...(await seen([record('b', 'four')])).keys()]).toEqual(['b/index.html']);
});

/** What Pagefind would read, and when it was written. */
async function seen(records: SearchRecord[]): Promise<Map<string, { text: string; written: number }>> {
	const pages = new Map<string, { text: string; written: number }>();
	await withPages(home, searchPages(records, 'en'), async (folder) => {
		await new Promise((done) => setTimeout(done, 5));
		for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
			if (name.endsWith('.html')) pages.set(name, { text: readFileSync(join(folder, name), 'utf8'), written: statSync(join(folder, name)).mtimeMs });
		}
	});
	return pages;
}

function record(id: string, content: string): SearchRecord {
	return { url: `/${id}/`, content, meta: { title: id }, filters: {} };
}
