import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { type PlainFile, textFile } from '../../../src/site/files/plain-file.js';
import { writePlainFiles } from '../../../src/site/files/write-plain-files.js';
import { SiteKeeper } from '../../../src/site/keeping/site-keeper.js';
import { emptyFolder } from '../../mini-handbook.js';

let root: string;

beforeEach(() => {
	root = emptyFolder();
	for (const folder of ['content', 'public']) mkdirSync(join(root, folder));
});

/** Builds a site of nothing but files, and says which of them were written. */
async function build(files: PlainFile[], setting = 'one program'): Promise<string[]> {
	const keeper = new SiteKeeper({
		root,
		outDir: join(root, 'dist'),
		publicDir: join(root, 'public'),
		cache: join(root, 'cache'),
		siteCache: join(root, 'cache/site'),
		unforcedMark: join(root, 'cache/unforced'),
		folders: [join(root, 'content')],
		home: 'https://pod.example/',
		setting,
	});
	const due = keeper.begin(files);
	writePlainFiles(due, keeper.writer);
	await keeper.make([], () => Promise.reject(new Error('There are no pages.')), '');
	keeper.end();
	return due.map(({ path }) => path);
}

const site = (text: string): PlainFile[] => [textFile('pages/a.md', () => text), textFile('pages/b.md', () => 'Always the same.')];
const written = (path: string): string => readFileSync(join(root, 'dist', path), 'utf8');

test('only files with another content are written again', async () => {
	expect(await build(site('First.'))).toEqual(['pages/a.md', 'pages/b.md']);
	expect(await build(site('Second.'))).toEqual(['pages/a.md']);
	expect(written('pages/a.md')).toBe('Second.');
});

test('another program writes every file anew, for it may write another one', async () => {
	await build(site('First.'));
	expect(await build(site('First.'), 'another program')).toEqual(['pages/a.md', 'pages/b.md']);
});

test('a file that somebody has touched is written again, and one of an earlier site goes', async () => {
	await build(site('First.'));
	writeFileSync(join(root, 'dist/pages/b.md'), 'Touched.');
	expect(await build(site('First.').slice(1))).toEqual(['pages/b.md']);
	expect([written('pages/b.md'), existsSync(join(root, 'dist/pages/a.md'))]).toEqual(['Always the same.', false]);
});

test('a file that the group publishes itself stays as the group has it', async () => {
	mkdirSync(join(root, 'public/pages'));
	mkdirSync(join(root, 'dist/pages'), { recursive: true });
	writeFileSync(join(root, 'public/pages/a.md'), 'Our own.');
	await build(site('First.'));
	expect(existsSync(join(root, 'dist/pages/a.md'))).toBe(false);
});
