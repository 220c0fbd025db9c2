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
}

/** The parents of a text, with the credit that each is due. */
export function lineageLines(basedOn: readonly Lineage[] | undefined, { lang, strings }: Site): LineageLine[] {
	return (basedOn ?? []).map(({ relation, title, url, group, licence, retrieved, changes }) => ({
		relation: relation && strings.values.relation[relation],
		title: title ?? url,
		url,
		group,
		licence,
		retrieved: shownDate(retrieved, lang),
		changes,
	}));
}
