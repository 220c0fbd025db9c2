import { lastDayOf } from '../../lib/calendar-days.js';
import type { PartialDate } from '../../lib/partial-date.js';
import type { Entry } from '../../markdown/entry.js';
import type { Review } from '../../schema/review.js';

/** The latest review of a text, whatever their order; undefined for one that was never reviewed. */
export function lastReviewOf({ fields }: Entry): Review | undefined {
	const reviews = ('reviews' in fields ? fields.reviews : undefined) ?? [];
	return reviews.reduce<Review | undefined>((last, review) => (last === undefined || lastDayOf(review.date) >= lastDayOf(last.date) ? review : last), undefined);
}

/** True when a date is later than a review: their periods have no day in common, since a review in May is the one that was due in May. */
export function isAfter(date: PartialDate, review: PartialDate): boolean {
	return !date.startsWith(review) && !review.startsWith(date) && date > review;
}
