import type { HandbookEntry } from '../../handbook/handbook.js';
import { isDueOn } from '../../handbook/review/due-standing.js';
import type { DueItem, ReviewPlan } from '../../handbook/review/review-plan.js';
import type { PartialDate } from '../../lib/partial-date.js';
import type { Review } from '../../schema/review.js';
import { inCode } from '../reporters/in-code.js';
import { dueText } from './due-words.js';

/** Where a text can be read and edited; undefined where nobody knows. */
export interface TextLinks {
	page: string | undefined;
	edit: string | undefined;
}

const mostReviews = 5;

/**
 * An issue for each text in which something is due, the first first; empty when nothing is. Each begins with a line by which a
 * program finds it again (`<!-- sporeprint-review: ID DATE -->`), and then its title as a heading. Words of the texts are code, so
 * that they call nobody and no other line can look like these.
 */
export function reviewMarkdown({ due }: ReviewPlan<HandbookEntry>, today: PartialDate, linksTo: (entry: HandbookEntry) => TextLinks): string {
	const byText = Map.groupBy(
		due.filter(({ date }) => isDueOn(today, date)),
		({ entry }) => entry,
	);
	return [...byText].map(([entry, items]) => issueText(entry, items, today, linksTo(entry))).join('\n\n');
}

function issueText(entry: HandbookEntry, items: readonly DueItem[], today: PartialDate, { page, edit }: TextLinks): string {
	const { id, kind, fields, path } = entry;
	const keepers = [...new Set(items.flatMap((item) => item.keepers))];
	return [
		`<!-- sporeprint-review: ${id} ${items[0]?.date} -->`,
		`# Look at again: ${entry.title.replace(/\s+/g, ' ')}`,
		`This ${kind} asks to be looked at again:`,
		[
			...items.map((item) => `- Due: ${dueText(item)}`),
			...(fields.summary === undefined ? [] : [`- What it says, in short: ${inCode(fields.summary)}`]),
			...(keepers.length === 0 ? [] : [`- Seen to by: ${keepers.map(inCode).join(', ')}`]),
			...(page === undefined ? [] : [`- The whole text: <${page}>`]),
		].join('\n'),
		...reviewsText(entry),
		'## What to do',
		...items.map((item) => whatToDo(item, today)),
		`The file is \`content/${path}\`${edit === undefined ? '.' : `: [edit it in the browser](${edit}).`}`,
		'This issue is closed by itself, at most a week after the date has changed.',
	].join('\n\n');
}

function reviewsText({ fields }: HandbookEntry): string[] {
	const reviews = 'reviews' in fields ? (fields.reviews ?? []) : [];
	if (reviews.length === 0) return [];
	return [['The last reviews:', '', ...reviews.slice(-mostReviews).map(reviewLine)].join('\n')];
}

function reviewLine({ date, outcome, note }: Review): string {
	return `- ${date}: ${outcome}${note === undefined ? '' : `. ${inCode(note)}`}`;
}

/** How the outcome is written down, by what is due. */
function whatToDo({ entry, what }: DueItem, today: PartialDate): string {
	switch (what) {
		case 'review':
			return entry.kind === 'role' ? 'Talk about whether the role is still what you need. Then change `reviewOn` to the day of the next look.' : reviewHelp(entry.id, today);
		case 'term':
			return 'Choose who takes the role on, in your own way. Then change `holders`, and `since` to the day on which they began.';
		case 'decision':
			return 'Talk about whether the decision still fits. If it does, change `reviewOn` to a later day, or take the line out. If another one takes its place, write `status: superseded`.';
		case 'expiry':
			return 'Decide whether the agreement goes on. If it does, change `expiresOn` to a later day, or take the line out. If it ends, retire it.';
	}
}

function reviewHelp(id: string, today: PartialDate): string {
	return [
		'Talk about it, and write down what came of it. In the browser, add this to the facts at the top of the file; if there is a line `reviews:` already, leave that line out and put the others below the earlier reviews:',
		`\`\`\`yaml\nreviews:\n  - date: ${today}\n    outcome: kept\n    note: What was said, in a sentence\n\`\`\``,
		`In a terminal, this does the same: \`npx sporeprint review ${id} --outcome kept --note "What was said"\``,
		'The outcome is `kept`, `changed` or `retired`. If the line `reviewEvery` is not there, write the day of the next review into `reviewOn` too.',
	].join('\n\n');
}
