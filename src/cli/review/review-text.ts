import type { HandbookEntry } from '../../handbook/handbook.js';
import { type DueStanding, dueStandings, standingOn } from '../../handbook/review/due-standing.js';
import type { DueItem, ReviewPlan } from '../../handbook/review/review-plan.js';
import type { PartialDate } from '../../lib/partial-date.js';
import { dateText, dueText, keepersText } from './due-words.js';

const headings: Record<DueStanding, string> = { overdue: 'Overdue', soon: 'Due soon', later: 'Later' };

/** What is due, for people. */
export function reviewLines({ due, never }: ReviewPlan<HandbookEntry>, today: PartialDate): string[] {
	if (due.length + never.length === 0) return ['No text here names a date for another look. An agreement names one with reviewOn or reviewEvery among its facts.'];
	const groups = Map.groupBy(due, ({ date }) => standingOn(today, date));
	return [
		...dueStandings.flatMap((standing) => section(headings[standing], (groups.get(standing) ?? []).map(itemLine))),
		...section(
			'Never reviewed, and no date for it',
			never.map(({ title, id }) => `“${title}” (${id})`),
		),
		'To write down what came of a review: npx sporeprint review ID --outcome kept --note "..."',
	];
}

function section(heading: string, lines: string[]): string[] {
	return lines.length === 0 ? [] : [heading, ...lines.map((line) => `  ${line}`), ''];
}

function itemLine(item: DueItem<HandbookEntry>): string {
	const { entry, last } = item;
	return `“${entry.title}” (${entry.id}): ${dueText(item)}${keepersText(item)}${last ? `; last time ${last.outcome}, ${dateText(last.date)}` : ''}`;
}
