import { expect, test } from 'vitest';
import { canonicalLanguage, languageName, textDirection } from '../../src/lib/language.js';

test.each([
	['en', 'en'],
	['EN', 'en'],
	['pt-br', 'pt-BR'],
	['zh-hant-tw', 'zh-Hant-TW'],
	['iw', 'he'],
])('the tag %s is written %s', (tag, canonical) => {
	expect(canonicalLanguage(tag)).toBe(canonical);
});

test.each(['', 'english!', 'e', 'en_GB', 'de-', '日本語', 'x', 'English', 'español', 'x-private'])('“%s” is no tag', (tag) => {
	expect(canonicalLanguage(tag)).toBeUndefined();
});

test('the direction is that of the likely script', () => {
	expect(['ar', 'he', 'fa', 'ur', 'dv', 'az-Arab'].map(textDirection)).toEqual(Array(6).fill('rtl'));
	expect(['en', 'es', 'zh', 'hi', 'ar-Latn', 'az'].map(textDirection)).toEqual(Array(6).fill('ltr'));
});

test('a language has a name in another one', () => {
	expect(languageName('es', 'en')).toBe('Spanish');
	expect(languageName('es', 'es')).toBe('español');
	expect(languageName('qaa', 'en')).toBe('qaa');
});
