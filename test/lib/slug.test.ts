import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSlugPath, slugPath, slugSegment } from '../../src/lib/slug.js';

describe('a name becomes an address', () => {
	test.each([
		['Check-in round', 'check-in-round'],
		['Über uns', 'ueber-uns'],
		['¿Qué pasó?', 'que-paso'],
		['iOS & Android', 'ios-and-android'],
		['snake_case.name', 'snake-case-name'],
		['2024-05-17', '2024-05-17'],
		['  --x--  ', 'x'],
	])('“%s” becomes “%s”', (text, slug) => {
		expect(slugSegment(text)).toBe(slug);
	});

	test('a script that has no other spelling gets a short name that stays the same', () => {
		expect(slugSegment('会議')).toMatch(/^x-[0-9a-f]{8}$/);
		expect(slugSegment('会議')).toBe(slugSegment('会議'));
		expect(slugSegment('会議')).not.toBe(slugSegment('会'));
	});

	test('the same name stored in two ways becomes the same address', () => {
		expect(slugPath('Café'.normalize('NFD'))).toBe(slugPath('Café'.normalize('NFC')));
	});

	test('whatever a path is made of, it becomes an address', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
				fc.pre(text.split('/').some(Boolean));
				const slug = slugPath(text);
				expect(isSlugPath(slug), JSON.stringify([text, slug])).toBe(true);
				expect(slugPath(slug)).toBe(slug);
			}),
			{ numRuns: 200 },
		);
	});
});

describe('an address', () => {
	test.each(['a', 'check-in', 'practices/check-in', '2024', 'a--b', 'a/b/c'])('“%s” is one', (text) => {
		expect(isSlugPath(text)).toBe(true);
	});

	test.each(['', '/', '/a', 'a/', 'a//b', 'A', 'ä', 'a b', '-a', 'a-', 'a/-b', '..', 'a/../b', 'a.md', 'a_b', 'a\n', '%61', 'https://x'])('“%s” is none', (text) => {
		expect(isSlugPath(text)).toBe(false);
	});

	test('is told in no time, however long the text', () => {
		const start = performance.now();
		expect(isSlugPath(`${'a-'.repeat(50_000)}!`)).toBe(false);
		expect(performance.now() - start).toBeLessThan(500);
	});
});
