import { type Difference, textDifference } from '../../lib/text-difference.js';
import type { Lineage } from '../../schema/lineage.js';
import type { Site } from '../site.js';
import { type ShownDate, shownDate } from './shown-date.js';

/** Where a text comes from, ready to be shown. */
export interface LineageLine {
	relation?: string | undefined;
	title?: string | undefined;
	url?: string | undefined;
	group?: string | undefined;
	licence?: string | undefined;
	retrieved?: ShownDate | undefined;
	changes?: string | undefined;
	/** What was changed since, word by word, where the parent's text was kept. */
	differences?: Difference[] | undefined;
}

/** The parents of a text, with the credit that each is due; with its words, also what was changed in them. */
export function lineageLines(basedOn: readonly Lineage[] | undefined, { lang, strings, parents }: Site, words?: string): LineageLine[] {
	return (basedOn ?? []).map(({ relation, title, url, group, licence, retrieved, changes, sha256 }) => ({
		relation: relation && strings.values.relation[relation],
		title: title ?? url,
		url,
		group,
		licence,
		retrieved: shownDate(retrieved, lang),
		changes,
		differences: changesSince(parents.get(sha256 ?? ''), words),
	}));
}

/** Undefined where nothing was changed, or nothing can be compared. */
function changesSince(before: string | undefined, words: string | undefined): Difference[] | undefined {
	const differences = before === undefined || words === undefined ? undefined : textDifference(before, words);
	return differences?.some(({ type }) => type === 'changed') ? differences : undefined;
}
