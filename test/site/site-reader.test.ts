import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readHandbook } from '../../src/handbook/read-handbook.js';
import { createHandbookSite, type HandbookSite } from '../../src/site/handbook-site.js';
import { type ReaderLog, SiteReader } from '../../src/site/site-reader.js';
import { type MiniFiles, miniHandbook, writeFiles } from '../mini-handbook.js';

function readerOf(files: MiniFiles): { reader: SiteReader<HandbookSite>; root: string; said: string[] } {
	const said: string[] = [];
	const log: ReaderLog = { error: (message) => said.push(`error: ${message}`), warn: (message) => said.push(`warning: ${message}`) };
	const root = miniHandbook(files);
	const read = () => {
		const { value, problems } = readHandbook(root);
		return { value: createHandbookSite(value, { base: '/', accent: 16, publication: { url: 'https://moss.example/', generator: 'x' } }), problems };
	};
	return { reader: new SiteReader(read, log), root, said };
}

describe('the reader of a site', () => {
	test('reads when it is told to, and gives the same until then', async () => {
		const { reader, root } = readerOf({ 'pages/a.md': '# A\n' });
		await reader.load();
		const first = reader.current();
		writeFiles(join(root, 'content'), { 'pages/b.md': '# B\n' });
		expect(reader.current()).toBe(first);
		await reader.load();
		expect(reader.current().handbook.entries).toHaveLength(2);
	});

	test('refuses to give what it has not read', () => {
		expect(() => readerOf({}).reader.current()).toThrow('before it is read');
	});

	test('tells of every problem once for each reading, file and line first', async () => {
		const { reader, said } = readerOf({ 'pages/a.md': '---\ntitle: A\nsumary: x\n---\n[nowhere](b.md)\n' });
		await reader.load();
		reader.current();
		expect(said.map((line) => line.split('\n')[0])).toEqual(['error: content/pages/a.md:3:9 error field-unknown', 'warning: content/pages/a.md:5:1 warning link-broken']);
		await reader.load();
		expect(said).toHaveLength(4);
	});

	test('lets a handbook with warnings be built, and none with errors', async () => {
		const loaded = async (files: MiniFiles) => {
			const { reader } = readerOf(files);
			await reader.load();
			return reader;
		};
		const warned = await loaded({ 'pages/a.md': '# A\n\n[nowhere](b.md)\n' });
		expect(() => warned.requireSound()).not.toThrow();
		const faulty = await loaded({ 'pages/a.md': '---\ndraft: "true"\n---\n' });
		expect(() => faulty.requireSound()).toThrow('The content has an error, named above, so nothing was built. To see them again: npx sporeprint check');
		const worse = await loaded({ 'pages/a.md': '---\ndraft: "true"\nx: y\n---\n' });
		expect(() => worse.requireSound()).toThrow('2 errors');
	});
});
