import type { Lineage } from '../../schema/lineage.js';
import type { Handbook, HandbookEntry } from '../handbook.js';

/** An own text that is a copy, and where it comes from. */
export interface AdoptedEntry {
	entry: HandbookEntry;
	lineage: Lineage & { url: string; sha256: string };
}

/** The texts of a handbook that say where they come from and what the text was like there when they were taken. */
export function adoptedEntries({ entries }: Pick<Handbook, 'entries'>): AdoptedEntry[] {
	return entries.flatMap((entry) => {
		const first = entry.fields.basedOn?.[0];
		return first?.url !== undefined && first.sha256 !== undefined ? [{ entry, lineage: { ...first, url: first.url, sha256: first.sha256 } }] : [];
	});
}
