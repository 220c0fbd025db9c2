import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Handbook } from '../../src/handbook/handbook.js';
import { readHandbook } from '../../src/handbook/read-handbook.js';
import { emptyFolder, miniHandbook, placed, readMini, readOne, said, smallImage, writeFiles } from '../mini-handbook.js';

const titled = (title: string, facts = '') => `---\ntitle: ${title}\n${facts}---\nText\n`;
const idsOf = ({ entries }: Handbook) => entries.map(({ id }) => id);

describe('a handbook is read from a folder', () => {
	test('with every kind by its folder', () => {
		const { value, problems } = readMini({
			'agreements/a.md': titled('A'),
			'practices/deep/er/b.md': titled('B'),
			'roles/c.md': titled('C'),
			'decisions/d.mdx': titled('D'),
			'stories/e.md': titled('E'),
			'pages/f.md': titled('F'),
			'g.md': titled('G'),
			'guides/h.md': titled('H'),
		});
		expect(problems).toEqual([]);
		expect(value.entries.map(({ kind, id, syntax }) => [kind, id, syntax])).toEqual([
			['agreement', 'agreements/a', 'md'],
			['practice', 'practices/deep/er/b', 'md'],
			['role', 'roles/c', 'md'],
			['decision', 'decisions/d', 'mdx'],
			['story', 'stories/e', 'md'],
			['page', 'pages/f', 'md'],
			['page', 'g', 'md'],
			['page', 'guides/h', 'md'],
		]);
	});

	test('with what the group says of itself, and what it says of every text', () => {
		const { value } = readMini({
			'group.md': '---\nname: Musgo\nlanguages: [es, en]\nlicence: CC0-1.0\n---\nSomos.\n',
			'practices/a.md': titled('A'),
			'practices/b.md': titled('B', 'lang: pt-br\nlicence: CC-BY-4.0\nupdated: 2024\n'),
		});
		expect(value.group).toMatchObject({ fields: { name: 'Musgo' }, lang: 'es', licence: 'CC0-1.0', text: { html: '<p>Somos.</p>' } });
		expect(value.entries.map(({ lang, licence, updated }) => [lang, licence, updated])).toEqual([
			['es', 'CC0-1.0', undefined],
			['pt-BR', 'CC-BY-4.0', '2024'],
		]);
	});

	test('with defaults where the group says nothing', () => {
		expect(readMini({ 'practices/a.md': titled('A') }).value).toMatchObject({ group: { lang: 'en', licence: 'CC-BY-SA-4.0' }, entries: [{ lang: 'en', licence: 'CC-BY-SA-4.0' }] });
	});

	test('leaving out what is no text of its own', () => {
		const { value, problems } = readMini({
			'.hidden.md': titled('x'),
			'.upstream/abc.md': titled('x'),
			'node_modules/x/README.md': titled('x'),
			'members/x.md': titled('x'),
			'network.md': titled('x'),
			'notes.txt': 'x',
			'practices/a.md': titled('A'),
		});
		expect(idsOf(value)).toEqual(['practices/a']);
		expect(problems).toEqual([]);
	});

	test('with a byte order mark and the line ends of Windows gone', () => {
		const { entry, problems } = readOne('\uFEFF---\r\ntitle: Round\r\ntags:\r\n  - one\r\n---\r\n\r\nA [gone](gone.md)\r\n');
		expect(entry).toMatchObject({ title: 'Round', fields: { tags: ['one'] }, source: '---\ntitle: Round\ntags:\n  - one\n---\n\nA [gone](gone.md)\n', body: '\nA [gone](gone.md)\n' });
		expect(problems.map(placed)).toEqual(['content/practices/check-in.md:7:3 link-broken']);
	});

	test('in an order that does not depend on the computer', () => {
		const files = {
			'pages/b.md': titled('Beta'),
			'pages/a.md': titled('Alpha 10'),
			'pages/c.md': titled('Alpha 9'),
			'pages/first.md': titled('Zeta', 'order: 1\n'),
			'decisions/old.md': titled('Old', 'date: 2020\n'),
			'decisions/new.md': titled('New', 'date: 2024-05\n'),
			'pages/README.md': titled('About these'),
		};
		expect(idsOf(readMini(files).value)).toEqual(['decisions/new', 'decisions/old', 'pages', 'pages/first', 'pages/c', 'pages/a', 'pages/b']);
		expect(idsOf(readMini(Object.fromEntries(Object.entries(files).reverse())).value)).toEqual(idsOf(readMini(files).value));
	});

	test('in the order of the group, and what it leaves out after that', () => {
		const { value, problems } = readMini({
			'group.md': '---\nname: Moss\nnav:\n  - pages/b\n  - title: Ours\n    items:\n      - practices/y\n      - pages/gone\n---\n',
			'pages/a.md': titled('A'),
			'pages/b.md': titled('B'),
			'practices/x.md': titled('X'),
			'practices/y.md': titled('Y'),
		});
		expect(idsOf(value)).toEqual(['pages/b', 'practices/y', 'practices/x', 'pages/a']);
		expect(problems.map(placed)).toEqual(['content/group.md:8:9 reference-unknown']);
	});

	test('twice with the same result', () => {
		const root = miniHandbook({ 'practices/a.md': titled('A'), 'practices/broken.md': '---\n"\n---\n', 'practices/b.md': '# B\n\n![x](x.svg) [gone](gone.md)\n', 'practices/x.svg': smallImage });
		const plain = (result: ReturnType<typeof readHandbook>) => JSON.stringify(result);
		expect(plain(readHandbook(root))).toBe(plain(readHandbook(root)));
	});
});

describe('what is not there is said', () => {
	test('the content folder', () => {
		const { value, problems } = readHandbook(emptyFolder());
		expect(value.entries).toEqual([]);
		expect(problems.map(placed)).toEqual(['content:1:1 content-missing']);
	});

	test('the content folder, where a file has its name', () => {
		const root = emptyFolder();
		writeFileSync(join(root, 'content'), 'x');
		expect(readHandbook(root).problems.map(placed)).toEqual(['content:1:1 content-missing']);
	});

	test('anything in it', () => {
		const root = emptyFolder();
		mkdirSync(join(root, 'content'));
		expect(readHandbook(root).problems.map(placed)).toEqual(['content/group.md:1:1 group-missing']);
	});

	test('the group', () => {
		const { value, problems } = readMini({ 'group.md': null, 'practices/a.md': titled('A') });
		expect(idsOf(value)).toEqual(['practices/a']);
		expect(problems.map(placed)).toEqual(['content/group.md:1:1 group-missing']);
	});

	test.each([
		['---\npurpose: x\n---\n', 'content/group.md:1:1 field-invalid'],
		['---\nname:\n---\n', 'content/group.md:2:6 field-invalid'],
		['Only words.\n', 'content/group.md:1:1 field-invalid'],
		['---\nname: "Moss\n---\n', 'content/group.md:2:12 front-matter-invalid'],
	])('the name of the group: %j', (source, problem) => {
		const { value, problems } = readMini({ 'group.md': source, 'practices/a.md': titled('A') });
		expect(idsOf(value)).toEqual(['practices/a']);
		expect(value.group.fields.name).not.toBe('');
		expect(problems.map(placed)).toEqual([problem]);
	});
});

describe('a text has a title', () => {
	test.each([
		['from its facts', '---\ntitle: Round\n---\n\n# Another\n', 'Round', '<h2 id="another"><a href="#another" class="anchor">Another</a></h2>'],
		['from its first heading', '# Round *and* `round`\n\nText\n', 'Round and round', '<p>Text</p>'],
		['from its first heading below a comment', '<!-- note -->\n\n# Round\n\nText\n', 'Round', '\n<p>Text</p>'],
		['that is not shown twice', '---\ntitle: Round\n---\n\n# ROUND\n\nText\n', 'Round', '<p>Text</p>'],
	])('%s', (_, source, title, html) => {
		const { entry, problems } = readOne(source);
		expect({ title: entry.title, html: entry.text.html }).toEqual({ title, html });
		expect(problems).toEqual([]);
	});

	test.each(['Text only\n', '## A smaller heading\n', 'Text\n\n# A heading further down\n', ''])('from its file, when there is no other: %j', (source) => {
		const { entry, problems } = readOne(source, 'practices/our_check-in.md');
		expect(entry.title).toBe('Our check in');
		expect(problems.map(placed)).toEqual(['content/practices/our_check-in.md:1:1 title-missing']);
	});

	test('even when the file has facts and no text at all', () => {
		expect(readOne('---\ntitle: Round\n---\n').entry).toMatchObject({ title: 'Round', body: '', text: { html: '', text: '' } });
		expect(readOne('---\ntitle: Round\n---').problems).toEqual([]);
	});
});

describe('every text has an address of its own', () => {
	test.each([
		['practices/Check In.md', 'practices/check-in'],
		['practices/Über uns.md', 'practices/ueber-uns'],
		['practices/2024.05.17 Notes.md', 'practices/2024-05-17-notes'],
		['practices/check-in/README.md', 'practices/check-in'],
		['practices/check-in/index.md', 'practices/check-in'],
		['practices/check-in/readme.mdx', 'practices/check-in'],
		['practices/readme-first.md', 'practices/readme-first'],
		['README.md', 'readme'],
	])('by its path: %s', (path, id) => {
		expect(readOne(titled('x'), path).entry.id).toBe(id);
	});

	test('or by its own word', () => {
		expect(readOne(titled('x', 'id: practices/round\n')).entry.id).toBe('practices/round');
	});

	test.each([
		['two names that come to the same', { 'practices/check in.md': titled('A'), 'practices/check-in.md': titled('B') }, 'content/practices/check-in.md:1:1 id-duplicate'],
		['a file beside a folder', { 'practices/x.md': titled('A'), 'practices/x/README.md': titled('B') }, 'content/practices/x/README.md:1:1 id-duplicate'],
		['a README beside an index', { 'practices/x/README.md': titled('A'), 'practices/x/index.md': titled('B') }, 'content/practices/x/index.md:1:1 id-duplicate'],
		['md beside mdx', { 'practices/x.md': titled('A'), 'practices/x.mdx': titled('B') }, 'content/practices/x.mdx:1:1 id-duplicate'],
		['the same id twice', { 'practices/a.md': titled('A', 'id: practices/x\n'), 'practices/b.md': titled('B', 'id: practices/x\n') }, 'content/practices/b.md:3:5 id-duplicate'],
		['the id of another file', { 'practices/a.md': titled('A'), 'practices/b.md': titled('B', 'id: practices/a\n') }, 'content/practices/b.md:3:5 id-duplicate'],
	])('one of two is held back: %s', (_, files, problem) => {
		const { value, problems } = readMini(files);
		expect(value.entries).toHaveLength(1);
		expect(problems.map(placed)).toEqual([problem]);
	});

	test.each(['search', 'tags', 'tags/food', 'copy', 'book', '"404"', 'index', 'handbook', 'media/x', 'pagefind', 'practices', 'pages'])('that is not one of the site: %s', (id) => {
		const { value, problems } = readMini({ 'pages/x.md': titled('X', `id: ${id}\n`) });
		expect(value.entries).toEqual([]);
		expect(problems.map(placed)).toEqual(['content/pages/x.md:3:5 id-reserved']);
	});

	test('nor may the introduction of a kind take one', () => {
		expect(readMini({ 'practices/README.md': titled('X', 'id: search\n') }).problems.map(placed)).toEqual(['content/practices/README.md:3:5 id-reserved']);
		expect(readMini({ 'practices/README.md': titled('X', 'id: roles\n') }).problems.map(placed)).toEqual(['content/practices/README.md:3:5 id-reserved']);
	});

	test('except that the README of a kind introduces its list', () => {
		const { value, problems } = readMini({ 'practices/README.md': '# What we do\n', 'practices/a.md': titled('A') });
		expect(value.entries.map(({ id, kind, introduces }) => [id, kind, introduces])).toEqual([
			['practices', 'page', 'practice'],
			['practices/a', 'practice', undefined],
		]);
		expect(problems).toEqual([]);
	});

	test.each([
		['capital letters', 'practices/Round.md', 'practices/round.md'],
		['how an accent is stored', `practices/${'café'.normalize('NFD')}.md`, `practices/${'café'.normalize('NFC')}.md`],
		['capital letters of a folder', 'practices/A/x.md', 'practices/a/x.md'],
		['capital letters of a picture', 'practices/X.svg', 'practices/x.svg'],
	])('names that some computers cannot tell apart are an error: %s', (_, first, second) => {
		const { problems } = readMini({ [first]: titled('A'), [second]: titled('B') });
		expect(problems.filter(({ code }) => code === 'name-twins').map(({ file }) => file)).toEqual([`content/${second}`]);
	});
});

describe('former addresses', () => {
	test('lead to the present one', () => {
		const { value, problems } = readMini({
			'practices/a.md': titled('A', 'aliases: [practices/old, older]\n'),
			'practices/b.md': '---\ntitle: B\nrelated: [practices/old]\n---\n[a](/practices/old) [b](/older#top)\n',
		});
		expect(value.redirects).toEqual([
			{ from: 'practices/old', to: 'practices/a' },
			{ from: 'older', to: 'practices/a' },
		]);
		expect(value.entries[1]?.text.html).toBe('<p><a href="/practices/a/">a</a> <a href="/practices/a/#top">b</a></p>');
		expect(problems).toEqual([]);
	});

	test.each([
		['of another text', { 'practices/a.md': titled('A', 'aliases: [practices/b]\n'), 'practices/b.md': titled('B') }, 'content/practices/a.md:3:11 alias-clash'],
		['of the text itself', { 'practices/a.md': titled('A', 'aliases: [practices/a]\n') }, 'content/practices/a.md:3:11 alias-clash'],
		['that two texts claim', { 'practices/a.md': titled('A', 'aliases: [old]\n'), 'practices/b.md': titled('B', 'aliases:\n  - older\n  - old\n') }, 'content/practices/b.md:5:5 alias-clash'],
		['that stands there twice', { 'practices/a.md': titled('A', 'aliases: [old, old]\n') }, 'content/practices/a.md:3:16 alias-clash'],
		['of the site', { 'practices/a.md': titled('A', 'aliases: [search]\n') }, 'content/practices/a.md:3:11 alias-clash'],
		['but for capitals', { 'practices/a.md': titled('A', 'aliases: [Practices/A]\n') }, 'content/practices/a.md:3:11 alias-clash'],
	])('are no one else’s: %s', (_, files, problem) => {
		expect(readMini(files).problems.map(placed)).toEqual([problem]);
	});
});

test('ids among the facts are looked up, and the nearest one is suggested', () => {
	const { problems } = readMini({
		'agreements/a.md':
			'---\ntitle: A\nsupersedes: [agreements/bee, "https://example.org/x"]\ndecisions:\n  - id: decisions/one\n  - id: decisions/two\nrelated:\n  - agreements/b\n  - practices/nothing-like-it\n---\n',
		'agreements/b.md': titled('B'),
		'decisions/one.md': titled('One', 'resultsIn: [agreements/a]\n'),
		'pages/p.md': titled('P', 'parent: pages/q\ntranslationOf: pages/p2\n'),
		'stories/s.md': titled('S', 'about: [agreements/a, agreements/c]\n'),
	});
	expect(problems.map((each) => `${placed(each)} ${each.hint}`)).toMatchInlineSnapshot(`
		[
		  "content/agreements/a.md:3:14 reference-unknown Did you mean agreements/b?",
		  "content/agreements/a.md:6:9 reference-unknown Did you mean decisions/one?",
		  "content/agreements/a.md:9:5 reference-unknown Correct the id, or take it out.",
		  "content/pages/p.md:3:9 reference-unknown Did you mean pages/p?",
		  "content/pages/p.md:4:16 reference-unknown Did you mean pages/p?",
		  "content/stories/s.md:3:23 reference-unknown Did you mean agreements/a?",
		]
	`);
});

describe('links of the file system', () => {
	const outside = () => {
		const folder = emptyFolder();
		writeFiles(folder, { 'secret.md': titled('Outside'), 'folder/secret.md': titled('Outside'), 'secret.svg': smallImage });
		return folder;
	};

	test('out of the content folder are refused, whether to a file or to a folder', () => {
		const root = miniHandbook({ 'practices/a.md': '---\ntitle: A\n---\n![x](x.svg) [x](leak.md)\n' });
		const place = outside();
		symlinkSync(join(place, 'secret.md'), join(root, 'content/practices/leak.md'));
		symlinkSync(join(place, 'secret.svg'), join(root, 'content/practices/x.svg'));
		symlinkSync(join(place, 'folder'), join(root, 'content/practices/leaks'));
		symlinkSync('../../package.json', join(root, 'content/practices/up.md'));
		symlinkSync(root, join(root, 'content/practices/root'));
		const { value, problems } = readHandbook(root);
		expect(idsOf(value)).toEqual(['practices/a']);
		expect(value.assets).toEqual([]);
		expect(problems.filter(({ code }) => code === 'file-symlink').map(({ file }) => file)).toEqual(['leak.md', 'leaks', 'root', 'up.md', 'x.svg'].map((name) => `content/practices/${name}`));
	});

	test('into a folder whose name only begins alike are refused too', () => {
		const root = miniHandbook({ 'practices/a.md': titled('A') });
		writeFiles(root, { 'content-of-others/secret.md': titled('Outside') });
		symlinkSync('../content-of-others', join(root, 'content/others'));
		expect(readHandbook(root).problems.map(placed)).toEqual(['content/others:1:1 file-symlink']);
	});

	test('that lead nowhere are named', () => {
		const root = miniHandbook({ 'practices/a.md': titled('A') });
		symlinkSync('nowhere.md', join(root, 'content/practices/b.md'));
		expect(readHandbook(root).problems.map(said)).toMatchInlineSnapshot(`
			[
			  "“b.md” is a symbolic link that leads nowhere. Replace the link with a copy of the file.",
			]
		`);
	});

	test('in a circle come to an end', () => {
		const root = miniHandbook({ 'practices/a.md': titled('A') });
		symlinkSync('.', join(root, 'content/practices/self'));
		symlinkSync('..', join(root, 'content/practices/up'));
		symlinkSync('loop', join(root, 'content/loop'));
		const { value, problems } = readHandbook(root);
		expect(idsOf(value)).toEqual(['practices/a']);
		expect(problems.map(({ code }) => code)).toEqual(['file-symlink', 'file-symlink']);
	});

	test('within the content folder are followed', () => {
		const root = miniHandbook({ 'practices/a.md': titled('A') });
		symlinkSync('a.md', join(root, 'content/practices/b.md'));
		expect(idsOf(readHandbook(root).value)).toEqual(['practices/a', 'practices/b']);
	});

	test('to the whole handbook are followed', () => {
		const link = join(emptyFolder(), 'link');
		symlinkSync(miniHandbook({ 'practices/a.md': titled('A') }), link);
		expect(idsOf(readHandbook(link).value)).toEqual(['practices/a']);
	});
});

test.each([
	['Latin-1', Buffer.from('---\ntitle: Caf\u00e9\n---\n', 'latin1')],
	['UTF-16', Buffer.from('\ufeff---\ntitle: x\n---\n', 'utf16le')],
	['half a letter', Buffer.from([0x61, 0xc3])],
	['a surrogate', Buffer.from([0xed, 0xa0, 0x80])],
])('a file that is not stored as UTF-8 is named, and the others are read: %s', (_, bytes) => {
	const { value, problems } = readMini({ 'practices/a.md': bytes, 'practices/b.md': titled('B') });
	expect(idsOf(value)).toEqual(['practices/b']);
	expect(problems.map(placed)).toEqual(['content/practices/a.md:1:1 file-encoding']);
	expect(readMini({ 'group.md': bytes }).problems.map(({ code }) => code)).toContain('file-encoding');
});

describe('a problem has its place', () => {
	test('in facts within facts', () => {
		const { problems } = readOne(
			[
				'---',
				'title: A',
				'basedOn:',
				'  - url: https://example.org',
				'    licence: Nonsense',
				'    lisence: x',
				'  - relation: copied',
				'    retrieved: last year',
				'reviews:',
				'  - date: 2024',
				'decisions: [{ date: 2024 }, { id: Bad }]',
				'tags: [a, "", b]',
				'---',
				'',
			].join('\n'),
			'agreements/a.md',
		);
		expect(problems.map(placed)).toEqual(['5:14', '6:14', '8:16', '10:5', '11:35', '12:11'].map((place) => expect.stringContaining(`content/agreements/a.md:${place} field-`)));
	});

	test('in the text, below facts of any length', () => {
		const text = ['', 'A [gone](gone.md).', '', '- item', '  - ![gone](gone.png)', '', '| a | b |', '| - | - |', '| c | [gone](gone.md) |', ''].join('\n');
		const lines = (source: string) => readOne(source).problems.map(({ line, column }) => [line, column]);
		const below = (first: number) => [
			[first + 1, 3],
			[first + 4, 5],
			[first + 8, 7],
		];
		expect(lines(`---\ntitle: A\n---\n${text}`)).toEqual(below(4));
		expect(lines(`---\n# more\ntitle: A\n\n\n--- \n${text}`)).toEqual(below(7));
		expect(lines(`# A\n${text}`)).toEqual(below(2));
	});

	test('in the text about the group', () => {
		expect(readMini({ 'group.md': '---\nname: Moss\n---\n\nWe [are](gone.md).\n' }).problems.map(placed)).toEqual(['content/group.md:5:4 link-broken']);
	});
});

describe('nothing brings the reading down', () => {
	test('names of prototypes', () => {
		const { value, problems } = readMini({
			'__proto__.md': titled('A'),
			'constructor.md': titled('B', 'aliases: [prototype]\ntags: [__proto__, constructor]\n'),
			'practices/x.md': titled('C', '__proto__: { polluted: 1 }\nconstructor: { prototype: { polluted: 1 } }\ntoString: x\n'),
		});
		expect(({} as { polluted?: number }).polluted).toBeUndefined();
		expect(idsOf(value).toSorted()).toEqual(['constructor', 'practices/x', 'proto']);
		expect(problems.map(({ code }) => code)).toEqual(['field-unknown', 'field-unknown', 'field-unknown']);
	});

	test('thousands of quotations within each other, in a text or about the group', () => {
		const deep = '<div>'.repeat(5000);
		const { value, problems } = readMini({ 'group.md': `---\nname: Moss\n---\n${deep}`, 'practices/a.md': `---\ntitle: A\n---\n${deep}`, 'practices/b.md': titled('B') });
		expect(idsOf(value)).toEqual(['practices/b']);
		expect(problems.map(placed)).toEqual(['content/group.md:4:1 text-invalid', 'content/practices/a.md:4:1 text-invalid']);
		expect(problems.map(said)[0]).not.toMatch(/MDX|stack/);
	});

	test('a mistake in the code of MDX, which is named with its place', () => {
		const { value, problems } = readMini({ 'pages/a.mdx': '---\ntitle: A\n---\n\nWords {\n', 'pages/b.mdx': '---\ntitle: B\n---\nimport x from "./x"\n\n<Card>words</Card> {1 + 1}\n' });
		expect(value.entries.map(({ text }) => text.html)).toEqual(['<p>words </p>']);
		expect(problems.map(placed)).toEqual([expect.stringMatching(/^content\/pages\/a\.mdx:[56]:\d+ text-invalid$/)]);
	});

	test('any facts and any text', () => {
		const name = fc.constantFrom('title', 'id', 'aliases', 'tags', 'draft', 'basedOn', 'related', 'reviews', 'duration', 'nav', 'languages', 'x');
		const value = fc.oneof(fc.json(), fc.constantFrom('*a', '&a [*a]', '!!binary aGk=', '.nan', '1e400', '2024-02-30', '[[[', '{', '"', '|', '>-'));
		const facts = fc.array(
			fc.tuple(name, value).map(([key, text]) => `${key}: ${text}`),
			{ maxLength: 6 },
		);
		const scrap = fc.constantFrom(
			'# ',
			'\n',
			'\n\n',
			'> ',
			'[x](',
			')',
			'![',
			'](',
			'`',
			'```\n',
			'|',
			'| - |\n',
			'<b',
			'<div>',
			'</p>',
			'<!--',
			'-->',
			'[^1]',
			'[^1]: ',
			'> [!NOTE]\n',
			'&#0;',
			'*',
			'_',
			'~',
			'\t',
			'  \n',
			'%lQ',
			'é',
			'\u0000',
			'𝒳',
			'https://x.y',
		);
		const text = fc.array(scrap, { maxLength: 25 }).map((scraps) => scraps.join(''));
		fc.assert(
			fc.property(facts, text, facts, (factsOfGroup, body, factsOfEntry) => {
				const { value: handbook, problems } = readMini({
					'group.md': `---\n${factsOfGroup.join('\n')}\n---\n${body}`,
					'practices/x.md': `---\n${factsOfEntry.join('\n')}\n---\n${body}`,
					'practices/y.md': `${body}\n`,
				});
				expect(handbook.group.fields.name).toBeTypeOf('string');
				for (const { line, column, message } of problems) expect([line >= 1, column >= 1, message.length > 0]).toEqual([true, true, true]);
			}),
			{ numRuns: 80 },
		);
	});
});

test('what an update left to decide is named, and stops a build', () => {
	const { problems } = readOne(
		'---\ntitle: A\n---\nWords.\n\n###### TO DECIDE 1: ours (Moss)\nOne\n###### TO DECIDE 1: theirs (Fern)\nTwo\n###### TO DECIDE 1: end. Keep what you want of the two, and delete these three lines.\n',
	);
	expect(problems.map(placed)).toEqual(['content/practices/check-in.md:6:1 merge-undecided']);
	expect(problems[0]?.severity).toBe('error');
});
