import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { cleanSource, readFrontMatter } from '../../src/markdown/front-matter.js';
import { placed, readMini } from '../mini-handbook.js';

const flags = globalThis as { canary?: unknown };
afterEach(() => {
	delete flags.canary;
});

/** The data of a block of YAML. */
function dataOf(yaml: string): Record<string, unknown> {
	const { data, fault } = readFrontMatter(`---\n${yaml}\n---\n`);
	if (fault) throw new Error(`${fault.line}:${fault.column} ${fault.message}`);
	return data;
}

describe('a source is taken apart', () => {
	test('into facts and text', () => {
		const { data, body, bodyLine, fault } = readFrontMatter('---\ntitle: Check-in\n---\n\nText\n');
		expect({ data, body, bodyLine, fault }).toEqual({ data: { title: 'Check-in' }, body: '\nText\n', bodyLine: 4, fault: undefined });
	});

	test.each([
		['no facts', 'Text\n', {}, 'Text\n', 1],
		['an empty block', '---\n---\nText', {}, 'Text', 3],
		['a block of comments', '---\n# nothing\n---\nText', {}, 'Text', 4],
		['spaces after the dashes', '---  \ntitle: x\n--- \t\nText', { title: 'x' }, 'Text', 4],
		['the word yaml', '---yaml\ntitle: x\n---\nText', { title: 'x' }, 'Text', 4],
		['the word yaml after a space', '--- yaml\ntitle: x\n---\nText', { title: 'x' }, 'Text', 4],
		['no text and no last line end', '---\ntitle: x\n---', { title: 'x' }, '', 3],
		['a rule in the text', '---\ntitle: x\n---\na\n\n---\n\nb', { title: 'x' }, 'a\n\n---\n\nb', 4],
		['an empty file', '', {}, '', 1],
		['a list at the top', '- a\n- b', {}, '- a\n- b', 1],
	])('that has %s', (_, source, data, body, bodyLine) => {
		expect(readFrontMatter(source)).toMatchObject({ data, body, bodyLine });
	});

	test('with the byte order mark and the line ends of Windows gone', () => {
		const source = cleanSource('\uFEFF---\r\ntitle: x\r\n---\r\nText\r\n');
		expect(source).toBe('---\ntitle: x\n---\nText\n');
		expect(readFrontMatter(source)).toMatchObject({ data: { title: 'x' }, body: 'Text\n' });
	});

	test('with the line ends of an old Macintosh gone', () => {
		expect(readFrontMatter(cleanSource('---\rtitle: x\r---\rText\r'))).toMatchObject({ data: { title: 'x' }, body: 'Text\n' });
	});
});

describe('a value is what it looks like', () => {
	test.each([
		['12:30', '12:30'],
		['12:30:45', '12:30:45'],
		['010', 10],
		['0o10', 8],
		['0x1F', 31],
		['1_000', '1_000'],
		['yes', 'yes'],
		['on', 'on'],
		['NO', 'NO'],
		['True', true],
		['FALSE', false],
		['2024', 2024],
		['2024-05-17', '2024-05-17'],
		['2024-05-17T10:00:00Z', '2024-05-17T10:00:00Z'],
		['1.10', 1.1],
		['~', null],
		['', null],
		['"010"', '010'],
		['!!js/function "function () {}"', 'function () {}'],
	])('%s', (text, value) => {
		expect(dataOf(`x: ${text}`)).toEqual({ x: value });
	});

	test('an anchor may be used again', () => {
		expect(dataOf('a: &us [moss, fern]\nb: *us')).toEqual({ a: ['moss', 'fern'], b: ['moss', 'fern'] });
	});

	test('but not in foreign text', () => {
		expect(readFrontMatter('---\na: &us [moss]\nb: *us\n---\n', { foreign: true }).fault?.code).toBe('front-matter-invalid');
		expect(readFrontMatter('---\na: &us [moss]\n---\n', { foreign: true }).data).toEqual({ a: ['moss'] });
	});
});

describe('facts that cannot be read are a fault, with its place', () => {
	test.each([
		['a colon in a value', 'title: one: two', 2],
		['a tab', 'title: x\ntags:\n\t- a', 4],
		['a quotation mark too few', 'title: "x\ntags: [a]', 2],
		['a bracket too few', 'title: x\ntags: [a', 3],
		['a field that is there twice', 'title: x\ntags: [a]\ntitle: y', 4],
		['bad indentation', 'title: x\n tags: [a]', 2],
		['words alone', 'just words', 2],
		['a list', '- a\n- b', 2],
		['an alias without an anchor, as bold text looks', 'title: x\nsummary: *bold* words', 3],
		['an alias alone', 'title: *bold', 2],
		['a value that begins with @', 'title: @home', 2],
		['a value that begins with `', 'title: `code`', 2],
		['two documents', 'title: x\n...\ntags: [a]', 3],
		['a line that begins with the three dashes and goes on', 'title: x\n----\ndraft: true', 3],
		['a line that begins with the three dashes and words', 'title: x\n--- draft\ndraft: true', 3],
	])('%s', (_, yaml, line) => {
		const { data, body, fault } = readFrontMatter(`---\n${yaml}\n---\nText`);
		expect({ data, body }).toEqual({ data: {}, body: '' });
		expect(fault).toMatchObject({ code: 'front-matter-invalid', line: expect.toSatisfy((found) => found === line || found === line + 1, `line ${line}`) });
	});

	test('in words that need no knowledge of YAML', () => {
		const messages = ['title: one: two', 'tags:\n\t- a', 'title: "x', 'a: 1\na: 2', 'title: *bold*', 'title: @home', 'x\n----\ny', 'just words'].map(
			(yaml) => readFrontMatter(`---\n${yaml}\n---\n`).fault?.message,
		);
		expect(messages).toMatchInlineSnapshot(`
			[
			  "A line is indented in a way that cannot be read, or text with a colon in it lacks quotes.",
			  "A line is indented with a tab; use spaces.",
			  "A quotation mark, a bracket or a colon is missing.",
			  "A field is there twice.",
			  "Text that begins with a star needs quotes around it.",
			  "Text that begins with a sign such as @, \` or % needs quotes around it.",
			  "A line among the facts begins with three dashes and goes on.",
			  "The facts at the top are not lines of name: value.",
			]
		`);
	});

	test.each([
		['js', '---js\n({ title: (globalThis.canary = 1) })\n---\n'],
		['javascript', '---javascript\n({ title: (globalThis.canary = 1) })\n---\n'],
		['js after a space', '--- js\nglobalThis.canary = 1\n---\n'],
		['js in capitals', '---JS\nglobalThis.canary = 1\n---\n'],
		['coffee', '---coffee\ntitle: (globalThis.canary = 1)\n---\n'],
		['json', '---json\n{ "title": "x" }\n---\n'],
		['toml', '---toml\ntitle = "x"\n---\n'],
		['toml between +++', '+++\ntitle = "x"\n+++\n'],
		['json between ;;;', ';;;\n{ "title": "x" }\n;;;\n'],
		['any other word', '---yml2\ntitle: x\n---\n'],
	])('a block in another language is refused and never run: %s', (_, source) => {
		expect(readFrontMatter(source)).toMatchObject({ data: {}, body: '', fault: { code: 'front-matter-language', line: 1, column: 1 } });
		expect(flags.canary).toBeUndefined();
	});

	test.each(['---\ntitle: x\n', '---\n', '---', '---\ntitle: x\n ---\n', '---\ntitle: x\n--\nText'])('a block without an end: %j', (source) => {
		expect(readFrontMatter(source)).toMatchObject({ data: {}, body: '', fault: { code: 'front-matter-unclosed', line: 1 } });
	});

	test('the second reading of a faulty text is as the first', () => {
		const source = '---\ntitle: "x\n---\nText';
		const read = () => {
			const { data, body, fault } = readFrontMatter(source);
			return { data, body, fault };
		};
		expect(read()).toEqual(read());
		expect(read().fault?.code).toBe('front-matter-invalid');
	});
});

describe('facts where no facts are read are a fault too, because they may say that the text is hidden', () => {
	test.each([
		['below an empty line', '\n---\ntitle: x\ndraft: true\n---\nText'],
		['below spaces', '   \n\n---\ndraft: true\n---\nText'],
		['after a space', ' ---\ndraft: true\n---\nText'],
		['below an invisible character', '\u200B---\ndraft: true\n---\nText'],
		['between four dashes', '----\ntitle: x\ndraft: true\n----\nText'],
		['between two dashes', '--\ndraft: true\n--\nText'],
		['between long dashes, as word processors make them', '—-\ndraft: true\n—-\nText'],
		['between stars', '***\nprivate: true\n***\nText'],
		['in a code fence', '```yaml\ndraft: true\n```\nText'],
		['without any fence', 'title: x\ndraft: true\n\nText'],
		['in capitals', '\n---\nDRAFT: TRUE\n---\nText'],
		['published', '\n---\npublished: false\n---\nText'],
	])('%s', (_, source) => {
		expect(readFrontMatter(source)).toMatchObject({ data: {}, body: '', fault: { code: 'front-matter-invalid', message: expect.stringContaining('first line') } });
	});

	test.each([
		['a rule and text', '\n---\n\nA draft: the first.\n'],
		['words about drafts', 'A private: that was his rank.\n\nThe draft: see below.\n'],
		['a list of terms further down', '# Terms\n\nSome words.\n\ndraft: not yet agreed\n'],
	])('but not %s', (_, source) => {
		const { body, fault } = readFrontMatter(source);
		expect({ body, fault }).toEqual({ body: source, fault: undefined });
	});
});

describe('a field has a place', () => {
	const source = ['---', 'title: Check-in', 'tags:', '  - a', '  - b', 'basedOn:', '  - url: https://example.org', '    licence: none', 'range: { min: 1, max: 2 }', 'colour: red', '---', ''].join(
		'\n',
	);
	const { locate } = readFrontMatter(source);

	test.each([
		['a value', ['title'], 2, 8],
		['an item of a list', ['tags', 1], 5, 5],
		['a field of an item', ['basedOn', 0, 'licence'], 8, 14],
		['a field in braces', ['range', 'max'], 9, 23],
		['a missing field: its parent', ['basedOn', 0, 'title'], 7, 5],
		['a field that is not there at all', ['nothing'], 1, 1],
		['no field', [], 1, 1],
	])('%s', (_, path, line, column) => {
		expect(locate(path)).toEqual({ line, column });
	});

	test('a list or a group of fields begins at its name', () => {
		expect(locate(['tags'])).toEqual({ line: 3, column: 1 });
		expect(locate(['basedOn'])).toEqual({ line: 6, column: 1 });
	});

	test('also below comments, empty lines and a word after the dashes', () => {
		expect(readFrontMatter('--- yaml\n\n# a comment\n\ntitle: x\n---\n').locate(['title'])).toEqual({ line: 5, column: 8 });
	});
});

describe('no facts bring the reading down', () => {
	test('names of prototypes are names like any other', () => {
		const data = dataOf('__proto__: { canary: 1 }\nconstructor: { prototype: { canary: 1 } }\nprototype: 1');
		expect(({} as { canary?: number }).canary).toBeUndefined();
		expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
		expect(Object.keys(data)).toEqual(['__proto__', 'constructor', 'prototype']);
	});

	test('a small text that would grow large', () => {
		const bomb = ['a: &a [x,x,x,x,x,x,x,x,x,x]', ...'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefgh'[index]}`).join(',')}]`)].join('\n');
		expect(readFrontMatter(`---\n${bomb}\n---\n`).fault?.code).toBe('front-matter-invalid');
	});

	test('ten thousand brackets', () => {
		expect(readFrontMatter(`---\na: ${'['.repeat(10_000)}\n---\n`).fault?.code).toBe('front-matter-invalid');
		expect(readFrontMatter(`---\na: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n---\n`).fault?.code).toBe('front-matter-invalid');
	});

	test('any text at all', () => {
		const scrap = fc.constantFrom(
			'---',
			'\n',
			'title',
			':',
			' ',
			'- ',
			'&a',
			'*a',
			'"',
			"'",
			'[',
			']',
			'{',
			'}',
			'|',
			'>',
			'#',
			'!',
			'!!',
			'%',
			'@',
			'`',
			'?',
			',',
			'\t',
			'<<',
			'draft',
			'true',
			'~',
			'\u0000',
			'\u2028',
			'\ufeff',
			'...',
		);
		fc.assert(
			fc.property(fc.array(scrap, { maxLength: 30 }), fc.string({ unit: 'binary', maxLength: 20 }), (scraps, text) => {
				const { data } = readFrontMatter(cleanSource(`---\n${scraps.join('')}${text}\n---\nText`));
				expect(typeof data).toBe('object');
			}),
			{ numRuns: 400 },
		);
	});
});

test('an entry that is held back leaves every other one in place', () => {
	const files = {
		'agreements/broken.md': '---\ntitle: "Broken\n---\nText',
		'agreements/program.md': '---js\n({ title: (globalThis.canary = 1) })\n---\nText',
		'agreements/open.md': '---\ntitle: Open\n\nText',
		'agreements/sound.md': '---\ntitle: Sound\n---\nText',
		'practices/toml.md': '+++\ntitle = "x"\n+++\n',
	};
	const read = () => {
		const { value, problems } = readMini(files);
		return { titles: value.entries.map(({ title }) => title), problems: problems.map(placed) };
	};
	const first = read();
	expect(first.titles).toEqual(['Sound']);
	expect(first.problems).toMatchInlineSnapshot(`
		[
		  "content/agreements/broken.md:2:15 front-matter-invalid",
		  "content/agreements/open.md:1:1 front-matter-unclosed",
		  "content/agreements/program.md:1:1 front-matter-language",
		  "content/practices/toml.md:1:1 front-matter-language",
		]
	`);
	expect(read()).toEqual(first);
	expect(flags.canary).toBeUndefined();
});

test('a bracket that is not closed is named as such, where it should have been', () => {
	const { fault } = readFrontMatter('---\ntitle: x\ntags: [a, b\n---\n');
	expect(fault).toMatchObject({ code: 'front-matter-invalid', message: 'A bracket is opened and not closed.' });
});
