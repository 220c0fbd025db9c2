import { readableAddress } from '../../lib/readable-address.js';
import type { Tombstone } from '../../schema/tombstone.js';
import { hrefOfEntry, type Site } from '../site.js';
import type { FactLink } from './fact.js';
import { type ShownDate, shownDate } from './shown-date.js';

/** What stands at the address of a text that was withdrawn. Nothing of the text itself. */
export interface WithdrawnView {
	date: ShownDate | undefined;
	reason: string;
	successor?: FactLink | undefined;
}

/** The word that is left of a text. */
export function withdrawnView({ date, reason, successor }: Tombstone, site: Site): WithdrawnView {
	return { date: shownDate(date, site.lang), reason, successor: successor === undefined ? undefined : linkTo(successor, site) };
}

function linkTo(successor: string, site: Site): FactLink | undefined {
	const entry = site.byId.get(successor);
	if (entry) return { label: entry.title, href: hrefOfEntry(site, entry), lang: entry.lang };
	return /^https?:/i.test(successor) ? { label: readableAddress(successor), href: successor } : undefined;
}
