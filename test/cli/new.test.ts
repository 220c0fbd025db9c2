import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readHandbook } from '../../src/handbook/read-handbook.js';
import { kindFolders, kinds } from '../../src/schema/kinds.js';
import { callSporeprint, emptyFolder, miniHandbook } from '../mini-handbook.js';

describe('new', () => {
	test.each(kinds)('writes a %s that is read without problems', async (kind) => {
		const cwd = miniHandbook({});
		const { code, out, err } = await callSporeprint(['new', kind, 'Über "uns": alle'], { cwd });
		const file = `content/${kindFolders[kind]}/ueber-uns-alle.md`;
		expect({ code, err }).toEqual({ code: 0, err: '' });
		expect(out).toContain(`Wrote ${file}.`);
		const { value, problems } = readHandbook(cwd);
		expect(problems).toEqual([]);
		expect(value.entries).toMatchObject([{ kind, title: 'Über "uns": alle', id: file.slice('content/'.length, -'.md'.length) }]);
		expect(await callSporeprint(['check'], { cwd })).toMatchObject({ code: 0 });
	});

	test('leaves a file that is there as it is', async () => {
		const cwd = miniHandbook({ 'practices/check-in.md': 'Ours' });
		const { code, out, err } = await callSporeprint(['new', 'practice', 'Check-in!'], { cwd });
		expect({ code, out }).toEqual({ code: 1, out: '' });
		expect(err).toMatchInlineSnapshot(`"content/practices/check-in.md is there already, and was left as it is. Choose another title, or edit that file."`);
		expect(readFileSync(join(cwd, 'content/practices/check-in.md'), 'utf8')).toBe('Ours');
	});

	test('takes a title in any script, of any length and of any signs', async () => {
		const cwd = miniHandbook({});
		for (const title of ['会議', '../../escape', '/etc/passwd', 'a/b\\c', '&'.repeat(200), 'x'.repeat(200), '...', '😀', 'line\nbreak', '12:30'])
			expect(await callSporeprint(['new', 'page', title], { cwd }), title).toMatchObject({ code: 0, err: '' });
		expect(readdirSync(cwd)).toEqual(['content']);
		expect(readdirSync(join(cwd, 'content')).toSorted()).toEqual(['group.md', 'pages']);
		expect(readdirSync(join(cwd, 'content/pages'), { withFileTypes: true }).every((item) => item.isFile())).toBe(true);
		expect(readHandbook(cwd).problems).toEqual([]);
	});

	test.each([
		[['new', 'practise', 'X'], 'There is no kind “practise”. Did you mean “practice”? It can be agreement, practice, role, decision, story, or page.'],
		[['new', 'Practice', 'X'], 'There is no kind “Practice”. Did you mean “practice”? It can be agreement, practice, role, decision, story, or page.'],
		[['new', 'toString', 'X'], 'There is no kind “toString”. It can be agreement, practice, role, decision, story, or page.'],
		[['new', 'practice', '  '], 'The title is empty. Put it in quotes: sporeprint new practice "Our check-in"'],
		[['new', 'practice'], 'Something is missing. Use: sporeprint new KIND "TITLE". See: sporeprint new --help'],
		[['new'], 'Something is missing. Use: sporeprint new KIND "TITLE". See: sporeprint new --help'],
		[['new', 'practice', 'Our', 'check-in'], '“check-in” is one thing too many. Put quotes around names with spaces. See: sporeprint new --help'],
	])('refuses %j and says why', async (args, sentence) => {
		const cwd = miniHandbook({});
		expect(await callSporeprint(args, { cwd })).toEqual({ code: 2, out: '', err: sentence });
		expect(readdirSync(join(cwd, 'content'))).toEqual(['group.md']);
	});

	test('refuses a title that is too long for one', async () => {
		const cwd = miniHandbook({});
		const { code, err } = await callSporeprint(['new', 'page', 'x'.repeat(201)], { cwd });
		expect(code).toBe(2);
		expect(err).toMatchInlineSnapshot(`"The title is longer than 200 characters. Choose a shorter one, and put the rest into the text."`);
		expect(existsSync(join(cwd, 'content/pages'))).toBe(false);
	});

	test('refuses to work where there is no handbook', async () => {
		const cwd = emptyFolder();
		const { code, err } = await callSporeprint(['new', 'page', 'X'], { cwd });
		expect(code).toBe(2);
		expect(err).toMatchInlineSnapshot(`"There is no folder content here. Run this in the folder of your handbook."`);
		expect(readdirSync(cwd)).toEqual([]);
	});
});
