import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ReaderLog, SiteReader } from '../../src/site/site-reader.js';
import { type MiniFiles, miniHandbook, writeFiles } from '../mini-handbook.js';

function readerOf(files: MiniFiles): { reader: SiteReader; root: string; said: string[] } {
	const said: string[] = [];
	const log: ReaderLog = { error: (message) => said.push(`error: ${message}`), warn: (message) => said.push(`warning: ${message}`) };
	const root = miniHandbook(files);
	return { reader: new SiteReader(root, { base: '/', accent: 16, publication: { url: 'https://moss.example/', generator: 'x' } }, log), root, said };
}

describe('the reader of a site', () => {
	test('reads once, and again after a change', () => {
		const { reader, root } = readerOf({ 'pages/a.md': '# A\n' });
		const first = reader.current();
		writeFiles(join(root, 'content'), { 'pages/b.md': '# B\n' });
		expect(reader.current()).toBe(first);
		reader.invalidate();
		expect(reader.current().handbook.entries).toHaveLength(2);
	});

	test('tells of every problem once for each reading, file and line first', () => {
		const { reader, said } = readerOf({ 'pages/a.md': '---\ntitle: A\nsumary: x\n---\n[nowhere](b.md)\n' });
		reader.current();
		reader.current();
		expect(said.map((line) => line.split('\n')[0])).toEqual(['error: content/pages/a.md:3:9 error field-unknown', 'warning: content/pages/a.md:5:1 warning link-broken']);
		reader.invalidate();
		reader.current();
		expect(said).toHaveLength(4);
	});

	test('lets a handbook with warnings be built, and none with errors', () => {
		expect(() => readerOf({ 'pages/a.md': '# A\n\n[nowhere](b.md)\n' }).reader.requireSound()).not.toThrow();
		expect(() => readerOf({ 'pages/a.md': '---\ndraft: "true"\n---\n' }).reader.requireSound()).toThrow(
			'The content has an error, named above, so nothing was built. To see them again: npx sporeprint check',
		);
		expect(() => readerOf({ 'pages/a.md': '---\ndraft: "true"\nx: y\n---\n' }).reader.requireSound()).toThrow('2 errors');
	});
});
