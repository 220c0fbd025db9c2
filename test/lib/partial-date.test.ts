import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparePartialDates, formatPartialDate, isPartialDate } from '../../src/lib/partial-date.js';

describe('a date is a year, a month or a day', () => {
	test.each(['2024', '2024-05', '2024-05-17', '2024-02-29', '2000-02-29', '1871-03-18', '0066', '9999-12-31'])('%s is one', (text) => {
		expect(isPartialDate(text)).toBe(true);
	});

	test.each([
		['', 'nothing'],
		['24', 'two digits'],
		['2024-5', 'a month of one digit'],
		['2024-00', 'month nought'],
		['2024-13', 'month thirteen'],
		['2024-02-30', 'the thirtieth of February'],
		['2023-02-29', 'no leap year'],
		['1900-02-29', 'no leap year either'],
		['2024-04-31', 'the thirty-first of April'],
		['2024-05-17T10:00', 'a time'],
		['2024-05-17\n', 'a line end'],
		[' 2024', 'a space'],
		['2024/05/17', 'slashes'],
		['17.05.2024', 'dots'],
		['May 2024', 'words'],
		['12024', 'five digits'],
		['٢٠٢٤', 'other digits'],
	])('%s is none: %s', (text) => {
		expect(isPartialDate(text)).toBe(false);
	});

	test('every day there is, is one', () => {
		fc.assert(
			fc.property(fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
				const day = date.toISOString().slice(0, 10);
				expect([isPartialDate(day), isPartialDate(day.slice(0, 7)), isPartialDate(day.slice(0, 4))]).toEqual([true, true, true]);
			}),
		);
	});
});

test('a less precise date comes first', () => {
	expect(['2024-05-17', '2025', '2024', '2024-05', '2023-12-31'].sort(comparePartialDates)).toEqual(['2023-12-31', '2024', '2024-05', '2024-05-17', '2025']);
	expect(comparePartialDates('2024', '2024')).toBe(0);
});

describe('a date is written out in the words of a language', () => {
	test.each([
		['2024', 'en', '2024'],
		['2024-05', 'en', 'May 2024'],
		['2024-05-17', 'en-GB', '17 May 2024'],
		['2024-05-17', 'es', '17 de mayo de 2024'],
		['2024-05-17', 'de', '17. Mai 2024'],
		['0066', 'en', '66'],
		['0066-03', 'en', 'March 66'],
	])('%s in %s is %s', (date, lang, words) => {
		expect(formatPartialDate(date, lang)).toBe(words);
	});

	test('and never in another calendar', () => {
		expect(formatPartialDate('2024', 'fa')).not.toContain('۱۴۰');
		expect(formatPartialDate('2024', 'th')).not.toContain('2567');
	});
});
