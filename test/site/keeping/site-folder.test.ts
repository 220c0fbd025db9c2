import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { requireFitFolder } from '../../../src/site/keeping/site-folder.js';
import { emptyFolder, type MiniFiles, writeFiles } from '../../mini-handbook.js';

/** Whether a site can be built into a folder, by its path from the handbook. */
function tryFolder(path: string, files: MiniFiles = {}): () => void {
	const home = emptyFolder();
	const root = join(home, 'book');
	writeFiles(home, { 'book/content/group.md': '---\nname: Moss\n---\n', 'book/public/robots.txt': '', 'photos/one.jpg': '', ...files });
	symlinkSync(root, join(home, 'way-in'));
	const places = {
		root,
		outDir: join(root, path),
		publicDir: join(root, 'public'),
		cache: join(root, 'node_modules/.astro/sporeprint'),
		siteCache: join(root, 'node_modules/.astro/sporeprint/site-1'),
		unforcedMark: '',
	};
	return () => requireFitFolder(places, [join(root, 'content')]);
}

test.each([
	['that is not there yet', 'dist', {}],
	['beside the handbook', '../site', {}],
	['with a site in it', 'dist', { 'book/dist/index.html': '', 'book/dist/photo.jpg': '' }],
	['with a site that was begun', 'dist', { 'book/dist/handbook.json': '' }],
	['that a repository is published from', '../site', { 'site/.git': '', 'site/CNAME': 'moss.example' }],
	['that was built into before', 'dist', { 'book/dist/photo.jpg': '', 'book/node_modules/.astro/sporeprint/site-1/began': '' }],
	['whose name begins as that of the content', 'content-site', {}],
])('a site can be built into a folder %s', (_, path, files) => {
	expect(tryFolder(path, files as MiniFiles)).not.toThrow();
});

test.each([
	['the handbook itself', '.', 'it holds what the site is made from'],
	['a folder around it', '..', 'it holds '],
	['a link to it', '../way-in', 'it holds what the site is made from'],
	['the content', 'content', 'it holds what the site is made from'],
	['a folder of the content', 'content/site', 'it is a part of '],
	['what is published as it is', 'public', 'it holds what the site is made from'],
	['a folder of that', 'public/site', 'it is a part of '],
	['the history', '.git', 'it holds what the site is made from'],
	['a folder with files of something else', '../photos', 'files in it that belong to no website (one.jpg)'],
])('and not into %s', (_, path, reason) => {
	expect(tryFolder(path)).toThrow(reason);
	expect(tryFolder(path)).toThrow('such as dist: with --outDir');
});
