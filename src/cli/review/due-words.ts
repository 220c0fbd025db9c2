import type { DueWhat } from '../../handbook/review/due-dates.js';
import type { DueItem } from '../../handbook/review/review-plan.js';
import { firstDayOf } from '../../lib/calendar-days.js';
import { listText } from '../../lib/list-text.js';
import { formatPartialDate, type PartialDate } from '../../lib/partial-date.js';

const names: Record<DueWhat, string> = { review: 'review', term: 'end of the term', decision: 'another look at the decision', expiry: 'end of the agreement' };

/** What is due and when: "review on 17 May 2026", or "during May 2026" where the day is not known. */
export function dueText({ what, date }: Pick<DueItem, 'what' | 'date'>): string {
	return `${names[what]} ${firstDayOf(date) === date ? 'on' : 'during'} ${dateText(date)}`;
}

/** Who sees to it, as the end of a sentence; empty when nobody is named. */
export function keepersText({ keepers }: Pick<DueItem, 'keepers'>): string {
	return keepers.length === 0 ? '' : `, seen to by ${listText(keepers)}`;
}

/** A date as it stands in a sentence. */
export function dateText(date: PartialDate): string {
	return formatPartialDate(date, 'en-GB');
}
