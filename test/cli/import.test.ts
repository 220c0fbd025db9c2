import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Arguments } from '../../src/cli/command.js';
import { importCommand } from '../../src/cli/commands/import.js';
import { contentsOf, emptyFolder, folderOf } from '../handbook/import/source-folder.js';

const asked = vi.hoisted(() => ({ confirm: vi.fn<() => Promise<boolean | symbol>>(), select: vi.fn<(question: { message: string; options: { value: string }[] }) => Promise<string | symbol>>() }));
vi.mock('@clack/prompts', () => ({ ...asked, isCancel: (answer: unknown) => typeof answer === 'symbol' }));
const { confirm, select } = asked;

const packageRoot = fileURLToPath(new URL('../../', import.meta.url));
const mdbook = fileURLToPath(new URL('../fixtures/import/mdbook/', import.meta.url));

beforeEach(() => {
	confirm.mockReset();
	select.mockReset();
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

		Look first at:
		  Problems: 1
		  Links that lead nowhere: 2
		  Files that could not be read: 1
		  Kinds that were guessed from the names of folders: 2
		  Facts about the group to confirm, in content/group.md: 2
		  Facts taken from texts, to confirm: 2
		  Names that were taken: 2

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

describe('a person at a terminal', () => {
	test('confirms the kinds folder by folder, then the whole', async () => {
		select.mockImplementation(async ({ options }) => options[0]?.value ?? '');
		confirm.mockResolvedValueOnce(false);
		const refused = await run(mdbook, {}, { interactive: true });
		expect(refused.notes).toBe('Nothing was written.');
		expect(contentsOf(refused.cwd)).toEqual({ 'astro.config.mjs': '' });
		expect(select.mock.calls.map(([{ message }]) => message)).toEqual([
			'What are the texts in agreements/? (1 text and an introduction, folder 1 of 2)',
			'What are the texts in policies/? (1 text, folder 2 of 2)',
		]);

		confirm.mockResolvedValueOnce(true);
		const agreed = await run(mdbook, {}, { interactive: true });
		expect(Object.keys(contentsOf(agreed.cwd))).toContain('content/agreements/quiet-hours.md');
	});

	test('can say another kind, go back, and leave a folder out; the answers are remembered', async () => {
		for (const answer of ['page', 'back', 'practice', 'leave']) select.mockResolvedValueOnce(answer);
		confirm.mockResolvedValueOnce(true);
		const { cwd } = await run(mdbook, {}, { interactive: true });
		expect(select.mock.calls[0]?.[0].options.map(({ value }) => value)).not.toContain('back');
		const written = Object.keys(contentsOf(cwd));
		expect(written).toContain('content/practices/agreements/quiet-hours.md');
		expect(written.filter((path) => path.includes('money-policy'))).toEqual([]);

		select.mockReset();
		const again = await run(mdbook, {}, { cwd, interactive: true });
		expect(again.out).toBe('Nothing has changed since the last import, so there is nothing to bring.');
		expect(select).not.toHaveBeenCalled();
	});

	test('writes nothing by pressing Esc', async () => {
		select.mockResolvedValueOnce(Symbol('cancel'));
		const { notes, code, cwd } = await run(mdbook, {}, { interactive: true });
		expect([code, notes]).toEqual([0, 'Nothing was written.']);
		expect(contentsOf(cwd)).toEqual({ 'astro.config.mjs': '' });
		expect(confirm).not.toHaveBeenCalled();
	});

	test('is asked nothing with --yes', async () => {
		expect((await run(mdbook, { yes: true }, { interactive: true })).code).toBe(0);
		expect(select).not.toHaveBeenCalled();
		expect(confirm).not.toHaveBeenCalled();
	});
});

test('--leave, --lang and --licence say what a terminal would be asked, and more', async () => {
	const { code, cwd } = await run(folderOf({ 'a.md': '# A', 'old/x.md': '# X' }), { leave: ['./old/'], lang: 'de', licence: 'CC0-1.0' });
	expect(code).toBe(0);
	const contents = contentsOf(cwd);
	expect(contents['content/group.md']).toBe('---\nname: Our house\nlanguages:\n  - de\nlicence: CC0-1.0\n---\n\n');
	expect(Object.keys(contents)).not.toContain('content/old/x.md');
});

test('a second import says what has changed, and the exit code says when there is something to decide', async () => {
	const source = folderOf({ 'a.md': '# A\n\nOne.\n', 'b.md': '# B\n' });
	const { cwd } = await run(source);
	expect((await run(source, {}, { cwd })).out).toBe('Nothing has changed since the last import, so there is nothing to bring.');
	writeFileSync(join(cwd, 'content/a.md'), '---\ntitle: A\n---\n\n# A\n\nTwo.\n');
	writeFileSync(join(source, 'a.md'), '# A\n\nThree.\n');
	writeFileSync(join(source, 'c.md'), '# C\n');
	const dry = await run(source, { 'dry-run': true }, { cwd });
	expect(dry.out).toContain('was imported here before. Since then:\n\n  1 new\n  1 changed in the source and by you, for you to decide\n');
	const again = await run(source, {}, { cwd });
	expect(again.code).toBe(1);
	expect(again.out).toContain('To decide:\n  content/a.md, line 7');
	expect((await run(source, { force: true }, { cwd })).out).toContain('Your changes that --force has replaced: 1');
	expect(readFileSync(join(cwd, 'content/a.md'), 'utf8')).toContain('# A\n\nThree.\n');
});

test('a list of imports that cannot be read stops the import', async () => {
	const { cwd } = await run(mdbook);
	writeFileSync(join(cwd, 'content/.imported/index.json'), '{');
	const { code, notes } = await run(mdbook, {}, { cwd });
	expect(code).toBe(1);
	expect(notes).toContain('content/.imported/index.json cannot be read');
});

test('--to names the handbook, --kind a kind', async () => {
	const { code, cwd } = await run(folderOf({ 'guides/x.md': '# X' }), { to: 'house', kind: ['./guides/=Practice'] });
	expect(code).toBe(0);
	expect(Object.keys(contentsOf(cwd))).toContain('house/content/practices/guides/x.md');
});

test('a repository can be imported into itself, again and again', async () => {
	const cwd = folderOf({ 'README.md': '# Us', 'policies/x.md': '# X' });
	await run('.', {}, { cwd });
	const first = contentsOf(cwd);
	expect((await run('.', {}, { cwd })).code).toBe(0);
	expect(contentsOf(cwd)).toEqual(first);
});

test.each([
	['nowhere', {}, 2, 'There is no folder or file “nowhere”.'],
	['a.bin', {}, 2, '“a.bin” is a file that cannot be imported. Give a folder, a .zip file, a Word document (.docx), or a text (.md, .html, .txt).'],
	['our/house', {}, 2, 'There is no folder or file “our/house”. For a repository give its whole address, such as https://github.com/our/house.'],
	['empty', {}, 1, 'There are no texts in “empty”, so there is nothing to import.'],
	['content', {}, 2, 'This folder is the content of the handbook itself. Give --to another folder. See: sporeprint import --help'],
	['texts', { kind: ['guides'] }, 2, '“--kind guides” should be a folder and a kind, such as --kind guides=practice. See: sporeprint import --help'],
	['texts', { kind: ['guides=practise'] }, 2, 'There is no kind “practise”. Kinds are agreement, practice, role, decision, story, and page. Did you mean “practice”? See: sporeprint import --help'],
	['texts', { kind: ['guides=practice'] }, 2, 'The handbook has no folder “guides” for --kind.'],
	['texts', { leave: ['guides'] }, 2, 'The handbook has no folder “guides” for --leave.'],
	['texts', { leave: ['x.md'] }, 2, 'All texts of the handbook would stay out, so there is nothing to import.'],
	['texts', { lang: 'no language' }, 2, '“--lang no language” should be a language tag such as en, es or pt-BR. See: sporeprint import --help'],
	['texts', { licence: 'CC' }, 2, '“--licence CC” should be an SPDX licence name such as CC-BY-SA-4.0, CC-BY-4.0 or CC0-1.0 (see https://spdx.org/licenses/). See: sporeprint import --help'],
])('wrong use is said in a sentence: %s %j', async (dir, values, code, sentence) => {
	const cwd = folderOf({ 'a.bin': '', 'texts/x.md': '' });
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
