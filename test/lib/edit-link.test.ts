import { expect, test } from 'vitest';
import { editLink } from '../../src/lib/edit-link.js';

test.each([
	['https://github.com/moss/book', 'https://github.com/moss/book/edit/HEAD/content/a%20b.md'],
	['https://github.com/moss/book.git', 'https://github.com/moss/book/edit/HEAD/content/a%20b.md'],
	['https://github.com/moss/book/', 'https://github.com/moss/book/edit/HEAD/content/a%20b.md'],
	['https://gitlab.com/moss/book', 'https://gitlab.com/moss/book/-/edit/HEAD/content/a%20b.md'],
	['https://gitlab.moss.example/moss/book', 'https://gitlab.moss.example/moss/book/-/edit/HEAD/content/a%20b.md'],
	['https://codeberg.org/moss/book', 'https://codeberg.org/moss/book/_edit/HEAD/content/a%20b.md'],
	['https://github.com.evil.example/moss/book', undefined],
	['https://git.moss.example/book', undefined],
	['no address', undefined],
	[undefined, undefined],
])('a file of %s is edited at %s', (repo, expected) => {
	expect(editLink(repo, 'content/a b.md')).toBe(expected);
});
