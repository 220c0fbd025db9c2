import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { planImport } from '../../../src/handbook/import/plan-import.js';
import { readSource } from '../../../src/handbook/import/read-source.js';
import { writeImport } from '../../../src/handbook/import/write-import.js';
import { readHandbook } from '../../../src/handbook/read-handbook.js';
import { bodyFrom, emptyFolder, folderOf, planFor, planOf, sourceOf, textFrom } from './source-folder.js';

/** Where each text goes. */
function places(files: Record<string, string>, kinds?: Parameters<typeof planFor>[1]): string[] {
	return planFor(files, kinds).texts.map(({ from, to, kind }) => `${from} -> ${to} (${kind})`);
}

describe('places', () => {
	test('texts stay in their folders, in the order of the alphabet, introductions first', () => {
		expect(places({ 'zebra.md': 'z', 'README.md': 'r', 'b/x.md': 'x', 'b/index.md': 'i', 'b/A.md': 'a' })).toEqual([
			'README.md -> pages/introduction.md (page)',
			'b/index.md -> b/index.md (page)',
			'b/A.md -> b/a.md (page)',
			'b/x.md -> b/x.md (page)',
			'zebra.md -> zebra.md (page)',
		]);
	});

	test('folders whose names say a kind go to the folder of the kind', () => {
		expect(places({ 'policies/x.md': '', 'docs/Agreements/y.md': '', '02-rituals/z.md': '', 'roles/r.md': '', 'case-studies/s.md': '', 'proposals/p.md': '', 'misc/m.md': '' })).toEqual([
			'02-rituals/z.md -> practices/02-rituals/z.md (practice)',
			'case-studies/s.md -> stories/case-studies/s.md (story)',
			'docs/Agreements/y.md -> agreements/docs/y.md (agreement)',
			'misc/m.md -> misc/m.md (page)',
			'policies/x.md -> agreements/policies/x.md (agreement)',
			'proposals/p.md -> decisions/proposals/p.md (decision)',
			'roles/r.md -> roles/r.md (role)',
		]);
	});

	test('a person knows better', () => {
		const kinds = new Map([
			['agreements', 'page'],
			['guides', 'practice'],
			['guides/money', 'agreement'],
		] as const);
		expect(places({ 'agreements/x.md': '', 'guides/y.md': '', 'guides/money/z.md': '', 'guides/README.md': '' }, { kinds })).toEqual([
			'agreements/x.md -> pages/agreements/x.md (page)',
			'guides/README.md -> practices/guides/README.md (practice)',
			'guides/money/z.md -> agreements/guides/money/z.md (agreement)',
			'guides/y.md -> practices/guides/y.md (practice)',
		]);
	});

	test('no two texts share an address, none takes one of the site, and each is told', () => {
		const plan = planFor({
			'x.md': '1',
			'x/README.md': '2',
			'Search.md': '3',
			'tags/y.md': '4',
			'members/m.md': '5',
			'group.md': '6',
			'network.md': '7',
			'agreements.md': '8',
			'a b.md': '9',
			'a-b.md': '10',
			'\u00c9.md': '11',
			'E\u0301.md': '12',
			'README.md': '13',
			'index.md': '14',
			'Media/z.md': '15',
		});
		const target = emptyFolder();
		writeImport(plan, target);
		const { value, problems } = readHandbook(target);
		expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
		expect(value.entries).toHaveLength(15);
		expect(plan.findings.renamed.map(({ from, to }) => `${from} -> ${to}`)).toEqual(
			expect.arrayContaining([
				'Search.md -> search-2.md',
				'x/README.md -> x/readme-2.md',
				'group.md -> group-2.md',
				'network.md -> network-2.md',
				'agreements.md -> agreements-2.md',
				'a-b.md -> a-b-2.md',
				'index.md -> pages/introduction-2.md',
			]),
		);
	});

	test('a folder link to a README that had to be renamed still leads there', () => {
		const plan = planFor({ 'x.md': 'See [all](x/).', 'x/README.md': '# All\n\n[back](../x.md)' });
		expect(bodyFrom(plan, 'x.md')).toBe('See [all](x/readme-2.md).');
	});
});

describe('which files are texts', () => {
	test('documents without an extension are, files of software projects are not', () => {
		const plan = planFor({
			'a.md': 'a',
			'How we eat': 'We cook for all of us.',
			LICENSE: 'Some words of a licence here.',
			Makefile: 'all: build it now please',
			hook: '#!/bin/sh\necho some more words',
			'Version 2.0 notes': 'All that is new here.',
			'pic.png': 'x',
		});
		expect(plan.texts.map(({ to, title }) => `${to} ${title}`)).toEqual(['a.md A', 'how-we-eat.md How we eat', 'version-2-0-notes.md Version 2.0 notes']);
	});

	test('what other programs made is not looked into, and this is told once', () => {
		const plan = planFor({ 'a.md': 'a', 'theme/x.md': '', 'book/x.md': '', '_book/x.md': '', 'node_modules/p/x.md': '', '.github/x.md': '', 'sub/theme/kept.md': '' });
		expect(plan.texts.map(({ from }) => from)).toEqual(['a.md', 'sub/theme/kept.md']);
		expect(plan.source.skippedFolders).toEqual(['.github', '_book', 'book', 'node_modules', 'theme']);
	});

	test('symbolic links that lead out are not followed', () => {
		const folder = folderOf({ 'a.md': '# A', 'sub/b.md': '# B', '.secret/key.md': 'secret' });
		const outside = folderOf({ 'c.md': '# C' });
		symlinkSync(join(outside, 'c.md'), join(folder, 'c.md'));
		symlinkSync(outside, join(folder, 'all'));
		symlinkSync(join(folder, '.secret/key.md'), join(folder, 'key.md'));
		symlinkSync(join(folder, 'a.md'), join(folder, 'z.md'));
		const plan = planOf(folder);
		expect(plan.texts.map(({ from }) => from)).toEqual(['a.md', 'sub/b.md', 'z.md']);
		expect(plan.source.links).toEqual(['all', 'c.md', 'key.md']);
	});

	test('texts in an older encoding are read as windows-1252, and this is told', () => {
		const plan = planFor({ 'a.md': new Uint8Array([0x43, 0x61, 0x66, 0xe9, 0x20, 0x80]), 'b.md': '\uFEFF# B\r\n\r\nText.\r\n' });
		expect(bodyFrom(plan, 'a.md')).toBe('Café €');
		expect(textFrom(plan, 'b.md').content).toBe('---\r\ntitle: B\r\n---\r\n\r\n# B\r\n\r\nText.\r\n');
		expect(plan.findings.problems.map(({ from, message }) => `${from} ${message}`)).toEqual(['a.md This file was stored as windows-1252. Please look whether its letters came out right.']);
	});
});

describe('licence', () => {
	const deed = 'https://creativecommons.org/licenses/by/4.0/';

	test.each([
		['a licence file', { LICENSE: 'Creative Commons Legal Code\n\nCC0 1.0 Universal\n\nStatement' }, 'CC0-1.0'],
		['a link in the introduction', { 'README.md': `[ours](${deed})` }, 'CC-BY-4.0'],
		['both, when they agree', { 'LICENSE.txt': 'Attribution 4.0 International\n', 'README.md': `[ours](${deed})` }, 'CC-BY-4.0'],
		['neither, when they differ', { LICENSE: 'CC0 1.0 Universal', 'README.md': `[ours](${deed})` }, undefined],
		['nothing: a picture is no statement', { 'README.md': '![cc](https://creativecommons.org/licenses/by/4.0/)' }, undefined],
	])('is taken from %s', (_what, files, licence) => {
		const { group, findings } = planFor({ 'a.md': '', ...files } as Record<string, string>);
		expect(group.licence).toBe(licence);
		expect(findings.noLicence === undefined).toBe(licence !== undefined);
	});
});

describe('what cannot be imported', () => {
	test('is said, not thrown', () => {
		const folder = folderOf({ 'a.txt': 'no Markdown' });
		writeFileSync(join(folder, 'file'), '');
		expect(readSource(join(folder, 'nowhere'))).toBe('not-there');
		expect(readSource(join(folder, 'file'))).toBe('not-a-folder');
		expect(planImport(sourceOf(folder))).toEqual({ value: undefined, refusal: 'no-texts' });
		expect(planImport(sourceOf(folderOf({ 'a.md': '' })), { kinds: new Map([['guides', 'practice']]) })).toEqual({ value: undefined, refusal: 'no-such-folder', name: 'guides' });
	});
});

test('a GitBook is known by its SUMMARY.md', () => {
	const plan = planFor({
		'SUMMARY.md': '# Table of contents\n\n* [Hello](README.md)\n\n## Part\n\n* [B](b.md)\n  * [A](a.md)\n',
		'README.md': '# Hi',
		'a.md': 'a',
		'b.md': 'b',
		'book.json': '{"title": "Our book"}',
	});
	expect(plan.generator).toBe('GitBook (SUMMARY.md)');
	expect(plan.group).toEqual({ name: 'Our book', nav: ['pages/introduction', { title: 'Part', items: [{ title: 'B', items: ['b', 'a'] }] }] });
});
