import { formatPartialDate } from '../../lib/partial-date.js';
import type { Lineage } from '../../schema/lineage.js';
import type { Site } from '../site.js';

/** Where a text comes from, ready to be shown. */
export interface LineageLine {
	relation?: string | undefined;
	title?: string | undefined;
	url?: string | undefined;
	group?: string | undefined;
	licence?: string | undefined;
	retrieved?: { text: string; date: string } | undefined;
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
		retrieved: retrieved === undefined ? undefined : { text: formatPartialDate(retrieved, lang), date: retrieved },
		changes,
	}));
}
