import type { IsoDuration } from './iso-duration.js';
import type { PartialDate } from './partial-date.js';

/** The first day of the period that a date names: 1 May for `2026-05`. */
export function firstDayOf(date: PartialDate): PartialDate {
	return `${date}-01-01`.slice(0, 10);
}

/** The last day of the period that a date names: 31 May for `2026-05`. */
export function lastDayOf(date: PartialDate): PartialDate {
	const [year = '', month = '12', day] = date.split('-');
	return `${year}-${month}-${day ?? daysIn(Number(year), Number(month))}`;
}

/** The day so many days after another. */
export function dayAfter(day: PartialDate, days: number): PartialDate {
	return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * The date a length of time after another, as precise as that one: a year after `2025-05` is `2026-05`. Counted from the end of the
 * period, so that nothing comes too soon. Years and months come first, and end in the month they lead to: a month after 31 January
 * is the last day of February. Undefined past the year 9999.
 */
export function addDuration(date: PartialDate, { years, months, weeks, days }: IsoDuration): PartialDate | undefined {
	const [year = 0, month = 0, day = 0] = lastDayOf(date).split('-').map(Number);
	const monthsOn = year * 12 + (month - 1) + years * 12 + months;
	const [toYear, toMonth] = [Math.floor(monthsOn / 12), (monthsOn % 12) + 1];
	const inMonth = `${padded(toYear, 4)}-${padded(toMonth, 2)}-${padded(Math.min(day, daysIn(toYear, toMonth)), 2)}`;
	if (toYear > 9999) return undefined;
	const then = dayAfter(inMonth, weeks * 7 + days);
	return then.startsWith('+') ? undefined : then.slice(0, date.length);
}

function daysIn(year: number, month: number): number {
	const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function padded(number: number, length: number): string {
	return String(number).padStart(length, '0');
}
