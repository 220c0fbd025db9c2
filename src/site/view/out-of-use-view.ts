import type { Entry } from '../../markdown/entry.js';
import { isOutOfUse } from '../../output/out-of-use.js';
import { hrefOfEntry, type Site } from '../site.js';
import type { FactLink } from './fact.js';
import { type ShownDate, shownDate } from './shown-date.js';

/** What a reader should know before reading a text that is no longer in use. */
export interface OutOfUseView {
	reason?: string | undefined;
	/** When it was given up, if anybody noted it. */
	date?: ShownDate | undefined;
	successors: FactLink[];
}

/** What is said at the top of a text that is no longer in use; undefined for any other. */
export function outOfUseView(entry: Entry, site: Site): OutOfUseView | undefined {
	if (!isOutOfUse(entry)) return undefined;
	const { fields } = entry;
	const retired = 'reviews' in fields ? fields.reviews?.findLast(({ outcome }) => outcome === 'retired') : undefined;
	return {
		reason: ('retiredReason' in fields ? fields.retiredReason : undefined) ?? retired?.note,
		date: shownDate(retired?.date, site.lang),
		successors: (site.mentions.get(entry.id)?.successors ?? []).map((successor) => ({ label: successor.title, href: hrefOfEntry(site, successor), lang: successor.lang })),
	};
}

/** What is in use, and then what no longer is; each in the order it had. */
export function inUseFirst(entries: readonly Entry[]): Entry[] {
	return [...entries.filter((entry) => !isOutOfUse(entry)), ...entries.filter(isOutOfUse)];
}
