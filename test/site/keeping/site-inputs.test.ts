import { appendFileSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { siteInputs } from '../../../src/site/keeping/site-inputs.js';
import { writeFiles } from '../../mini-handbook.js';
import { commit, repository } from '../../mini-repository.js';

let root: string;
beforeEach(() => {
	root = repository();
	commit(
		root,
		{ 'content/group.md': 'x', 'content/practices/a.md': 'a', 'content/.index/copies.json': '{}', 'public/robots.txt': 'x', 'astro.config.mjs': 'x', 'package-lock.json': '{}' },
		'2024-01-01T12:00:00Z',
	);
});

const inputs = (setting: unknown = 'setting'): string | undefined => siteInputs({ root, folders: [join(root, 'content'), join(root, 'public')], setting });

test('the same folder has the same hash', () => {
	const before = inputs();
	expect(before).toMatch(/^[0-9a-f]{64}$/);
	mkdirSync(join(root, 'dist'));
	writeFiles(root, { 'node_modules/x/index.js': 'x' });
	expect(inputs()).toBe(before);
});

describe('another hash comes with another', () => {
	test.each<[string, () => void]>([
		['text', () => appendFileSync(join(root, 'content/practices/a.md'), 'x')],
		['name', () => renameSync(join(root, 'content/practices/a.md'), join(root, 'content/practices/b.md'))],
		['number of files', () => rmSync(join(root, 'content/practices/a.md'))],
		['hidden file', () => appendFileSync(join(root, 'content/.index/copies.json'), ' ')],
		['link', () => symlinkSync('practices', join(root, 'content/link'))],
		['file that is published as it is', () => appendFileSync(join(root, 'public/robots.txt'), 'x')],
		['configuration', () => appendFileSync(join(root, 'astro.config.mjs'), ' ')],
		['environment', () => writeFiles(root, { '.env': 'A=b' })],
		['package', () => appendFileSync(join(root, 'package-lock.json'), ' ')],
		['last commit', () => void commit(root, {}, '2024-01-02T12:00:00Z')],
	])('%s', (_, change) => {
		const before = inputs();
		change();
		expect(inputs()).toMatch(/^[0-9a-f]{64}$/);
		expect(inputs()).not.toBe(before);
	});

	test('setting', () => {
		expect(inputs('another')).not.toBe(inputs());
	});
});

test.each(['content/pages/code.mdx', 'src/pages/own.astro'])('nobody knows what a site with %s is made from', (path) => {
	writeFiles(root, { [path]: 'x' });
	expect(inputs()).toBeUndefined();
});
