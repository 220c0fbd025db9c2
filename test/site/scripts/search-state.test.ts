import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOfState, asksForPast, isEmptyState, stateOfAddress } from '../../../src/site/scripts/search-state.js';

const facets = ['kind', 'topic', 'setting'];

test('an address keeps words and filters, and nothing when there is nothing to keep', () => {
	expect(addressOfState({ words: 'a & b', filters: { kind: ['role', 'story'] }, past: true })).toBe('?q=a+%26+b&kind=role&kind=story&past=yes');
	expect(addressOfState({ words: '', filters: {}, past: false })).toBe('');
	expect(isEmptyState(stateOfAddress('', facets))).toBe(true);
});

test('what an address says beside that is ignored', () => {
	expect(stateOfAddress('?utm_source=x&kind=role&__proto__=y', facets)).toEqual({ words: '', filters: { kind: ['role'] }, past: false });
});

test('any words and filters come back as they were', () => {
	const values = fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 1, maxLength: 3 });
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), fc.dictionary(fc.constantFrom(...facets), values, { noNullPrototype: true }), fc.boolean(), (words, filters, past) => {
			expect(stateOfAddress(addressOfState({ words, filters, past }), facets)).toEqual({ words, filters, past });
		}),
	);
});

test('who asks for texts that were retired or superseded asks for what is no longer in use', () => {
	expect(asksForPast({ filters: {}, past: false })).toBe(false);
	expect(asksForPast({ filters: { status: ['adopted'] }, past: false })).toBe(false);
	expect(asksForPast({ filters: { status: ['adopted', 'superseded'] }, past: false })).toBe(true);
	expect(asksForPast({ filters: {}, past: true })).toBe(true);
});
