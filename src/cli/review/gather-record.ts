import { contentFiles } from '../../handbook/content-files.js';
import type { Handbook, HandbookEntry } from '../../handbook/handbook.js';
import { readEntry } from '../../handbook/read-entry.js';
import { dueDateOf, isInForce } from '../../handbook/review/due-dates.js';
import { recordReview } from '../../handbook/review/record-review.js';
import { nearest } from '../../lib/nearest.js';
import type { PartialDate } from '../../lib/partial-date.js';
import type { Entry } from '../../markdown/entry.js';
import type { RecordWish } from './record-wish.js';

/** A text that keeps its reviews. */
export type ReviewedEntry = Extract<HandbookEntry, { kind: 'agreement' | 'practice' }>;

/** What a review makes of the file of a text. */
export interface RecordPlan {
	path: string;
	before: string;
	text: string;
	/** When the next review is due after this one. */
	nextReview: PartialDate | undefined;
}

/** The text that a review is of, or a sentence that says why it cannot be. */
export function reviewedEntry({ entries, redirects }: Handbook, { id, next }: RecordWish): ReviewedEntry | string {
	const wanted = redirects.find(({ from }) => from === id)?.to ?? id;
	const entry = entries.find((candidate) => candidate.id === wanted);
	if (!entry) {
		const guess = nearest(
			id,
			entries.map((candidate) => candidate.id),
		);
		return `There is no text “${id}” here that can be read.${guess ? ` Did you mean “${guess}”?` : ' Its id is the path below content, such as agreements/quiet-hours.'}`;
	}
	if (entry.kind !== 'agreement' && entry.kind !== 'practice') return `“${entry.title}” is a ${entry.kind}, and reviews are kept by agreements and practices. ${insteadOf(entry)}`;
	if (entry.kind === 'practice' && next !== undefined) return `“${entry.title}” is a practice, and practices name no date for another look. Leave --next out.`;
	return entry;
}

function insteadOf({ kind, path }: HandbookEntry): string {
	const file = `content/${path}`;
	if (kind === 'role') return `When others take the role on, change holders and since in ${file}; to look at it again another day, change reviewOn.`;
	if (kind === 'decision') return `To look at the decision again another day, change reviewOn in ${file}; when another takes its place, write status: superseded.`;
	return `Write into ${file} itself what has changed.`;
}

/** The file with the review in it, or a sentence that says why it cannot be written. */
export function gatherRecord(root: string, entry: ReviewedEntry, wish: RecordWish): RecordPlan | string {
	const { path, kind, title, fields } = entry;
	if (!canBeReviewed(entry)) return `“${title}” is not in force, so there is nothing to review. To take it up again, change its facts in content/${path} first.`;
	if (fields.reviews?.some(({ date, outcome }) => date === wish.date && outcome === wish.outcome)) return `A review of “${title}” on ${wish.date}, ${wish.outcome}, is there already.`;
	const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(contentFiles(root).bytes(path));
	const text = recordReview(before, kind, wish);
	const after = text === undefined ? undefined : readEntry(path, text).entry;
	if (text === undefined || !after) return `The facts of content/${path} are written in a way that cannot be changed without touching the rest. Add the review by hand, under reviews.`;
	return { path, before, text, nextReview: dueDateOf({ ...entry, fields: after.fields } as Entry, 'review') };
}

function canBeReviewed(entry: ReviewedEntry): boolean {
	return entry.kind === 'practice' ? entry.fields.retiredReason === undefined : entry.fields.status === 'draft' || isInForce(entry);
}
