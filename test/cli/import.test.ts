import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Arguments } from '../../src/cli/command.js';
import { importCommand } from '../../src/cli/commands/import.js';
import { contentsOf, emptyFolder, folderOf } from '../handbook/import/source-folder.js';

const confirm = vi.hoisted(() => vi.fn<() => Promise<boolean | symbol>>());
vi.mock('@clack/prompts', () => ({ confirm }));

const packageRoot = fileURLToPath(new URL('../../', import.meta.url));
const mdbook = fileURLToPath(new URL('../fixtures/import/mdbook/', import.meta.url));

beforeEach(() => {
	confirm.mockReset();
});

/** A folder that is a handbook already, without texts. */
function handbookFolder(): string {
	return folderOf({ 'astro.config.mjs': '' });
}

/** An installed release, as small as can be: the template, and no sources. */
function release(): string {
	const root = folderOf({ 'package.json': '{ "name": "sporeprint", "version": "9.8.7" }' });
	cpSync(join(packageRoot, 'templates/handbook'), join(root, 'templates/handbook'), { recursive: true, filter: (source) => !/node_modules|\.astro$/.test(source) });
	return root;
}

async function run(
	dir: string,
	values: Arguments['values'] = {},
	{ cwd = handbookFolder(), interactive = false, root = packageRoot } = {},
): Promise<{ code: number; out: string; notes: string; cwd: string }> {
	const out: string[] = [];
	const notes: string[] = [];
	const context = {
		cwd,
		env: {},
		interactive,
		now: new Date('2026-05-17T12:00:00Z'),
		today: '2026-01-01',
		packageRoot: root,
		print: (line: string) => out.push(line),
		note: (line: string) => notes.push(line),
	};
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
	expect(contentsOf(cwd)).toEqual({ 'astro.config.mjs': '' });
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
	expect(contentsOf(refused.cwd)).toEqual({ 'astro.config.mjs': '' });

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

test('in an empty folder the whole repository comes with the texts, without the example', async () => {
	const { code, out, cwd } = await run(mdbook, {}, { cwd: emptyFolder(), root: release() });
	expect(code).toBe(0);
	expect(out).toContain('There is no handbook here yet');
	expect(JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'))).toMatchObject({ dependencies: { sporeprint: '^9.8.7' } });
	expect(Object.keys(contentsOf(cwd))).toEqual(expect.arrayContaining(['astro.config.mjs', '.gitignore', '.github/workflows/publish.yml', 'content/agreements/quiet-hours.md']));
	expect(existsSync(join(cwd, 'content/practices/monday-check-in.md'))).toBe(false);
});

test('example texts that nobody has changed make room', async () => {
	const cwd = handbookFolder();
	cpSync(join(packageRoot, 'templates/handbook/content'), join(cwd, 'content'), { recursive: true });
	const { out } = await run(mdbook, {}, { cwd });
	expect(out).toContain('make room');
	expect(existsSync(join(cwd, 'content/practices/monday-check-in.md'))).toBe(false);
	expect(readFileSync(join(cwd, 'content/group.md'), 'utf8')).not.toContain('Example Pod');
});

test('an example that somebody has changed stays as it is', async () => {
	const cwd = handbookFolder();
	cpSync(join(packageRoot, 'templates/handbook/content'), join(cwd, 'content'), { recursive: true });
	writeFileSync(join(cwd, 'content/pages/welcome.md'), 'Ours now.\n');
	await run(mdbook, {}, { cwd });
	expect(readFileSync(join(cwd, 'content/pages/welcome.md'), 'utf8')).toBe('Ours now.\n');
	expect(existsSync(join(cwd, 'content/practices/monday-check-in.md'))).toBe(true);
});

test('--split makes a text of every section, and says what cannot be split', async () => {
	const twelve = fileURLToPath(new URL('../fixtures/import/twelve-agreements/', import.meta.url));
	const { code, cwd } = await run(twelve, { split: ['./house-rules.md'] });
	expect(code).toBe(0);
	expect(existsSync(join(cwd, 'content/agreements/house-rules/quiet-hours.md'))).toBe(true);
	expect(await run(twelve, { split: ['gone.md'] })).toMatchObject({ code: 2, notes: 'The handbook has no text “gone.md” for --split. Give its path in the folder, such as rules.md.' });
	expect(await run(twelve, { split: ['more.md'] })).toMatchObject({ code: 2, notes: '“more.md” has no two headings of one level, so there is nothing to split.' });
});
