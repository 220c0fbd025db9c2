import { describe, expect, test } from 'vitest';
import { newEntryText } from '../../src/output/new-entry.js';
import { entrySchemas, kindFolders, kinds } from '../../src/schema/kinds.js';
import { placed, readMini, readOne } from '../mini-handbook.js';

describe.each(kinds)('a new %s', (kind) => {
	const path = `${kindFolders[kind]}/x.md`;
	const text = newEntryText(kind, 'Our "first": one');

	test('reads without problems, with its title and nothing else', () => {
		const { entry, problems } = readOne(text, path);
		expect(problems).toEqual([]);
		expect(entry).toMatchObject({ kind, title: 'Our "first": one', fields: { title: 'Our "first": one' } });
	});

	test('explains every field', () => {
		for (const field of Object.keys(entrySchemas[kind].shape)) expect(text).toMatch(new RegExp(`^#? ?${field}:`, 'm'));
	});

	test('takes a field when its # is taken away, with the space or without', () => {
		for (const away of [/^#\s?(?=tags:)/m, /^#(?=\s?tags:)/m]) {
			const { entry, problems } = readOne(text.replace(away, '').replace('tags:', 'tags: [food]'), path);
			expect(problems).toEqual([]);
			expect(entry.fields.tags).toEqual(['food']);
		}
	});

	test('is still read when the # of every field is taken away and nothing is written', () => {
		const { problems } = readMini({ [path]: text.replace(/^#(?=\s?\w+:$)/gm, '') });
		expect(problems.map(placed)).toEqual(['draft', 'private', 'published'].map(() => expect.stringContaining('hidden-not-boolean')));
	});
});

test('a title is kept whatever it holds', () => {
	for (const title of ['12:30', 'yes', '- a', '# b', "it's", '{ c }', '会議', 'a\\b', '𝒳', '*d*', '---']) expect(readOne(newEntryText('page', title), 'pages/x.md').entry.title).toBe(title);
});
