import type { Entry } from '../../markdown/entry.js';
import type { Review } from '../../schema/review.js';
import { compareDue, type DueDate, type DueWhat, dueDatesOf } from './due-dates.js';
import { lastReviewOf } from './last-review.js';

/** Something that a group said it would look at again. */
export interface DueItem<E extends Entry = Entry> extends DueDate {
	entry: E;
	/** Who sees to it: roles, circles or pseudonyms. */
	keepers: string[];
	last?: Review | undefined;
}

/** What a group said it would look at again, and what it never did. */
export interface ReviewPlan<E extends Entry = Entry> {
	/** The first first. */
	due: DueItem<E>[];
	/** Adopted agreements that were never reviewed and name no date for it. */
	never: E[];
}

/** The kinds of texts in which something can come due. */
export const dueKinds = ['agreement', 'role', 'decision'] as const;

/** Everything that comes due in some texts. A translation is looked at with its original. */
export function reviewPlan<E extends Entry>(entries: readonly E[]): ReviewPlan<E> {
	const ids = new Set(entries.map(({ id }) => id));
	const originals = entries.filter(({ fields: { translationOf } }) => translationOf === undefined || !ids.has(translationOf));
	const due = originals.flatMap((entry) => dueDatesOf(entry).map((date) => ({ ...date, entry, keepers: keepersOf(entry, date.what), last: lastReviewOf(entry) })));
	return { due: due.sort((a, b) => compareDue(a.date, b.date)), never: originals.filter(wasNeverReviewed) };
}

function wasNeverReviewed(entry: Entry): boolean {
	return entry.kind === 'agreement' && entry.fields.status === 'adopted' && lastReviewOf(entry) === undefined && dueDatesOf(entry).length === 0;
}

/** Who looks after what comes due: whoever is named for just this, or else for the text. */
function keepersOf(entry: Entry, what: DueWhat): string[] {
	const { stewards } = entry.fields;
	switch (entry.kind) {
		case 'agreement':
			return what === 'review' && entry.fields.reviewedBy !== undefined ? [entry.fields.reviewedBy] : (stewards ?? []);
		case 'role':
			return entry.fields.holders ?? stewards ?? [];
		case 'decision':
			return stewards ?? entry.fields.decisionMakers ?? [];
		default:
			return stewards ?? [];
	}
}
