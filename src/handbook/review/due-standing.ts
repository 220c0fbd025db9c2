import { dayAfter, firstDayOf, lastDayOf } from '../../lib/calendar-days.js';
import type { PartialDate } from '../../lib/partial-date.js';

/** How something that comes due stands, in the order of its urgency. */
export const dueStandings = ['overdue', 'soon', 'later'] as const;

/** One of them. */
export type DueStanding = (typeof dueStandings)[number];

/** How many days ahead a group wants to know: about two monthly meetings. */
const soonDays = 60;

/** How a date stands on a day: overdue once its period is over, soon when the period begins within `soonDays`. */
export function standingOn(today: PartialDate, date: PartialDate): DueStanding {
	return standingOfPeriod(today, firstDayOf(date), lastDayOf(date));
}

/** The same, of the first and the last day of a period. */
export function standingOfPeriod(today: PartialDate, begins: PartialDate, ends: PartialDate): DueStanding {
	if (ends < today) return 'overdue';
	return begins <= dayAfter(today, soonDays) ? 'soon' : 'later';
}

/** The day on which something that comes due begins to be due soon. */
export function soonFrom(date: PartialDate): PartialDate {
	return dayAfter(firstDayOf(date), -soonDays);
}

/** True from the day on which the period of a date begins. */
export function isDueOn(today: PartialDate, date: PartialDate): boolean {
	return firstDayOf(date) <= today;
}
