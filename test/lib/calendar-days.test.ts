import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDuration, dayAfter, firstDayOf, lastDayOf } from '../../src/lib/calendar-days.js';
import { parseIsoDuration } from '../../src/lib/iso-duration.js';

const later = (date: string, duration: string): string | undefined => addDuration(date, parseIsoDuration(duration) ?? { years: 0, months: 0, weeks: 0, days: 0 });

describe('a date that is not known to the day is a period', () => {
	test.each([
		['2026', '2026-01-01', '2026-12-31'],
		['2026-02', '2026-02-01', '2026-02-28'],
		['2028-02', '2028-02-01', '2028-02-29'],
		['1900-02', '1900-02-01', '1900-02-28'],
		['2026-04', '2026-04-01', '2026-04-30'],
		['2026-05-17', '2026-05-17', '2026-05-17'],
	])('%s begins on %s and ends on %s', (date, first, last) => {
		expect([firstDayOf(date), lastDayOf(date)]).toEqual([first, last]);
	});
});

describe('a length of time later', () => {
	test.each([
		['2025-05-17', 'P1Y', '2026-05-17'],
		['2025-05', 'P1Y', '2026-05'],
		['2025', 'P1Y', '2026'],
		['2025-11', 'P3M', '2026-02'],
		['2026-01-31', 'P1M', '2026-02-28'],
		['2028-01-31', 'P1M', '2028-02-29'],
		['2028-02-29', 'P1Y', '2029-02-28'],
		['2026-08-31', 'P1M', '2026-09-30'],
		['2026-12-31', 'P1D', '2027-01-01'],
		['2026-01-31', 'P1M1D', '2026-03-01'],
		['2026-05-17', 'P2W', '2026-05-31'],
		['2026-05', 'P2W', '2026-06'],
		['2026', 'P6M', '2027'],
		['0066-03-01', 'P1Y', '0067-03-01'],
	])('%s and %s is %s', (date, duration, expected) => {
		expect(later(date, duration)).toBe(expected);
	});

	test.each([
		['9999-12', 'P1M'],
		['9999-12-31', 'P1D'],
		['9500', 'P999Y'],
	])('is none past the year 9999: %s and %s', (date, duration) => {
		expect(later(date, duration)).toBeUndefined();
	});

	test('is never too soon: not before the end of the period and as much again', () => {
		const parts = fc.record({ years: fc.nat(3), months: fc.nat(30), weeks: fc.nat(60), days: fc.nat(400) });
		fc.assert(
			fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), fc.constantFrom(4, 7, 10), parts, (moment, precision, duration) => {
				const date = moment.toISOString().slice(0, precision);
				const then = addDuration(date, duration) ?? '';
				expect(then).toHaveLength(precision);
				expect(lastDayOf(then) >= lastDayOf(date)).toBe(true);
			}),
		);
	});
});

test('days are counted over the ends of months and years', () => {
	expect([dayAfter('2026-12-30', 60), dayAfter('2026-03-01', -1)]).toEqual(['2027-02-28', '2026-02-28']);
});
