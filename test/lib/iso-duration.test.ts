import { describe, expect, test } from 'vitest';
import { formatIsoDuration, parseIsoDuration } from '../../src/lib/iso-duration.js';

test('a length of time has years, months, weeks and days', () => {
	expect(parseIsoDuration('P1Y')).toEqual({ years: 1, months: 0, weeks: 0, days: 0 });
	expect(parseIsoDuration('P6M')).toEqual({ years: 0, months: 6, weeks: 0, days: 0 });
	expect(parseIsoDuration('P2W')).toEqual({ years: 0, months: 0, weeks: 2, days: 0 });
	expect(parseIsoDuration('P1Y6M2W10D')).toEqual({ years: 1, months: 6, weeks: 2, days: 10 });
});

test.each(['', 'P', 'PT1H', 'P1DT1H', 'P1.5Y', 'P-1Y', '-P1Y', '1Y', 'p1y', 'P1M1Y', 'P1Y ', 'P1Y\n', 'yearly', 'P9999999Y'])('“%s” is none', (text) => {
	expect(parseIsoDuration(text)).toBeUndefined();
});

describe('it is written out in the words of a language', () => {
	test.each([
		['P1Y', 'en', '1 year'],
		['P1Y6M', 'en', '1 year, 6 months'],
		['P2W', 'es', '2 semanas'],
		['P0D', 'en', '0 days'],
		['whenever', 'en', 'whenever'],
	])('%s in %s is %s', (text, lang, words) => {
		expect(formatIsoDuration(text, lang)).toBe(words);
	});
});
