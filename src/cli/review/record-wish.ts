import { isAfter } from '../../handbook/review/last-review.js';
import { dayAfter, firstDayOf } from '../../lib/calendar-days.js';
import { listText } from '../../lib/list-text.js';
import { nearest } from '../../lib/nearest.js';
import { isPartialDate, type PartialDate } from '../../lib/partial-date.js';
import { type Review, reviewOutcomes } from '../../schema/review.js';
import type { Arguments } from '../command.js';

/** A review that is to be written down. */
export interface RecordWish {
	id: string;
	outcome: Review['outcome'];
	date: PartialDate;
	note?: string | undefined;
	next?: PartialDate | undefined;
	dryRun: boolean;
}

/** What is to be written down, or a sentence that says what is wrong with it. */
export function readRecordWish({ values, positionals: [id = ''] }: Arguments, today: PartialDate): RecordWish | string {
	const date = values.date === undefined ? today : String(values.date);
	const next = values.next === undefined ? undefined : String(values.next);
	const note = oneLine(values.note);
	const outcome = reviewOutcomes.find((known) => known === values.outcome);
	if (values.json || values.markdown) return '--json and --markdown say what is due, and do not go with a text.';
	if (values.outcome === undefined) return 'What came of it? Add --outcome kept, --outcome changed or --outcome retired.';
	if (outcome === undefined) {
		const guess = nearest(String(values.outcome), reviewOutcomes);
		return `There is no outcome “${values.outcome}”. It can be ${listText(reviewOutcomes, 'disjunction')}.${guess ? ` Did you mean “${guess}”?` : ''}`;
	}
	if (!isPartialDate(date)) return `“--date ${date}” should be a date such as 2026-05-17.`;
	// Where the reader is, the day may have begun before it has in Greenwich.
	if (firstDayOf(date) > dayAfter(today, 1)) return `“--date ${date}” is still to come. Write a review down when it has been.`;
	if (next !== undefined && !isPartialDate(next)) return `“--next ${next}” should be a date such as 2027, 2027-05 or 2027-05-17.`;
	if (next !== undefined && !isAfter(next, date)) return `“--next ${next}” should be later than the review itself, which was on ${date}.`;
	if (next !== undefined && outcome === 'retired') return 'What is retired is not looked at again: leave --next out.';
	return { id: id.replace(/^content\/|\.mdx?$/g, ''), outcome, date, note, next, dryRun: values['dry-run'] === true };
}

/** Words on one line, without signs that nobody sees; undefined when none are left. */
export function oneLine(words: unknown): string | undefined {
	const line = String(words ?? '')
		.replace(/[\p{Cc}\s]+/gu, ' ')
		.trim();
	return line === '' ? undefined : line;
}
