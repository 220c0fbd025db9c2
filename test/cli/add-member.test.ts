import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRegistry } from '../../src/network/registry/read-registry.js';
import { callSporeprint, emptyFolder, writeFiles } from '../mini-handbook.js';

const url = 'https://our-group.example/handbook/';

/** A network with the members given, by file name. */
function miniNetwork(members: Record<string, string> = {}): string {
	const root = emptyFolder();
	writeFiles(root, { 'content/network.md': '---\nname: Grove\nurl: https://grove.example/\n---\n' });
	writeFiles(join(root, 'content/members'), members);
	return root;
}

/** Calls the command in a network. */
function add(cwd: string, ...args: string[]): ReturnType<typeof callSporeprint> {
	return callSporeprint(['add-member', ...args], { cwd });
}

/** Calls the command with a form. */
function addFromForm(cwd: string, form: string): ReturnType<typeof callSporeprint> {
	writeFiles(cwd, { 'form.md': form });
	return add(cwd, '--from-issue', 'form.md');
}

const written = (cwd: string, id: string): string => readFileSync(join(cwd, `content/members/${id}.yml`), 'utf8');
const memberFiles = (cwd: string): string[] => (existsSync(join(cwd, 'content/members')) ? readdirSync(join(cwd, 'content/members')) : []);

describe('add-member', () => {
	test('writes a file that is read without problems, and says how to go on', async () => {
		const cwd = miniNetwork();
		expect(await add(cwd, url, '--id', 'Our Group', '--since', '2024', '--note', 'Six: "neighbours" # and a van')).toEqual({
			code: 0,
			err: '',
			out: 'Wrote content/members/our-group.yml. See whether all is well with:\n  npx sporeprint crawl --only our-group --dry-run',
		});
		const { value, problems } = readRegistry(cwd);
		expect(problems).toEqual([]);
		expect(value.members).toMatchObject([{ id: 'our-group', fields: { url, since: '2024', note: 'Six: "neighbours" # and a van' } }]);
	});

	test('needs no more than an address: the name is made from it, and the day is today', async () => {
		const cwd = miniNetwork();
		expect(await add(cwd, 'https://www.pods.example/Linden/handbook')).toMatchObject({ code: 0 });
		expect(written(cwd, 'pods-example-linden-handbook')).toMatchInlineSnapshot(`
			"url: https://www.pods.example/Linden/handbook/
			since: 2026-05-17
			"
		`);
	});

	test.each([
		'https://our-group.example/handbook',
		`${url}#top`,
		`${url}?x=1`,
		`${url}handbook.json`,
		`${url}index.html`,
		'https://OUR-group.example:443/handbook//',
		'https://me:secret@our-group.example/handbook/',
	])('lists a handbook by its own address when given %s', async (given) => {
		const cwd = miniNetwork();
		expect(await add(cwd, given, '--id', 'x')).toMatchObject({ code: 0 });
		expect(written(cwd, 'x')).toContain(`url: ${url}\n`);
	});

	test('makes a name of any address that fits a file on any computer', async () => {
		const cwd = miniNetwork();
		for (const given of ['https://会議.example/', `https://long.example/${'ab/'.repeat(100)}`, 'https://x.example/../../etc/', 'https://x.example/%2e%2e/%2f'])
			expect(await add(cwd, given)).toMatchObject({ code: 0 });
		expect(await add(cwd, 'https://y.example/', '--id', '../../../etc/passwd')).toMatchObject({ code: 0 });
		expect(memberFiles(cwd)).toHaveLength(5);
		expect(readdirSync(join(cwd, 'content')).toSorted()).toEqual(['members', 'network.md']);
		expect(readRegistry(cwd).problems).toEqual([]);
	});

	test('leaves a member that is there as it is', async () => {
		const cwd = miniNetwork({ 'our-group.yml': 'url: https://other.example/\n' });
		expect(await add(cwd, url, '--id', 'our-group')).toEqual({ code: 1, out: '', err: 'content/members/our-group.yml is there already, and was left as it is. Choose another name: --id.' });
		expect(written(cwd, 'our-group')).toBe('url: https://other.example/\n');
	});

	test('lists no handbook twice', async () => {
		const cwd = miniNetwork({ 'old.yml': 'url: https://our-group.example/handbook\n' });
		expect(await add(cwd, `${url}index.html`)).toEqual({ code: 1, out: '', err: `${url} is a member already, in content/members/old.yml. Nothing was written.` });
		expect(memberFiles(cwd)).toEqual(['old.yml']);
	});

	test.each([
		[['our-group.example'], '“URL” should be a web address that starts with https://, such as https://our-group.example/handbook/.'],
		[['javascript:alert(1)'], '“URL” should be a web address that starts with https://, such as https://our-group.example/handbook/.'],
		[['http://our-group.example/'], '“URL” should be a web address that starts with https://. Ask whoever hosts the site for an address that starts with https://.'],
		[['https://github.com/our/handbook'], '“URL” is the address of a repository. Give the one at which people read the handbook, such as https://our-name.github.io/our-handbook/.'],
		[[url, '--since', 'spring'], '“--since” should be a date such as 2026, 2026-05 or 2026-05-17.'],
		[[url, '--note', 'two\nlines'], '“--note” should be one line, without signs that cannot be seen.'],
		[[url, '--note', 'turned \u202eround'], '“--note” should be one line, without signs that cannot be seen.'],
		[[url, '--note', 'x'.repeat(301)], '“--note” should have at most 300 characters.'],
		[[url, '--id', 'con'], 'Computers with Windows cannot have a file called “con.yml”.'],
		[[], 'Something is missing: the address of the handbook. See: sporeprint add-member --help'],
		[[url, '--from-issue', 'form.md'], 'With --from-issue, everything comes from the form: give nothing else. See: sporeprint add-member --help'],
		[['--from-issue', 'nowhere.md'], 'There is no file “nowhere.md” that can be read. See: sporeprint add-member --help'],
	])('refuses %j and says why', async (args, sentence) => {
		const cwd = miniNetwork();
		const { code, out, err } = await add(cwd, ...args);
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(err).toContain(sentence);
		expect(memberFiles(cwd)).toEqual([]);
	});

	test('is for networks only', async () => {
		const cwd = emptyFolder();
		expect(await add(cwd, url)).toEqual({ code: 2, out: '', err: 'There is no content/network.md here. Run this in the folder of your network.' });
		expect(readdirSync(cwd)).toEqual([]);
	});
});

describe('add-member --from-issue', () => {
	const form = (answers: { url?: string; id?: string; since?: string; note?: string }): string =>
		[
			['Address of your handbook', answers.url ?? url],
			['Short name', answers.id],
			['Member since', answers.since],
			['A note', answers.note],
			['Your yes', '- [X] The file names this network.'],
		]
			.map(([question, answer]) => `### ${question}\n\n${answer ?? '_No response_'}`)
			.join('\n\n');

	test('takes the answers of a form', async () => {
		const cwd = miniNetwork();
		expect(await addFromForm(cwd, form({ id: 'our-group', since: '2025-03', note: 'Six of us' }))).toMatchObject({ code: 0, err: '' });
		expect(written(cwd, 'our-group')).toBe(`url: ${url}\nsince: 2025-03\nnote: Six of us\n`);
	});

	test('does without the answers that were not given', async () => {
		const cwd = miniNetwork();
		expect(await addFromForm(cwd, form({}))).toMatchObject({ code: 0, err: '' });
		expect(written(cwd, 'our-group-example-handbook')).toBe(`url: ${url}\nsince: 2026-05-17\n`);
	});

	test('reads a form that was changed on another system, in another order, with words around it', async () => {
		const cwd = miniNetwork();
		const changed = `Hello!\n\n${form({ id: 'b' }).split('\n\n### ').toReversed().join('\n\n### ').replace(/^Your/, '### Your').replace('### ### ', '### ')}`.replaceAll('\n', '\r\n');
		expect(await addFromForm(cwd, changed)).toMatchObject({ code: 0, err: '' });
		expect(memberFiles(cwd)).toEqual(['b.yml']);
	});

	test.each([
		['an answer of two lines', form({ note: 'One\n\nstatus: archived' }), 'The answer to “A note” should be one line.'],
		['a question that is there twice', `${form({})}\n\n### Short name\n\nother`, 'The question “Short name” is there twice. Leave it there once.'],
		['no address', form({ url: '_No response_' }), '“Address of your handbook” is missing.'],
		['an address that is none', form({ url: 'our handbook' }), '“Address of your handbook” should be a web address that starts with https://'],
		['a date that is none', form({ since: 'long ago' }), '“Member since” should be a date such as 2026, 2026-05 or 2026-05-17.'],
		['an answer that is too long', form({ id: 'x'.repeat(201) }), '“Short name” should have at most 200 characters.'],
		['something else altogether', 'I like turtles', '“Address of your handbook” is missing.'],
		['a book', 'x'.repeat(70_001), 'This is too long to be a filled-in form.'],
	])('refuses %s', async (_, text, sentence) => {
		const cwd = miniNetwork();
		const { code, out, err } = await addFromForm(cwd, text);
		expect({ code, out }).toEqual({ code: 1, out: '' });
		expect(err).toContain(sentence);
		expect(memberFiles(cwd)).toEqual([]);
	});

	test.each([
		'status: archived',
		'"',
		"'",
		'- a',
		'#',
		'*x',
		'&x *x',
		'!!js/function',
		'{ status: archived }',
		'| x',
		'> x',
		'---',
		'...',
		'%YAML 1.1',
		'@x',
		'`x`',
		'$(touch x)',
		'null',
		'12:30',
		'\\n',
		'😀',
		'a: b: c',
		'<script>',
		'\ud800',
	])('writes the note %j as a note and nothing else', async (note) => {
		const cwd = miniNetwork();
		expect(await addFromForm(cwd, form({ id: 'x', note }))).toMatchObject({ code: 0, err: '' });
		const { value, problems } = readRegistry(cwd);
		expect(problems).toEqual([]);
		expect(value.members[0]?.fields).toEqual({ url, since: '2026-05-17', note: note.toWellFormed() });
	});
});
