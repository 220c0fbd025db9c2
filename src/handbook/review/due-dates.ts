import { addDuration, lastDayOf } from '../../lib/calendar-days.js';
import { type IsoDuration, parseIsoDuration } from '../../lib/iso-duration.js';
import { comparePartialDates, type PartialDate } from '../../lib/partial-date.js';
import type { Entry, EntryOf } from '../../markdown/entry.js';
import { isAfter, lastReviewOf } from './last-review.js';

/** What comes due: a review, the end of a role's term, a decision to look at again, or the end of an agreement. */
export type DueWhat = 'review' | 'term' | 'decision' | 'expiry';

/** Something that comes due in a text. */
export interface DueDate {
	what: DueWhat;
	/** As precise as it is known: `2026-05` is due when May 2026 is over. */
	date: PartialDate;
}

/** Orders dates by when they are over. Returns a negative number, zero or a positive one. */
export function compareDue(a: PartialDate, b: PartialDate): number {
	return comparePartialDates(lastDayOf(a), lastDayOf(b)) || comparePartialDates(a, b);
}

/** What comes due in a text, the first first. What is not in force any more, or not yet, is not due. */
export function dueDatesOf(entry: Entry): DueDate[] {
	switch (entry.kind) {
		case 'agreement':
			return isInForce(entry) ? inOrder([...dueDate('review', nextReview(entry)), ...dueDate('expiry', entry.fields.expiresOn)]) : [];
		case 'role':
			return inOrder(roleDates(entry));
		case 'decision':
			return ['withdrawn', 'superseded'].includes(entry.fields.status ?? '') ? [] : dueDate('decision', entry.fields.reviewOn);
		default:
			return [];
	}
}

/** When something of a text is due; undefined for what is not. */
export function dueDateOf(entry: Entry, what: DueWhat): PartialDate | undefined {
	return dueDatesOf(entry).find((due) => due.what === what)?.date;
}

/** False for an agreement that was given up or replaced, and for one that is not offered yet. */
export function isInForce(entry: EntryOf<'agreement'>): boolean {
	const { status, retiredReason } = entry.fields;
	if (status === undefined) return retiredReason === undefined && lastReviewOf(entry)?.outcome !== 'retired';
	return !['draft', 'superseded', 'retired'].includes(status);
}

/** `reviewOn` unless it has passed with a review, and else as long after the last review, or after the beginning, as `reviewEvery` says. */
function nextReview(entry: EntryOf<'agreement'>): PartialDate | undefined {
	const { reviewOn, reviewEvery, adoptedOn, effectiveOn, inUseSince } = entry.fields;
	const last = lastReviewOf(entry);
	if (reviewOn !== undefined && (last === undefined || isAfter(reviewOn, last.date))) return reviewOn;
	return later(last?.date ?? adoptedOn ?? effectiveOn ?? inUseSince, reviewEvery);
}

/** A date for another look that came before the present holders is none of theirs; one on the day that the term ends is the same. */
function roleDates({ fields: { since, term, reviewOn } }: EntryOf<'role'>): DueDate[] {
	const end = later(since, term);
	const isDue = reviewOn !== undefined && reviewOn !== end && (since === undefined || isAfter(reviewOn, since));
	return [...dueDate('term', end), ...(isDue ? dueDate('review', reviewOn) : [])];
}

function later(date: PartialDate | undefined, duration: string | undefined): PartialDate | undefined {
	const length = duration === undefined ? undefined : parseIsoDuration(duration);
	return date === undefined || length === undefined || isNothing(length) ? undefined : addDuration(date, length);
}

function isNothing({ years, months, weeks, days }: IsoDuration): boolean {
	return years + months + weeks + days === 0;
}

function dueDate(what: DueWhat, date: PartialDate | undefined): DueDate[] {
	return date === undefined ? [] : [{ what, date }];
}

function inOrder(dates: DueDate[]): DueDate[] {
	return dates.toSorted((a, b) => compareDue(a.date, b.date));
}
