import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { ImportPlan } from '../../../src/handbook/import/import-plan.js';
import { writeImport } from '../../../src/handbook/import/write-import.js';
import { readHandbook } from '../../../src/handbook/read-handbook.js';
import { bodyFrom, emptyFolder, planFor, textFrom } from './source-folder.js';

/** The fields of the new entry that comes from x.md. */
function fieldsOf(source: string, path = 'x.md'): Record<string, unknown> {
	return fieldsIn(planFor({ [path]: source }), path);
}

function fieldsIn(plan: ImportPlan, path: string): Record<string, unknown> {
	return parse(/^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(textFrom(plan, path).content)?.[1] ?? '') as Record<string, unknown>;
}

describe('titles', () => {
	test.each([
		['the heading', '# A *heading* <a id="x"></a>\n\nText', 'A heading'],
		['a heading further down', 'Text\n\nHeading\n=======\n', 'Heading'],
		['the front matter before the heading', '---\ntitle: " Told "\n---\n# Heading', 'Told'],
		['the name of the file', '## Only a second-level heading', 'X'],
		['words that YAML would take for something else', '# 2020: "yes" #1', '2020: "yes" #1'],
	])('come from %s', (_what, source, title) => {
		expect(fieldsOf(source).title).toBe(title);
	});
});

test('fields that the kind knows are kept, others go to the report, long words to the end of the text', () => {
	const long = 'We began this because nobody knew who would lock the door at night, and after three thefts we had enough of it.';
	const plan = planFor({ 'x.md': `---\ntags: [a, b]\nlang: de\nsummary: Short\ncover: pic.png\ndescription: Brief.\nthe_story: "${long}"\nstatus: adopted\n---\n\nText` });
	expect(fieldsIn(plan, 'x.md')).toEqual({ title: 'X', tags: ['a', 'b'], lang: 'de', summary: 'Short' });
	expect(plan.findings.droppedFields.map(({ field, keptAsText }) => [field, keptAsText])).toEqual([
		['cover', false],
		['description', false],
		['the_story', true],
		['status', false],
	]);
	expect(bodyFrom(plan, 'x.md')).toBe(`Text\n\n## The story\n\n${long}\n`);
});

test('front matter that cannot be read stands at the top of the text, and nothing is lost', () => {
	const plan = planFor({ 'x.md': '---\ntitle: "open\nfoo: [bar\n---\nText\n', 't.md': '+++\ntitle = x\n+++\nText\n', 'j.md': '{\n  "title": "x",\n}\nText\n' });
	expect(bodyFrom(plan, 'x.md')).toBe('```yaml\ntitle: "open\nfoo: [bar\n```\n\nText\n');
	expect(bodyFrom(plan, 't.md')).toBe('```toml\ntitle = x\n```\n\nText\n');
	expect(bodyFrom(plan, 'j.md')).toBe('```json\n{\n  "title": "x",\n}\n```\n\nText\n');
	expect(plan.findings.problems.map(({ from, line }) => `${from}:${line}`)).toEqual(['j.md:1', 't.md:2', 'x.md:3']);
});

describe('facts in other languages than YAML', () => {
	test.each([
		['TOML', '+++\ntitle = "Told"\ndate = 2020-05-03\nlastmod = 2021-01-02T10:00:00Z\ntags = ["a", "b"]\n+++\n\nText\n'],
		['TOML with Windows line ends', '+++\r\ntitle = "Told"\r\nlastmod = 2021-01-02\r\ntags = ["a", "b"]\r\n+++\r\n\r\nText\r\n'],
		['TOML that is named', '---toml\ntitle = "Told"\nlastmod = 2021-01-02\ntags = ["a", "b"]\n---\n\nText\n'],
		['JSON', '{\n  "title": "Told",\n  "lastmod": "2021-01-02",\n  "tags": ["a", "b"], "params": { "x": "}" }\n}\n\nText\n'],
		['JSON between semicolons', ';;;\n"title": "Told", "lastmod": "2021-01-02", "tags": ["a", "b"]\n;;;\n\nText\n'],
	])('%s', (_what, source) => {
		const plan = planFor({ 'x.md': source });
		expect(fieldsIn(plan, 'x.md')).toEqual({ title: 'Told', updated: '2021-01-02', tags: ['a', 'b'] });
		expect(bodyFrom(plan, 'x.md').trim()).toBe('Text');
		expect(plan.findings.problems).toEqual([]);
	});

	test.each(['draft = true', 'draft = true\nbroken = ['])('hide a text: %j', (facts) => {
		expect(planFor({ 'x.md': `+++\n${facts}\n+++\nSecret` }).findings.hidden.map(({ from }) => from)).toEqual(['x.md']);
	});

	test.each(['{"a": 1} is an object of JSON.\n', '{ "open\n', '{{ "x" }}\n', '{"a"}\n'])('are no facts when they are words: %j', (source) => {
		expect(bodyFrom(planFor({ 'x.md': source }), 'x.md')).toBe(source);
	});
});

test.each(['---\n\nJust a line above.\n', '---\n\nBetween two lines.\n\n---\n\nMore\n', '----\n'])('dashes that only draw a line belong to the text: %j', (source) => {
	const plan = planFor({ 'x.md': source });
	expect(textFrom(plan, 'x.md').content).toBe(`---\ntitle: X\n---\n\n${source}`);
	expect(plan.findings.problems).toEqual([]);
});

test('code in another language is never run', () => {
	const plan = planFor({ 'x.md': '---js\nglobalThis.wasRun = true\n---\nText\n' });
	expect(bodyFrom(plan, 'x.md')).toContain('```js\nglobalThis.wasRun = true\n```');
	expect('wasRun' in globalThis).toBe(false);
});

describe('what was hidden stays hidden', () => {
	test.each([
		'draft: true',
		'draft: yes',
		'draft: "true"',
		'published: false',
		'hidden: true',
		'unlisted: true',
		'private: 1',
		'Draft: true',
		'visible: false',
		'published: maybe',
		'draft: [broken',
		'title: "x\ndraft: true',
	])('%s', (line) => {
		const plan = planFor({ 'a.md': '[x](x.md)', 'x.md': `---\n${line}\n---\nSecret` });
		const target = emptyFolder();
		writeImport(plan, target);
		const { value, problems } = readHandbook(target);
		expect(value.entries.map(({ id }) => id)).toEqual(['a']);
		expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
		expect(plan.findings.hidden.map(({ from }) => from)).toEqual(['x.md']);
	});

	test('also when the second line of dashes is missing', () => {
		const plan = planFor({ 'x.md': '---\ndraft: true\n\nSecret' });
		expect(fieldsIn(plan, 'x.md').draft).toBe(true);
	});

	test.each(['draft: false', 'published: true', 'published: 2020-01-02', 'hidden: no', 'title: Draft'])('and nothing else: %s', (line) => {
		const plan = planFor({ 'x.md': `---\n${line}\n---\nOpen` });
		expect(plan.findings.hidden).toEqual([]);
	});
});

test('ids and aliases are kept when they are free', () => {
	const plan = planFor({ 'a.md': '---\nid: first\naliases: [old, b, tags]\n---\n', 'b.md': '---\nid: first\naliases: [old]\n---\n', 'c.md': '---\naliases: [Not a page?]\n---\n' });
	const target = emptyFolder();
	writeImport(plan, target);
	const { value, problems } = readHandbook(target);
	expect(problems).toEqual([]);
	expect(value.entries.map(({ id, fields }) => [id, fields.aliases])).toEqual([
		['first', ['old']],
		['b', undefined],
		['c', undefined],
	]);
});
