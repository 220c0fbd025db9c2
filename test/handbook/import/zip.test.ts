import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openSource } from '../../../src/handbook/import/open-source.js';
import type { SourceFolder } from '../../../src/handbook/import/source-folder.js';
import { writeImport } from '../../../src/handbook/import/write-import.js';
import { readHandbook } from '../../../src/handbook/read-handbook.js';
import { bodyFrom, contentsOf, emptyFolder, openedPlan } from './source-folder.js';

function archive(bytes: Uint8Array, name = 'our house.zip'): string {
	const path = join(emptyFolder(), name);
	writeFileSync(path, bytes);
	return path;
}

function zipOf(files: Record<string, string | Zippable[string]>): string {
	return archive(zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])) as Zippable));
}

async function opened(path: string): Promise<SourceFolder> {
	const folder = await openSource(path);
	if (typeof folder === 'string') throw new Error(folder);
	return folder;
}

/** Changes bytes of an archive, all of the same length. */
function altered(path: Uint8Array, from: string, to: Uint8Array | string): Uint8Array {
	const bytes = Buffer.from(path);
	const wanted = Buffer.from(to);
	for (let at = bytes.indexOf(from); at !== -1; at = bytes.indexOf(from, at + wanted.length)) wanted.copy(bytes, at);
	return bytes;
}

test('an archive is the folder that it is of, and nothing is unpacked', async () => {
	const path = zipOf({
		'handbook/README.md': '# Us\n\n[rules](rules/kitchen.md) ![door](door.png)\n',
		'handbook/rules/kitchen.md': '# Kitchen\n',
		'handbook/door.png': new Uint8Array([1, 2, 3]),
		'handbook/.DS_Store': 'x',
		'handbook/node_modules/x/readme.md': 'x',
		'handbook/.github/note.md': 'x',
		'__MACOSX/handbook/._README.md': 'x',
	});
	const before = contentsOf(join(path, '..'));
	const plan = await openedPlan(path);
	expect(plan.source.name).toBe('handbook');
	expect(plan.source.files).toEqual(['.github/note.md', 'README.md', 'door.png', 'rules/kitchen.md']);
	expect(plan.source.skippedFolders).toEqual(['.github', 'node_modules']);
	const target = emptyFolder();
	writeImport(plan, target);
	expect(
		readHandbook(target)
			.value.entries.map(({ id }) => id)
			.sort(),
	).toEqual(['pages/introduction', 'rules/kitchen']);
	expect(bodyFrom(plan, 'README.md')).toContain('[rules](../rules/kitchen.md)');
	expect(contentsOf(join(path, '..'))).toEqual(before);
});

test('without one folder around everything it is called as its file', async () => {
	expect((await opened(zipOf({ 'a.md': 'a', 'b/c.md': 'c' }))).name).toBe('our house');
});

test('names in UTF-8 and in the alphabet of the first computers', async () => {
	const zip = zipSync({ 'Kueche.md': strToU8('# K'), 'Straxe.md': strToU8('# S') });
	expect((await opened(archive(altered(zip, 'Kueche.md', Buffer.from([0x4b, 0x81, 0x63, 0x68, 0x65, 0x73, 0x2e, 0x6d, 0x64]))))).files).toEqual(['Küches.md', 'Straxe.md']);
	expect((await opened(archive(altered(zip, 'Kueche.md', Buffer.from('Küche.md'))))).files).toEqual(['Küche.md', 'Straxe.md']);
	expect((await opened(zipOf({ '台所.md': '# 台所' }))).files).toEqual(['台所.md']);
});

describe('hostile archives', () => {
	test('names that lead out, links, twins and locks are left, and told', async () => {
		const zip = zipSync({
			'a.md': strToU8('# A'),
			'xx/evil.md': strToU8('# Evil'),
			'/root.md': strToU8('# Root'),
			'C:/drive.md': strToU8('# Drive'),
			'b\\c.md': strToU8('# C'),
			'link.md': [strToU8('/etc/passwd'), { attrs: 0o120777 << 16, os: 3 }],
			'same1.md': strToU8('# First'),
			'same2.md': strToU8('# Second'),
			'd/./e.md': strToU8('# E'),
		});
		const folder = await opened(archive(altered(altered(zip, 'xx/evil.md', '../evil.md'), 'same2.md', 'same1.md')));
		expect(folder.files).toEqual(['a.md', 'b/c.md', 'same1.md']);
		expect(Buffer.from(folder.bytes('same1.md')).toString()).toBe('# First');
		expect(folder.links).toEqual(['link.md']);
		expect(folder.refused?.map(({ path, why }) => `${path}: ${why}`)).toEqual([
			'../evil.md: Its name leads out of the archive.',
			'/root.md: Its name leads out of the archive.',
			'C:/drive.md: Its name leads out of the archive.',
			'same1.md: The archive holds two files of this name. This is the later one.',
			'd/./e.md: Its name is none that a file can have.',
		]);
	});

	test('what unpacks to far more than it is, or lies about its size, is not unpacked', async () => {
		expect(await openSource(zipOf({ 'a.md': new Uint8Array(100 * 1024 * 1024) }))).toBe('zip-too-large');
		const zip = Buffer.from(zipSync({ 'a.md': new Uint8Array(50_000) }));
		// The size that the list of contents says, at its place in the record.
		const record = zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
		zip.writeUInt32LE(10, record + 24);
		const folder = await opened(archive(zip));
		expect(folder.files).toEqual([]);
		expect(folder.refused).toEqual([{ path: 'a.md', why: 'It is damaged.' }]);
	});

	test('what is locked, damaged or no archive is said', async () => {
		const zip = Buffer.from(zipSync({ 'a.md': strToU8('# A'), 'b.md': strToU8('# B') }, { level: 0 }));
		const record = zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
		zip.writeUInt16LE(zip.readUInt16LE(record + 8) | 1, record + 8);
		zip[zip.indexOf('# B')] = 0x21;
		expect((await opened(archive(zip))).refused).toEqual([
			{ path: 'a.md', why: 'It is locked with a password.' },
			{ path: 'b.md', why: 'It is damaged.' },
		]);
		expect(await openSource(archive(strToU8('no archive at all')))).toBe('zip-broken');
		expect(await openSource(archive(zip.subarray(0, zip.length - 30)))).toBe('zip-broken');
		expect(await openSource(archive(new Uint8Array()))).toBe('zip-broken');
	});
});

test('an archive of archives, as Notion packs them', async () => {
	const inner = zipSync({ 'House 0123456789abcdef0123456789abcdef.md': strToU8('# House\n') });
	const plan = await openedPlan(zipOf({ 'ExportBlock-Part-1.zip': inner }));
	expect(plan.generator).toBe('Notion (export)');
	expect(plan.texts.map(({ to, title }) => `${to} ${title}`)).toEqual(['house.md House']);
});
