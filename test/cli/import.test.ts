import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, test, vi } from 'vitest';
import { importCommand } from '../../src/cli/commands/import.js';
import type { Arguments } from '../../src/cli/command.js';
import { contentsOf, emptyFolder, folderOf } from '../handbook/import/source-folder.js';

const confirm = vi.hoisted(() => vi.fn<() => Promise<boolean | symbol>>());
vi.mock('@clack/prompts', () => ({ confirm }));

const mdbook = fileURLToPath(new URL('../fixtures/import/mdbook/', import.meta.url));

beforeEach(() => {
	confirm.mockReset();
});

async function run(dir: string, values: Arguments['values'] = {}, { cwd = emptyFolder(), interactive = false } = {}): Promise<{ code: number; out: string; notes: string; cwd: string }> {
	const out: string[] = [];
	const notes: string[] = [];
	const context = { cwd, env: {}, interactive, today: '2026-01-01', packageRoot: '/', print: (line: string) => out.push(line), note: (line: string) => notes.push(line) };
	const code = await importCommand.run({ values, positionals: [dir] }, context);
	return { code, out: out.join('\n'), notes: notes.join('\n'), cwd };
}

test('shows the kinds, writes, and sums up', async () => {
	const { code, out, cwd } = await run(mdbook);
	expect(code).toBe(0);
	expect(out).toMatchInlineSnapshot(`
		"mdbook, read as mdBook:

		folder       kind       texts
		(top level)  page           3
		agreements/  agreement      1  and an introduction; guessed from its name
		guides/      page           5
		pages/       page           1
		policies/    agreement      1  guessed from its name

		To say otherwise: --kind FOLDER=KIND

		Imported 12 texts and 1 image or other file.
		2 facts were taken from the texts.

		Look at:
		  2 links that lead nowhere
		  1 problem
		  2 facts about the group to confirm

		All of it stands in import-report.md. Next: sporeprint check"
	`);
	expect(Object.keys(contentsOf(cwd))).toContain('content/agreements/quiet-hours.md');
});

test('--dry-run writes nothing', async () => {
	const { code, out, cwd } = await run(mdbook, { 'dry-run': true });
	expect(code).toBe(0);
	expect(out).toContain('Nothing is written yet. It would be 12 texts');
	expect(contentsOf(cwd)).toEqual({});
});

test('--json prints the report and nothing else, and asks nothing', async () => {
	const { code, out, cwd } = await run(mdbook, { json: true }, { interactive: true });
	expect(code).toBe(0);
	expect(JSON.parse(out)).toEqual(JSON.parse(readFileSync(join(cwd, 'import-report.json'), 'utf8')));
	expect(confirm).not.toHaveBeenCalled();
});

test('a person at a terminal is asked first', async () => {
	confirm.mockResolvedValueOnce(false);
	const refused = await run(mdbook, {}, { interactive: true });
	expect(refused.notes).toBe('Nothing was written.');
	expect(contentsOf(refused.cwd)).toEqual({});

	confirm.mockResolvedValueOnce(true);
	const agreed = await run(mdbook, {}, { interactive: true });
	expect(Object.keys(contentsOf(agreed.cwd))).toContain('content/group.md');
});

test('--to names the handbook, --kind a kind', async () => {
	const { code, cwd } = await run(folderOf({ 'guides/x.md': '# X' }), { to: 'house', kind: ['./guides/=Practice'] });
	expect(code).toBe(0);
	expect(Object.keys(contentsOf(cwd))).toContain('house/content/practices/guides/x.md');
});

test('files that differ are named, and the exit code says so', async () => {
	const first = await run(mdbook);
	writeFileSync(join(first.cwd, 'content/afterword.md'), 'mine');
	const again = await run(mdbook, {}, { cwd: first.cwd });
	expect(again.code).toBe(1);
	expect(again.out).toContain('content/afterword.md: a file of this name is there, and it differs');
	expect((await run(mdbook, { force: true }, { cwd: first.cwd })).code).toBe(0);
});

test('a repository can be imported into itself, again and again', async () => {
	const cwd = folderOf({ 'README.md': '# Us', 'policies/x.md': '# X' });
	await run('.', {}, { cwd });
	const first = contentsOf(cwd);
	expect((await run('.', {}, { cwd })).code).toBe(0);
	expect(contentsOf(cwd)).toEqual(first);
});

test.each([
	['nowhere', {}, 2, 'There is no folder “nowhere”.'],
	['a.txt', {}, 2, '“a.txt” is a file. Give the folder that holds the handbook.'],
	['empty', {}, 1, 'There are no Markdown files in “empty”, so there is nothing to import.'],
	['content', {}, 2, 'This folder is the content of the handbook itself. Give --to another folder. See: sporeprint import --help'],
	['texts', { kind: ['guides'] }, 2, '“--kind guides” should be a folder and a kind, such as --kind guides=practice. See: sporeprint import --help'],
	['texts', { kind: ['guides=practise'] }, 2, 'There is no kind “practise”. Kinds are agreement, practice, role, decision, story, and page. Did you mean “practice”? See: sporeprint import --help'],
	['texts', { kind: ['guides=practice'] }, 2, 'The handbook has no folder “guides” for --kind.'],
])('wrong use is said in a sentence: %s %j', async (dir, values, code, sentence) => {
	const cwd = folderOf({ 'a.txt': '', 'texts/x.md': '' });
	mkdirSync(join(cwd, 'empty'));
	mkdirSync(join(cwd, 'content'));
	expect(await run(dir, values, { cwd })).toEqual({ code, out: '', notes: sentence, cwd });
});
