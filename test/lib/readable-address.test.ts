import { expect, test } from 'vitest';
import { listText } from '../../src/lib/list-text.js';
import { readableAddress } from '../../src/lib/readable-address.js';

test.each([
	['https://example.org/', 'example.org'],
	['https://example.org/a/b?c=d#e', 'example.org/a/b'],
	['https://example.org:8080/a', 'example.org:8080/a'],
	['mailto:us@example.org', 'mailto:us@example.org'],
	['tour.mp4', 'tour.mp4'],
])('%s is said as %s', (address, said) => {
	expect(readableAddress(address)).toBe(said);
});

test('words are joined as a sentence does', () => {
	expect(listText(['a'])).toBe('a');
	expect(listText(['a', 'b', 'c'])).toBe('a, b, and c');
	expect(listText(['a', 'b'], 'disjunction')).toBe('a or b');
});
