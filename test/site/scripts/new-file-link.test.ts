import { describe, expect, test } from 'vitest';
import { newFileLink } from '../../../src/site/scripts/new-file-link.js';

const file = 'content/practices/check-in.md';

describe('a link to a new file', () => {
	test.each([
		'https://github.com/fern/handbook',
		'github.com/fern/handbook/',
		' https://github.com/fern/handbook.git ',
		'git@github.com:fern/handbook.git',
		'https://github.com/fern/handbook/tree/main/content',
	])('at GitHub has name and text (%s)', (address) => {
		expect(newFileLink(address, file, '# A & B + C\n')).toEqual({
			href: 'https://github.com/fern/handbook/new/HEAD?filename=content%2Fpractices%2Fcheck-in.md&value=%23%20A%20%26%20B%20%2B%20C%0A',
			isFilled: true,
		});
	});

	test('at Codeberg has name and text, and the folder in its path', () => {
		expect(newFileLink('codeberg.org/fern/handbook', file, 'x')).toEqual({ href: 'https://codeberg.org/fern/handbook/_new/content/practices/?filename=check-in.md&value=x', isFilled: true });
	});

	test('at GitLab has the name alone, also in a group within a group', () => {
		expect(newFileLink('https://gitlab.com/fern/west/handbook/-/tree/main', file, 'x')).toEqual({
			href: 'https://gitlab.com/fern/west/handbook/-/new/HEAD?file_name=content%2Fpractices%2Fcheck-in.md',
			isFilled: false,
		});
	});

	test('is without a text that is too long for an address', () => {
		const link = newFileLink('github.com/fern/handbook', file, 'á'.repeat(2000));
		expect(link).toEqual({ href: 'https://github.com/fern/handbook/new/HEAD?filename=content%2Fpractices%2Fcheck-in.md', isFilled: false });
	});

	test.each(['', 'fern', 'https://github.com/fern', 'https://example.org/fern/handbook', 'javascript:alert(1)', 'https://github.com.evil.example/a/b'])('is none for “%s”', (address) => {
		expect(newFileLink(address, file, 'x')).toBeUndefined();
	});
});
