import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { isWithin } from '../../src/lib/is-within.js';

test.each([
	['book', true],
	['book/content/a.md', true],
	['book/..drafts', true],
	['bookshelf', false],
	['.', false],
	['site', false],
])('%s lies within book: %s', (path, expected) => {
	expect(isWithin(resolve(path), resolve('book'))).toBe(expected);
});
