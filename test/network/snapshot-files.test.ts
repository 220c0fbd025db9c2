import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { byteHash } from '../../src/lib/text-hash.js';
import { readStored, readStoredText, storedMembers } from '../../src/network/snapshots/snapshot-files.js';
import { emptyFolder, writeFiles } from '../mini-handbook.js';

const snapshot = {
	format: 1,
	type: 'handbook',
	url: 'https://moss.example/',
	printUrl: 'https://moss.example/handbook.json',
	changed: '2026-05-01',
	repo: {},
	group: { name: 'Moss' },
	aliases: [],
	entries: [],
	gone: [],
	members: [],
};

function stored(files: Record<string, string>): string {
	const root = emptyFolder();
	writeFiles(root, files);
	return root;
}

describe('what is stored of a member', () => {
	test('is its snapshot and its record', () => {
		const root = stored({ 'snapshots/moss/snapshot.json': JSON.stringify(snapshot), 'snapshots/moss/state.json': '{"state":"fresh"}' });
		expect(readStored(root, 'moss')).toEqual({ snapshot, record: { state: 'fresh' }, damaged: [] });
		expect(readStored(root, 'fern')).toEqual({ damaged: [] });
	});

	test.each([
		['no JSON', '<<<<<<< HEAD'],
		['JSON of something else', '[]'],
		['of another format', JSON.stringify({ ...snapshot, format: 2, state: 'lost' })],
		['empty', ''],
	])('is damaged when it is %s', (_, text) => {
		const root = stored({ 'snapshots/moss/snapshot.json': text, 'snapshots/moss/state.json': text });
		expect(readStored(root, 'moss')).toEqual({ damaged: ['snapshots/moss/snapshot.json', 'snapshots/moss/state.json'] });
	});

	test('is damaged when it cannot be opened', () => {
		const root = stored({});
		mkdirSync(join(root, 'snapshots/moss/snapshot.json'), { recursive: true });
		expect(readStored(root, 'moss')).toEqual({ damaged: ['snapshots/moss/snapshot.json'] });
	});

	test.each(['..', '../snapshots/moss', 'moss/texts', '', 'Moss', 'moss/'])('is nothing for an id that is none: %j', (id) => {
		const root = stored({ 'snapshots/moss/state.json': '{"state":"fresh"}', 'snapshots/moss/texts/state.json': '{"state":"fresh"}', 'state.json': '{"state":"fresh"}' });
		expect(readStored(root, id)).toEqual({ damaged: [] });
	});
});

describe('a stored text', () => {
	const text = '\ufeff# Moss\r\nüñ\n';
	const hash = byteHash(Buffer.from(text));

	test('is what has its hash, byte by byte', () => {
		const root = stored({ [`snapshots/moss/texts/${hash}.md`]: text, [`snapshots/fern/texts/${hash}.md`]: `${text} ` });
		expect(readStoredText(root, 'moss', hash)).toBe(text);
		expect(readStoredText(root, 'fern', hash)).toBeUndefined();
		expect(readStoredText(root, 'moss', byteHash(Buffer.from('other')))).toBeUndefined();
	});

	test.each(['../../../secret', '', 'x'.repeat(64), `${hash}/..`])('is nothing for what is no hash: %j', (name) => {
		expect(readStoredText(stored({ 'secret.md': 'secret', 'snapshots/moss/texts/a.md': 'a' }), 'moss', name)).toBeUndefined();
		expect(readStoredText(stored({ [`snapshots/moss/texts/${hash}.md`]: text }), '../snapshots/moss', hash)).toBeUndefined();
	});

	test('that may not be read is not there', () => {
		const root = stored({ [`snapshots/moss/texts/${hash}.md/x`]: '' });
		expect(readStoredText(root, 'moss', hash)).toBeUndefined();
	});
});

test('stored members are the folders that can be theirs', () => {
	const root = stored({ 'snapshots/moss/state.json': '{}', 'snapshots/fern-0123456789ab/x': '', 'snapshots/.git/x': '', 'snapshots/No Member/x': '', 'snapshots/README.md': '', 'snapshots/note': '' });
	symlinkSync(emptyFolder(), join(root, 'snapshots/elsewhere'));
	expect(storedMembers(root)).toEqual(['fern-0123456789ab', 'moss']);
	expect(storedMembers(emptyFolder())).toEqual([]);
});
