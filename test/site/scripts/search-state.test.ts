import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOfState, isEmptyState, stateOfAddress } from '../../../src/site/scripts/search-state.js';

const facets = ['kind', 'topic', 'setting'];

test('an address keeps words and filters, and nothing when there is nothing to keep', () => {
	expect(addressOfState({ words: 'a & b', filters: { kind: ['role', 'story'] } })).toBe('?q=a+%26+b&kind=role&kind=story');
	expect(addressOfState({ words: '', filters: {} })).toBe('');
	expect(isEmptyState(stateOfAddress('', facets))).toBe(true);
});

test('what an address says beside that is ignored', () => {
	expect(stateOfAddress('?utm_source=x&kind=role&__proto__=y', facets)).toEqual({ words: '', filters: { kind: ['role'] } });
});

test('any words and filters come back as they were', () => {
	const values = fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 1, maxLength: 3 });
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), fc.dictionary(fc.constantFrom(...facets), values, { noNullPrototype: true }), (words, filters) => {
			expect(stateOfAddress(addressOfState({ words, filters }), facets)).toEqual({ words, filters });
		}),
	);
});
