import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { gitOrigin } from '../../src/handbook/git-origin.js';
import { gitIn } from '../../src/handbook/history/ask-git.js';
import { readHandbook } from '../../src/handbook/read-handbook.js';
import { printOf, printText } from '../../src/output/print.js';
import { emptyFolder, writeFiles } from '../mini-handbook.js';
import { commit, git, repository } from '../mini-repository.js';

const publication = { url: 'https://example.org/', generator: 'test' };

const group = '---\nname: Moss\n---\n';
const entry = (title: string) => `---\ntitle: ${title}\n---\n`;
const originOf = (root: string) => gitOrigin(gitIn(root)).origin;
const datesOf = (root: string) => Object.fromEntries(readHandbook(root).value.entries.map(({ id, updated }) => [id, updated]));

describe('the day of the last change', () => {
	test('is that of the last commit of each file, in UTC', () => {
		const root = repository();
		commit(root, { 'content/group.md': group, 'content/pages/a.md': entry('A'), 'content/pages/b.md': entry('B'), 'content/pages/c d ü.md': entry('C') }, '2021-03-04T12:00:00Z');
		commit(root, { 'content/pages/b.md': entry('B2') }, '2022-12-31T23:30:00-05:00');
		commit(root, { 'content/pages/a.md': entry('A2') }, '2023-06-01T05:00:00+12:00');
		const last = commit(root, { 'README.md': 'x' }, '2024-02-03T04:05:06+02:00');
		expect(datesOf(root)).toEqual({ 'pages/a': '2023-05-31', 'pages/b': '2023-01-01', 'pages/c-d-ue': '2021-03-04' });
		expect(originOf(root)).toEqual({ commit: last, committedAt: '2024-02-03T02:05:06Z', pathInRepo: '' });
	});

	test('gives way to the one among the facts', () => {
		const root = repository();
		commit(root, { 'content/pages/a.md': '---\ntitle: A\nupdated: 2019\n---\n' }, '2021-03-04T12:00:00Z');
		expect(datesOf(root)).toEqual({ 'pages/a': '2019' });
	});

	test('is not known of a file that git does not know', () => {
		const root = repository();
		commit(root, { 'content/group.md': group, 'content/pages/a.md': entry('A') }, '2021-03-04T12:00:00Z');
		writeFiles(root, { 'content/pages/new.md': entry('New') });
		git(root, ['add', '-A']);
		expect(datesOf(root)).toEqual({ 'pages/a': '2021-03-04', 'pages/new': undefined });
	});

	test('is not that of a file that had the name before', () => {
		const root = repository();
		commit(root, { 'content/pages/a.md': entry('A') }, '2021-03-04T12:00:00Z');
		rmSync(join(root, 'content/pages/a.md'));
		commit(root, { 'content/pages/b.md': entry('A') }, '2022-03-04T12:00:00Z');
		expect(datesOf(root)).toEqual({ 'pages/b': '2022-03-04' });
	});

	test('is known on a branch that was merged', () => {
		const root = repository();
		commit(root, { 'content/pages/a.md': entry('A') }, '2021-03-04T12:00:00Z');
		git(root, ['checkout', '--quiet', '-b', 'side']);
		commit(root, { 'content/pages/b.md': entry('B') }, '2022-03-04T12:00:00Z');
		git(root, ['checkout', '--quiet', 'main']);
		commit(root, { 'content/pages/a.md': entry('A2') }, '2022-05-04T12:00:00Z');
		git(root, ['merge', '--quiet', '--no-ff', '-m', 'x', 'side'], '2023-03-04T12:00:00Z');
		expect(datesOf(root)).toEqual({ 'pages/a': '2022-05-04', 'pages/b': '2022-03-04' });
	});

	test('is not known in a copy without history, where it would be wrong', () => {
		const root = repository();
		commit(root, { 'content/pages/a.md': entry('A') }, '2021-03-04T12:00:00Z');
		const last = commit(root, { 'content/pages/b.md': entry('B') }, '2022-03-04T12:00:00Z');
		const copy = join(emptyFolder(), 'copy');
		git(root, ['clone', '--quiet', '--depth', '1', pathToFileURL(root).href, copy]);
		expect(datesOf(copy)).toEqual({ 'pages/a': undefined, 'pages/b': undefined });
		expect(originOf(copy)).toEqual({ commit: last, committedAt: '2022-03-04T12:00:00Z', pathInRepo: '' });
	});

	test('is not known without git', () => {
		const root = emptyFolder();
		writeFiles(root, { 'content/pages/a.md': entry('A') });
		expect(originOf(root)).toEqual({ pathInRepo: '' });
	});

	test('is not known in a repository without commits, or of something else', () => {
		const root = repository();
		writeFiles(root, { 'content/pages/a.md': entry('A') });
		expect(originOf(root)).toEqual({ pathInRepo: '' });
		writeFiles(root, { '.gitignore': 'content\n' });
		commit(root, {}, '2021-03-04T12:00:00Z');
		expect(originOf(root)).toEqual({ pathInRepo: '' });
	});
});

test('a handbook may be in a folder of a repository, beside another one', () => {
	const folder = repository();
	commit(folder, { 'books/moss/content/pages/a.md': entry('A'), 'books/fern/content/pages/a.md': entry('A') }, '2021-03-04T12:00:00Z');
	commit(folder, { 'books/fern/content/pages/a.md': entry('A2'), 'content/pages/a.md': 'x' }, '2022-03-04T12:00:00Z');
	expect(originOf(join(folder, 'books/moss'))).toMatchObject({ pathInRepo: 'books/moss/' });
	expect(datesOf(join(folder, 'books/moss'))).toEqual({ 'pages/a': '2021-03-04' });
	expect(datesOf(join(folder, 'books/fern'))).toEqual({ 'pages/a': '2022-03-04' });
});

test('what a person has set up for git changes nothing', () => {
	const root = repository();
	// A program that signs everything and finds every signature good, aloud.
	const signer = join(emptyFolder(), 'sign');
	writeFileSync(
		signer,
		'#!/bin/sh\ncat >/dev/null\ncase "$*" in *verify*) echo "gpg: Good signature" >&2;; *) printf -- "-----BEGIN PGP SIGNATURE-----\\n\\nx\\n-----END PGP SIGNATURE-----\\n"; printf "\\n[GNUPG:] SIG_CREATED x\\n" >&2;; esac\n',
		{ mode: 0o755 },
	);
	git(root, ['config', 'gpg.program', signer]);
	git(root, ['config', 'commit.gpgSign', 'true']);
	const last = commit(root, { 'content/pages/ü.md': entry('A') }, '2021-03-04T12:00:00Z');
	expect(git(root, ['log', '-1', '--show-signature'])).toContain('Good signature');
	for (const [name, value] of [
		['log.showSignature', 'true'],
		['core.quotePath', 'true'],
		['log.date', 'relative'],
		['log.decorate', 'full'],
		['log.follow', 'true'],
		['diff.renames', 'copies'],
		['color.ui', 'always'],
		['diff.noprefix', 'true'],
		['format.pretty', 'full'],
		['log.mailmap', 'true'],
		['diff.relative', 'true'],
		['log.showRoot', 'false'],
		['log.diffMerges', 'separate'],
		['diff.renameLimit', '1'],
		['diff.orderFile', '/dev/null'],
	] as const)
		git(root, ['config', name, value]);
	expect(originOf(root)).toEqual({ commit: last, committedAt: '2021-03-04T12:00:00Z', pathInRepo: '' });
	expect(datesOf(root)).toEqual({ 'pages/ue': '2021-03-04' });
});

test('the print is dated by the commit, and the same for the same commit', () => {
	const root = repository();
	const last = commit(root, { 'content/group.md': group, 'content/pages/a.md': entry('A') }, '2021-03-04T12:00:00+01:00');
	const print = printOf(readHandbook(root).value, publication);
	expect(print).toMatchObject({ generatedAt: '2021-03-04T11:00:00Z', repo: { commit: last }, entries: [{ updated: '2021-03-04' }] });
	const copy = join(emptyFolder(), 'copy');
	git(root, ['clone', '--quiet', pathToFileURL(root).href, copy]);
	mkdirSync(join(copy, 'dist'));
	writeFileSync(join(copy, 'dist/x'), 'x');
	expect(printText(readHandbook(copy).value, publication)).toBe(printText(readHandbook(root).value, publication));
});
