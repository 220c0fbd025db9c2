import { expect, test } from 'vitest';
import { nearest } from '../../src/lib/nearest.js';

const fields = ['id', 'title', 'tags', 'draft', 'reviewOn', 'reviewEvery'];

test.each([
	['reviewon', 'reviewOn'],
	['review_on', 'reviewOn'],
	['REVIEWON', 'reviewOn'],
	['tgas', 'tags'],
	['DRAFT', 'draft'],
	['Draft', 'draft'],
	['title', 'title'],
])('“%s” was meant as “%s”', (word, meant) => {
	expect(nearest(word, fields)).toBe(meant);
});

test.each(['colour', 'something else', '', 'x', 'by'])('“%s” is near to nothing', (word) => {
	expect(nearest(word, fields)).toBeUndefined();
});

test('nothing is near when there is nothing', () => {
	expect(nearest('tags', [])).toBeUndefined();
});
