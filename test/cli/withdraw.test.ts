import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readHandbook } from '../../src/handbook/read-handbook.js';
import { printText } from '../../src/output/print.js';
import { callSporeprint, miniHandbook, writeFiles } from '../mini-handbook.js';

const texts = {
	'agreements/tithe.md': '---\ntitle: Tithe\naliases: [agreements/one-tenth]\n---\n\nWe give a tenth zqcanary.\n',
	'agreements/pot.md': '---\ntitle: One pot\nrelated: [agreements/tithe]\n---\n\nAs in [tithe](tithe.md).\n',
};
const because = ['--reason', 'Nobody could: it was too much'];
const listIn = (cwd: string) => readFileSync(join(cwd, 'content/withdrawn.yml'), 'utf8');

describe('withdraw', () => {
	test('deletes the file and says when and why, for the former addresses too', async () => {
		const cwd = miniHandbook(texts);
		const { code, out, err } = await callSporeprint(['withdraw', 'agreements/tithe', ...because, '--successor', 'agreements/pot'], { cwd });
		expect({ code, err }).toEqual({ code: 0, err: '' });
		expect(out.split('\n').slice(0, 3)).toEqual([
			'“Tithe” is withdrawn: content/agreements/tithe.md is deleted, and content/withdrawn.yml says why.',
			'The same is said at its former address.',
			'These texts still name it. The site is built all the same; change them when you can:',
		]);
		expect(out).toContain('content/agreements/pot.md:3:11 warning reference-unknown');
		expect(existsSync(join(cwd, 'content/agreements/tithe.md'))).toBe(false);
		const facts = { date: '2026-05-17', reason: 'Nobody could: it was too much', successor: 'agreements/pot' };
		const { value } = readHandbook(cwd);
		expect(value.tombstones).toEqual([
			{ id: 'agreements/tithe', ...facts },
			{ id: 'agreements/one-tenth', ...facts },
		]);
		const print = printText(value, { url: 'https://moss.example/', generator: 'test' });
		expect(JSON.parse(print)).toMatchObject({ aliases: [], tombstones: value.tombstones });
		expect(print).not.toMatch(/zqcanary|Tithe/);
	});

	test.each([
		'# Ours\nwithdrawn: # all of it\n  - id: pages/a # the first\n    date: 2020\n    reason: Old\n',
		'withdrawn:\n- reason: >-\n    Old\n  id: pages/a\n  date: 2020\n\n# the end',
		'withdrawn:\r\n    -   id: pages/a\r\n        date: 2020\r\n        reason: Old\r\n',
	])('adds to the list, and leaves what is there: %j', async (list) => {
		const cwd = miniHandbook({ ...texts, 'withdrawn.yml': list });
		expect(await callSporeprint(['withdraw', 'content/agreements/tithe.md', ...because, '--date', '2026-04'], { cwd })).toMatchObject({ code: 0 });
		expect(listIn(cwd).startsWith(list)).toBe(true);
		const { value, problems } = readHandbook(cwd);
		expect(problems.filter(({ file }) => file === 'content/withdrawn.yml')).toEqual([]);
		expect(value.tombstones.map(({ id, date }) => [id, date])).toEqual([
			['pages/a', '2020'],
			['agreements/tithe', '2026-04'],
			['agreements/one-tenth', '2026-04'],
		]);
	});

	test.each(['withdrawn: []\n', 'withdrawn: [{ id: pages/a, date: 2020, reason: Old }] # short\n', '# nothing yet\n', ''])('begins a list where there is none of lines: %j', async (list) => {
		const cwd = miniHandbook({ ...texts, 'withdrawn.yml': list });
		expect(await callSporeprint(['withdraw', 'agreements/tithe', ...because], { cwd })).toMatchObject({ code: 0 });
		const { value, problems } = readHandbook(cwd);
		expect(problems.filter(({ file }) => file === 'content/withdrawn.yml')).toEqual([]);
		expect(value.tombstones.map(({ id }) => id).slice(-2)).toEqual(['agreements/tithe', 'agreements/one-tenth']);
		if (list.includes('#')) expect(listIn(cwd)).toContain(list.slice(list.indexOf('#')).trim());
	});

	test('finishes what a crash left in the middle', async () => {
		const cwd = miniHandbook(texts);
		await callSporeprint(['withdraw', 'agreements/tithe', ...because], { cwd });
		const list = listIn(cwd);
		writeFiles(join(cwd, 'content'), texts);
		expect(readHandbook(cwd).problems.map(({ code, file }) => [code, file])).toContainEqual(['withdrawn-clash', 'content/withdrawn.yml']);
		expect(await callSporeprint(['withdraw', 'agreements/tithe', ...because], { cwd })).toMatchObject({ code: 0 });
		expect([listIn(cwd), existsSync(join(cwd, 'content/agreements/tithe.md'))]).toEqual([list, false]);
	});

	test('shows with --dry-run what it would do, and does nothing', async () => {
		const cwd = miniHandbook(texts);
		const { code, out, err } = await callSporeprint(['withdraw', 'agreements/tithe', ...because, '--dry-run'], { cwd });
		expect({ code, err }).toEqual({ code: 0, err: 'This would be content/withdrawn.yml, and content/agreements/tithe.md would be deleted. Nothing was written.' });
		expect(out).toContain('- id: agreements/tithe\n');
		expect([existsSync(join(cwd, 'content/withdrawn.yml')), existsSync(join(cwd, 'content/agreements/tithe.md'))]).toEqual([false, true]);
	});

	test.each([
		[['agreements/tith', ...because], 'There is no published text “agreements/tith”. Did you mean “agreements/tithe”?'],
		[['tithe', ...because], 'There is no published text “tithe”. Did you mean “agreements/tithe”?'],
		[['agreements/one-tenth', ...because], '“agreements/one-tenth” is a former address. The text is agreements/tithe.'],
		[['pages/secret', ...because], 'There is no published text “pages/secret”. A text that was never published needs no word: delete its file.'],
		[['agreements', ...because], 'content/agreements/README.md introduces a list, which stays at its address. To take the introduction out, delete the file.'],
		[['agreements/tithe'], 'Say why: --reason "We no longer stand by this". See: sporeprint withdraw --help'],
		[['agreements/tithe', '--reason', ' '], 'Say why: --reason "We no longer stand by this". See: sporeprint withdraw --help'],
		[['agreements/tithe', ...because, '--date', 'yesterday'], '“date” should be a date such as 2026, 2026-05 or 2026-05-17.'],
		[['agreements/tithe', ...because, '--successor', 'agreements/pots'], 'There is no published text “agreements/pots” to stand in its place. Did you mean “agreements/pot”?'],
		[['agreements/tithe', ...because, '--successor', 'agreements/tithe'], 'A text cannot stand in its own place: --successor names another one.'],
	])('refuses %j and says why', async (args, sentence) => {
		const cwd = miniHandbook({ ...texts, 'pages/secret.md': '---\ntitle: S\ndraft: true\n---\n', 'agreements/README.md': '# All\n' });
		expect(await callSporeprint(['withdraw', ...args], { cwd })).toEqual({ code: 2, out: '', err: sentence });
		expect([existsSync(join(cwd, 'content/withdrawn.yml')), existsSync(join(cwd, 'content/agreements/tithe.md'))]).toEqual([false, true]);
	});

	test('writes through no symbolic link and deletes none', async () => {
		const cwd = miniHandbook(texts);
		const outside = join(miniHandbook({}), 'list.yml');
		writeFileSync(outside, 'untouched');
		symlinkSync(outside, join(cwd, 'content/withdrawn.yml'));
		expect(await callSporeprint(['withdraw', 'agreements/tithe', ...because], { cwd })).toMatchObject({ code: 1, err: expect.stringContaining('content/withdrawn.yml is a symbolic link') });
		rmSync(join(cwd, 'content/withdrawn.yml'));
		symlinkSync('tithe.md', join(cwd, 'content/agreements/twin.md'));
		expect(await callSporeprint(['withdraw', 'agreements/twin', ...because], { cwd })).toMatchObject({ code: 1, err: expect.stringContaining('content/agreements/twin.md is a symbolic link') });
		expect([readFileSync(outside, 'utf8'), existsSync(join(cwd, 'content/agreements/twin.md')), existsSync(join(cwd, 'content/withdrawn.yml'))]).toEqual(['untouched', true, false]);
	});

	test('leaves a list alone that cannot be read', async () => {
		const cwd = miniHandbook({ ...texts, 'withdrawn.yml': 'withdrawn: [\n' });
		expect(await callSporeprint(['withdraw', 'agreements/tithe', ...because], { cwd })).toMatchObject({ code: 1, err: expect.stringContaining('has a problem of its own') });
		expect([listIn(cwd), existsSync(join(cwd, 'content/agreements/tithe.md'))]).toEqual(['withdrawn: [\n', true]);
	});
});
