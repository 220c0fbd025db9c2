import type { PartialDate } from '../../lib/partial-date.js';
import { cleanSource } from '../../markdown/front-matter.js';
import type { Review } from '../../schema/review.js';
import { joinSource, splitSource } from '../merge/source-parts.js';
import { appendFact, setFact } from './edit-facts.js';
import { keepLineEnds } from './keep-line-ends.js';

/** The kinds of texts that keep their reviews. */
export type ReviewedKind = 'agreement' | 'practice';

/** A review to write into a text. */
export interface ReviewRecord extends Review {
	/** When to look at it again. Only agreements say so. */
	next?: PartialDate | undefined;
}

/**
 * Writes a review into the file of a text, as it stands on the disk. Whatever else is in it stays as it is, to the byte: comments,
 * order, quotes, line ends. Undefined where its facts are written in a way that does not let it.
 */
export function recordReview(file: string, kind: ReviewedKind, { date, outcome, note, next }: ReviewRecord): string | undefined {
	const isRetired = outcome === 'retired';
	const edits: ((facts: string) => string | undefined)[] = [
		(facts) => appendFact(facts, 'reviews', { date, outcome, ...(note !== undefined && { note }) }),
		...(next === undefined ? [] : [(facts: string) => setFact(facts, 'reviewOn', next)]),
		...(isRetired && kind === 'agreement' ? [(facts: string) => setFact(facts, 'status', 'retired')] : []),
		...(isRetired && note !== undefined ? [(facts: string) => setFact(facts, 'retiredReason', note)] : []),
	];
	return edits.reduce<string | undefined>((text, edit) => (text === undefined ? undefined : editFacts(text, edit)), file);
}

function editFacts(file: string, edit: (facts: string) => string | undefined): string | undefined {
	const parts = splitSource(cleanSource(file));
	const facts = parts && edit(parts.facts);
	if (!parts || facts === undefined) return undefined;
	return keepLineEnds(file, joinSource({ ...parts, facts, closing: parts.closing || '---\n\n' }));
}
