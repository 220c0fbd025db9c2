import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byteHash, normalizeText, textHash } from '../../src/lib/text-hash.js';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('a text in the form that is hashed', () => {
	test.each([
		['CRLF and CR are LF', 'a\r\nb\rc', 'a\nb\nc'],
		['accents are composed', 'e\u0301', '\u00e9'],
		['space at the end of lines is gone', 'a  \nb\t\nc', 'a\nb\nc'],
		['line ends at the end are gone', 'a\n\n\n', 'a'],
		['space at the beginning stays', '  a\n\n  b', '  a\n\n  b'],
		['an empty text is empty', '', ''],
		['a text of spaces is empty', ' \n\t\r\n', ''],
	])('%s', (_, text, normal) => {
		expect(normalizeText(text)).toBe(normal);
		expect(textHash(text)).toBe(sha256(normal));
	});

	// Without its look-behind the pattern for spaces needs hours for this.
	test('may hold a row of spaces of any length', () => {
		expect(normalizeText(`${' '.repeat(5e6)}x  \ny`)).toBe(`${' '.repeat(5e6)}x\ny`);
	});

	test('stays as it is when it is put into that form again', () => {
		const odd = fc.string({ unit: fc.constantFrom('a', 'e', '\u0301', ' ', '\t', '\r', '\n', '\u2028', '\u00a0', '\ufeff', '\u212b', '\ud800', '𝒳') });
		fc.assert(
			fc.property(fc.oneof(odd, fc.string({ unit: 'binary' })), (text) => {
				expect(normalizeText(normalizeText(text))).toBe(normalizeText(text));
			}),
		);
	});

	test('is the same from every computer', () => {
		fc.assert(
			fc.property(fc.array(fc.string({ unit: 'grapheme' }).map((line) => line.replace(/[\r\n]/g, ''))), (lines) => {
				const text = lines.join('\n');
				expect(textHash(lines.join('\r\n').normalize('NFD'))).toBe(textHash(text));
				expect(textHash(`${text}\n`)).toBe(textHash(text));
			}),
		);
	});
});

test('bytes are hashed as they are', () => {
	expect(byteHash(new Uint8Array())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
	expect(byteHash(Buffer.from('a\r\n'))).not.toBe(byteHash(Buffer.from('a\n')));
});
