import { describe, expect, test } from 'vitest';
import { type FieldMerge, mergeFields } from '../../../src/handbook/merge/merge-fields.js';

/** Merges one field. `undefined` stands for a field that is not there. */
function mergeField(base: unknown, ours: unknown, theirs: unknown): FieldMerge {
	const fields = (value: unknown): Record<string, unknown> => (value === undefined ? {} : { field: value });
	return mergeFields(fields(base), fields(ours), fields(theirs), ['field']);
}

function changedTo(value: unknown): FieldMerge {
	return { changes: [{ field: 'field', value }], conflicts: [] };
}

const unchanged: FieldMerge = { changes: [], conflicts: [] };

describe('a field', () => {
	test.each([
		['changed by nobody', 'a', 'a', 'a'],
		['changed by us', 'a', 'b', 'a'],
		['changed by both alike', 'a', 'b', 'b'],
		['added by us', undefined, 'b', undefined],
		['taken out by us', 'a', undefined, 'a'],
		['taken out by both', 'a', undefined, undefined],
		['without a value on one side', undefined, null, undefined],
		['with its parts in another order', { min: 1, max: 2 }, { min: 1, max: 2 }, { max: 2, min: 1 }],
	])('%s stays', (_, base, ours, theirs) => {
		expect(mergeField(base, ours, theirs)).toEqual(unchanged);
	});

	test.each([
		['a text', 'a', 'a', 'b', 'b'],
		['a number that becomes a range', 20, 20, { min: 10, max: 20 }, { min: 10, max: 20 }],
		['a range', { min: 1, max: 2 }, { min: 1, max: 2 }, { min: 1, max: 3 }, { min: 1, max: 3 }],
		['a list', ['a'], ['a'], ['b', 'a'], ['b', 'a']],
		['a list of parts', [{ date: '2020' }], [{ date: '2020' }], [{ date: '2020' }, { date: '2024' }], [{ date: '2020' }, { date: '2024' }]],
		['a new field', undefined, undefined, 'b', 'b'],
		['a field that they took out', 'a', 'a', undefined, undefined],
	])('%s changed by them alone becomes theirs', (_, base, ours, theirs, value) => {
		expect(mergeField(base, ours, theirs)).toEqual(changedTo(value));
	});

	test.each([
		['a text', 'a', 'b', 'c'],
		['a range, which is a whole', { min: 1, max: 2 }, { min: 0, max: 2 }, { min: 1, max: 3 }],
		['a field that we took out and they changed', 'a', undefined, 'b'],
		['a field that they took out and we changed', 'a', 'b', undefined],
		['a field that both added', undefined, 'b', 'c'],
		['a list of parts', [{ date: '2020' }], [{ date: '2021' }], [{ date: '2022' }]],
		['a list that became a text', ['a'], ['a', 'b'], 'a, c'],
	])('%s that both changed is for an author', (_, base, ours, theirs) => {
		expect(mergeField(base, ours, theirs)).toEqual({ changes: [], conflicts: [{ field: 'field', base, ours, theirs }] });
	});

	test('that is not named belongs to the group alone', () => {
		const merge = mergeFields({ title: 'a', status: 'trial' }, { title: 'a', status: 'trial' }, { title: 'b', status: 'adopted', draft: true }, ['title']);
		expect(merge).toEqual({ changes: [{ field: 'title', value: 'b' }], conflicts: [] });
	});

	test('with a name that every object has is like any other', () => {
		expect(mergeFields({}, {}, { constructor: 'a' }, ['constructor', 'toString'])).toEqual({ changes: [{ field: 'constructor', value: 'a' }], conflicts: [] });
	});
});

describe('a list that both changed', () => {
	test.each([
		['has what both added, ours first', ['a'], ['b', 'a'], ['a', 'c'], ['b', 'a', 'c']],
		['has nothing that either took out', ['a', 'b', 'c'], ['b', 'c'], ['a', 'b'], ['b']],
		['has what both added alike once', ['a'], ['a', 'b', 'c'], ['a', 'c', 'd'], ['a', 'b', 'c', 'd']],
		['keeps our order', ['a', 'b'], ['b', 'a', 'c'], ['b', 'a', 'd'], ['b', 'a', 'c', 'd']],
		['need not have been there', undefined, ['a'], ['b'], ['a', 'b']],
		['keeps what we added, when they took it out', ['a'], ['a', 'b'], undefined, ['b']],
		['goes when nothing is left', ['a', 'b'], ['a'], ['b'], undefined],
	])('%s', (_, base, ours, theirs, value) => {
		expect(mergeField(base, ours, theirs)).toEqual(changedTo(value));
	});

	test('stays when they added only what we have', () => {
		expect(mergeField(['a'], ['a', 'b', 'c'], ['a', 'c'])).toEqual(unchanged);
	});
});
