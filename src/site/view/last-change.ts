import { comparePartialDates, type PartialDate } from '../../lib/partial-date.js';
import type { Entry } from '../../markdown/entry.js';
import type { Site } from '../site.js';

/** When a text was last changed, as far as is known; for a mirrored one that does not say, when the change was noticed. */
export function lastChangeOf(entry: Entry): PartialDate | undefined {
	return entry.updated ?? entry.mirrorOf?.changed;
}

/** Texts in the reading order of their handbook; the latest first where they come from many, which have none in common. */
export function inReadingOrder(entries: readonly Entry[], { contents }: Pick<Site, 'contents'>): Entry[] {
	return contents.length > 0 ? [...entries] : latestFirst(entries);
}

/** The texts whose last change is known, the latest first; texts of one day stay in their order. */
export function latestFirst(entries: readonly Entry[]): Entry[] {
	return entries.filter((entry) => lastChangeOf(entry) !== undefined).sort((a, b) => comparePartialDates(lastChangeOf(b) ?? '', lastChangeOf(a) ?? ''));
}
