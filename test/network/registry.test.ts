import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../src/errors.js';
import { type Registry, readRegistry } from '../../src/network/registry/read-registry.js';
import { emptyFolder, type MiniFiles, placed, said, writeFiles } from '../mini-handbook.js';

const network = '---\nname: Rhizome\nurl: https://rhizome.example/\n---\n';

/** Reads a registry of these files below `content/`. */
function read(files: MiniFiles): Result<Registry> {
	const root = emptyFolder();
	writeFiles(join(root, 'content'), { 'network.md': network, ...files });
	return readRegistry(root);
}

/** What is wrong, with its place, and what to do. */
function faults(files: MiniFiles): string[] {
	return read(files).problems.map((each) => `${placed(each)}: ${said(each)}`);
}

const moss = 'url: https://moss.example/handbook/\n';

test('a registry is read as its host wrote it', () => {
	const { value, problems } = read({
		'network.md': '\uFEFF---\r\nname: Rhizome\r\nurl: https://rhizome.example/\r\nlanguages: [pt-br, en]\r\n---\r\nWe share.\r\n',
		'members/moss.yml': '# A group\nurl: https://moss.example/handbook/\nsince: 2024-05\nnote: A hill farm\nstatus: paused\n',
		'members/ash-2.yml': '---\nurl: http://localhost:4321/\n',
		'members/README.md': 'How to join',
		'members/.gitkeep': '',
		'moderation.yml': 'hidden:\n  - member: moss\n    entry: practices/spam\n    reason: It was an advertisement\n    date: 2026-05-17\n',
	});
	expect(problems).toEqual([]);
	expect(value).toMatchObject({ fields: { name: 'Rhizome', url: 'https://rhizome.example/' }, lang: 'pt-BR', body: 'We share.\n', bodyLine: 6 });
	expect(value.members).toEqual([
		{ id: 'ash-2', file: 'content/members/ash-2.yml', fields: { url: 'http://localhost:4321/' } },
		{ id: 'moss', file: 'content/members/moss.yml', fields: { url: 'https://moss.example/handbook/', since: '2024-05', note: 'A hill farm', status: 'paused' } },
	]);
	expect(value.memberFiles).toEqual(['ash-2', 'moss']);
	expect(value.hidden).toEqual([{ member: 'moss', entry: 'practices/spam', reason: 'It was an advertisement', date: '2026-05-17' }]);
});

test.each(['', '# nothing\n', 'hidden:\n', 'hidden: []\n'])('a list of what is hidden may be empty: %j', (text) => {
	const { value, problems } = read({ 'moderation.yml': text });
	expect([value.hidden, problems]).toEqual([[], []]);
});

describe('the network', () => {
	test('has to introduce itself', () => {
		const { value, problems } = readRegistry(emptyFolder());
		expect(value).toMatchObject({ fields: { name: 'Our network' }, lang: 'en', members: [], hidden: [] });
		expect(problems.map(placed)).toEqual(['content/network.md:1:1 network-missing']);
	});

	test.each([
		['without an address', '---\nname: Rhizome\n---\n', ['content/network.md:1:1 network-url-missing']],
		['with an empty address', '---\nname: Rhizome\nurl:\n---\n', ['content/network.md:1:1 network-url-missing']],
		['with an address that is none', '---\nname: Rhizome\nurl: rhizome\n---\n', ['content/network.md:3:6 field-invalid']],
		['without a name', '---\nurl: https://rhizome.example/\n---\n', ['content/network.md:1:1 field-invalid']],
		['with a field nobody knows', '---\nname: Rhizome\nurl: https://rhizome.example/\nmember: 3\n---\n', ['content/network.md:4:9 field-unknown']],
		['with facts that cannot be read', '---\nname: [\n---\n', ['content/network.md:2:8 front-matter-invalid']],
		['in another encoding', new Uint8Array([0x2d, 0xff, 0xfe]), ['content/network.md:1:1 file-encoding']],
	])('%s is told so', (_, text, expected) => {
		expect(read({ 'network.md': text }).problems.map(placed)).toEqual(expected);
	});
});

describe('a member with a slip in its file is told where it is and what to do', () => {
	test.each([
		['A colon too many', 'url: https://moss.example/\nnote: us: we\n'],
		['A bracket', '# us\nurl: [https://moss.example/\n'],
		['A list', '- https://moss.example/\n'],
		['Only an address', 'https://moss.example/\n'],
		['Two parts', 'url: https://moss.example/\n---\nnote: a\n'],
		['Dashes that go on', 'url: https://moss.example/\n--- a\n'],
		['An alias', 'note: &a b\nurl: *a\n'],
		['No address', 'note: a\n'],
		['An empty address', 'url:\n'],
		['Nothing', ''],
	])('%s', (_, text) => {
		const { value, problems } = read({ 'members/moss.yml': text });
		expect(value.members).toEqual([]);
		expect(value.memberFiles).toEqual(['moss']);
		expect(problems.map(({ code }) => code)).toEqual(['member-unreadable']);
		expect(problems[0]?.message).not.toContain('facts');
	});

	test('in whole sentences', () => {
		expect(faults({ 'members/a.yml': '# us\nurl: [https://moss.example/\n', 'members/b.yml': 'note: b\n', 'members/c.yml': 'hello\n' })).toMatchInlineSnapshot(`
			[
			  "content/members/a.yml:3:1 member-unreadable: A bracket is opened and not closed. Look at the line named. The file needs a line such as url: https://our-group.example/handbook/",
			  "content/members/b.yml:1:1 member-unreadable: This file does not say where the handbook is. Add a line such as url: https://our-group.example/handbook/",
			  "content/members/c.yml:1:1 member-unreadable: This file is not made of lines of name: value. Look at the line named. The file needs a line such as url: https://our-group.example/handbook/",
			]
		`);
	});

	test.each([
		['ftp://moss.example/', 'field-invalid'],
		['moss.example', 'field-invalid'],
		['3', 'field-invalid'],
		['http://moss.example/', 'field-invalid'],
		['http://localhost.moss.example/', 'field-invalid'],
		['http://127.0.0.1.moss.example/', 'field-invalid'],
		['https://name:word@moss.example/', 'field-invalid'],
	])('when its address is “%s”', (url, code) => {
		const { value, problems } = read({ 'members/moss.yml': `\nurl: ${url}\n` });
		expect(value.members).toEqual([]);
		expect(problems.map(placed)).toEqual([`content/members/moss.yml:2:6 ${code}`]);
	});

	test.each(['http://localhost/', 'http://moss.localhost:80/a', 'http://127.0.0.1:4321/', 'http://[::1]/', 'http://2130706433/'])('but an address on this computer is one: %s', (url) => {
		const { value, problems } = read({ 'members/moss.yml': `url: ${url}\n` });
		expect([value.members.length, problems]).toEqual([1, []]);
	});

	test('and stays a member when its address is sound', () => {
		const { value, problems } = read({ 'members/moss.yml': `${moss}since: May\nnotes: a\nstatus: pausd\n` });
		expect(value.members).toEqual([{ id: 'moss', file: 'content/members/moss.yml', fields: { url: 'https://moss.example/handbook/' } }]);
		expect(problems.map((each) => `${placed(each)}: ${said(each)}`)).toMatchInlineSnapshot(`
			[
			  "content/members/moss.yml:2:8 field-invalid: “since” should be a date such as 2026, 2026-05 or 2026-05-17. Change the value as the message says. Every field and its form is listed on the page "Every field".",
			  "content/members/moss.yml:3:8 field-unknown: There is no field “notes” here. Did you mean “note”?",
			  "content/members/moss.yml:4:9 field-invalid: “status” should be one of: active, paused, archived. Did you mean “paused”?",
			]
		`);
	});
});

test("a member's file has a name that can be an address", () => {
	const name = 'a'.repeat(61);
	const names = ['Moss.yml', 'our group.yml', 'größe.yml', '-a.yml', `${name}.yml`, 'con.yml', 'lpt1.yml', 'ash.yaml', 'oak.yml.txt', 'elm.YML'];
	const { value, problems } = read(Object.fromEntries(names.map((each, index) => [`members/${each}`, `url: https://moss.example/${index}\n`])));
	expect(value.members).toEqual([]);
	expect(value.memberFiles.toSorted()).toEqual(['-a', 'Moss', name, 'ash', 'con', 'elm', 'größe', 'lpt1', 'oak', 'our group'].toSorted());
	expect(problems.map((each) => `${each.file}: ${said(each)}`)).toMatchInlineSnapshot(`
		[
		  "content/members/-a.yml: The name “-a.yml” cannot be an address. Rename the file. Use small letters a to z, digits and hyphens, such as our-group.yml",
		  "content/members/Moss.yml: The name “Moss.yml” cannot be an address. Rename the file. Use small letters a to z, digits and hyphens, such as our-group.yml",
		  "content/members/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.yml: The name “aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.yml” is too long for an address. Rename the file so that it has at most 60 characters before .yml",
		  "content/members/ash.yaml: The name “ash.yaml” does not end in .yml. Rename the file to ash.yml",
		  "content/members/con.yml: Computers with Windows cannot have a file called “con.yml”. Give the file another name.",
		  "content/members/elm.YML: The name “elm.YML” does not end in .yml. Rename the file to elm.yml",
		  "content/members/größe.yml: The name “größe.yml” cannot be an address. Rename the file. Use small letters a to z, digits and hyphens, such as our-group.yml",
		  "content/members/lpt1.yml: Computers with Windows cannot have a file called “lpt1.yml”. Give the file another name.",
		  "content/members/oak.yml.txt: The name “oak.yml.txt” does not end in .yml. Rename the file to oak.yml",
		  "content/members/our group.yml: The name “our group.yml” cannot be an address. Rename the file. Use small letters a to z, digits and hyphens, such as our-group.yml",
		]
	`);
	expect(problems.every(({ code }) => code === 'member-unreadable')).toBe(true);
});

test('of two members with one address the first counts', () => {
	const { value, problems } = read({
		'members/b.yml': '# us\nurl: https://MOSS.example:443/handbook/index.html#top\n',
		'members/a.yml': 'url: https://moss.example/handbook\n',
		'members/c.yml': 'url: https://moss.example/Handbook/\n',
	});
	expect(value.members.map(({ id }) => id)).toEqual(['a', 'c']);
	expect(problems.map((each) => `${placed(each)}: ${each.message}`)).toEqual(['content/members/b.yml:2:6 member-twice: This file and content/members/a.yml have the same address.']);
});

test('a file in another encoding is held back', () => {
	const latin = new Uint8Array([...new TextEncoder().encode(`${moss}note: caf`), 0xe9]);
	const { value, problems } = read({ 'members/moss.yml': latin, 'moderation.yml': latin });
	expect(value.members).toEqual([]);
	expect(problems.map(placed)).toEqual(['content/members/moss.yml:1:1 file-encoding', 'content/moderation.yml:1:1 file-encoding']);
});

test.skipIf(process.platform === 'win32')('a symbolic link is not followed', () => {
	const root = emptyFolder();
	writeFiles(root, { 'network.md': network, 'moss.yml': moss, 'hidden.yml': 'hidden: []\n' });
	mkdirSync(join(root, 'content/members'), { recursive: true });
	symlinkSync(join(root, 'network.md'), join(root, 'content/network.md'));
	symlinkSync(join(root, 'moss.yml'), join(root, 'content/members/moss.yml'));
	symlinkSync(join(root, 'nowhere.yml'), join(root, 'content/moderation.yml'));
	const { value, problems } = readRegistry(root);
	expect([value.members, value.memberFiles]).toEqual([[], ['moss']]);
	expect(problems.map(placed)).toEqual(['content/members/moss.yml:1:1 file-symlink', 'content/moderation.yml:1:1 file-symlink', 'content/network.md:1:1 file-symlink']);
});

test('a folder is no file', () => {
	const { value, problems } = read({ 'members/moss.yml/a.yml': moss });
	expect(value.members).toEqual([]);
	expect(problems.map(({ code }) => code)).toEqual(['member-unreadable']);
});

describe('what is hidden stays hidden', () => {
	test('when the reason is missing or another item has a slip in it', () => {
		const { value, problems } = read({
			'moderation.yml':
				'hidden:\n  - member: moss\n  - entry: a\n    reason: b\n  - member: ash\n    entry: Not An Id\n    reason: c\n  - member: oak\n    entry: a\n    reason: d\n    why: e\n  - elm\n',
		});
		expect(value.hidden).toEqual([
			{ member: 'moss', reason: '' },
			{ member: 'ash', reason: 'c' },
			{ member: 'oak', entry: 'a', reason: 'd' },
		]);
		expect(problems.map((each) => `${placed(each)}: ${each.message}`)).toMatchInlineSnapshot(`
			[
			  "content/moderation.yml:2:5 field-invalid: “hidden › 1 › reason” is missing.",
			  "content/moderation.yml:3:5 field-invalid: “hidden › 2 › member” is missing.",
			  "content/moderation.yml:6:12 field-invalid: “hidden › 3 › entry” should have lower-case letters a to z, digits and hyphens only, with / between parts, such as practices/check-in.",
			  "content/moderation.yml:11:10 field-unknown: There is no field “why” in “hidden › 4”.",
			  "content/moderation.yml:12:5 field-invalid: “hidden › 5” should have fields of its own, each on a line below it.",
			]
		`);
	});

	test.each(['hidden: moss\n', 'hidden: [\n', '- member: moss\n'])('or the build is stopped: %j', (text) => {
		expect(read({ 'moderation.yml': text }).problems.map(({ severity, file }) => [severity, file])).toEqual([['error', 'content/moderation.yml']]);
	});
});

test('names that every object has are no fields', () => {
	const text = `${moss}__proto__:\n  status: paused\nconstructor: a\n`;
	const { value, problems } = read({ 'members/moss.yml': text });
	expect(value.members[0]?.fields).toEqual({ url: 'https://moss.example/handbook/' });
	expect(value.members[0]?.fields.status).toBeUndefined();
	expect(problems.map(({ code }) => code)).toContain('field-unknown');
});
