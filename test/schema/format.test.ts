import { describe, expect, test } from 'vitest';
import { groupSchema } from '../../src/schema/group.js';
import { jsonSchemas } from '../../src/schema/json-schema.js';
import { entrySchemas, kinds } from '../../src/schema/kinds.js';
import { type Examples, fieldsOfFormat } from './examples.js';
import { validatorOf } from './validator.js';

const { entry: ofEveryEntry = {}, group: ofGroup = {}, ...ofKinds } = fieldsOfFormat;
const schemas = { group: groupSchema, ...entrySchemas };

describe.each([...kinds.map((kind) => [kind, { ...ofEveryEntry, ...ofKinds[kind] }, { title: 'T' }] as const), ['group', ofGroup, { name: 'N' }] as const])(
	'the front matter of a %s',
	(name, fields, required) => {
		const schema = schemas[name];
		const validate = validatorOf(`${name}.json`);
		const fits = (data: unknown) => schema.safeParse(data).success;

		test('has exactly the fields of FORMAT.md, each with a word about it', () => {
			expect(Object.keys(schema.shape).toSorted()).toEqual(Object.keys(fields).toSorted());
			for (const [field, { description }] of Object.entries(schema.shape)) expect(description, field).toMatch(/\w/);
		});

		test.each(Object.entries<Examples>(fields))('%s is read in every form that is documented, and in no other', (field, { good, bad, subtle = [] }) => {
			for (const value of good) {
				const data = { ...required, [field]: value };
				expect([value, fits(data), validate(data)]).toEqual([value, true, true]);
			}
			for (const value of bad) {
				const data = { ...required, [field]: value };
				expect([value, fits(data), validate(data)]).toEqual([value, false, false]);
			}
			for (const value of subtle) expect([value, fits({ ...required, [field]: value })]).toEqual([value, false]);
		});

		test('has no other field', () => {
			for (const field of ['colour', 'Title', 'usedBy', '__proto__', 'constructor']) {
				const data = JSON.parse(JSON.stringify(required).replace('{', `{${JSON.stringify(field)}:1,`)) as unknown;
				expect([field, fits(data), validate(data)]).toEqual([field, false, false]);
			}
		});
	},
);

test('only the name of a group is required', () => {
	expect(groupSchema.safeParse({}).success).toBe(false);
	expect(validatorOf('group.json')({})).toBe(false);
	for (const kind of kinds) expect([entrySchemas[kind].safeParse({}).success, validatorOf(`${kind}.json`)({})]).toEqual([true, true]);
});

describe('a value is read as', () => {
	test.each([
		['page', { updated: 2024 }, { updated: '2024' }],
		['page', { tags: 'food' }, { tags: ['food'] }],
		['page', { title: '  spaces  ' }, { title: 'spaces' }],
		['page', { lang: 'pt-br' }, { lang: 'pt-BR' }],
		['practice', { duration: 20 }, { duration: { min: 20, max: 20 } }],
		['practice', { groupSize: { min: 3, max: 8 } }, { groupSize: { min: 3, max: 8 } }],
	] as const)('%s: %j', (kind, given, read) => {
		expect(entrySchemas[kind].parse(given)).toEqual(read);
	});
});

describe('the JSON Schemas', () => {
	test.each(Object.keys(jsonSchemas()))('%s is a sound schema of 2020-12 with a title', (name) => {
		expect(jsonSchemas()[name]).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', title: expect.stringMatching(/\w/) });
		expect(() => validatorOf(name)).not.toThrow();
	});

	test('are the same each time', () => {
		expect(JSON.stringify(jsonSchemas())).toBe(JSON.stringify(jsonSchemas()));
		expect(Object.keys(jsonSchemas()).toSorted()).toEqual([
			'agreement.json',
			'bundle-1.json',
			'decision.json',
			'group.json',
			'member.json',
			'moderation.json',
			'network-print-1.json',
			'network.json',
			'page.json',
			'practice.json',
			'print-1.json',
			'role.json',
			'story.json',
			'withdrawn.json',
		]);
	});
});
