import { comparePartialDates, type PartialDate } from '../../lib/partial-date.js';
import type { Entry, EntryOf } from '../../markdown/entry.js';
import type { DecisionRecord } from '../../schema/decision-record.js';
import type { Site } from '../site.js';

/** A decision that made or changed a text: as the text notes it, as an entry of its own, or both. */
export interface TrailStep {
	date: PartialDate | undefined;
	record?: DecisionRecord | undefined;
	entry?: EntryOf<'decision'> | undefined;
}

/** How a text came to be: the decisions that it names and those that name it, the earliest first, and last those without a date. */
export function decisionTrail(entry: Entry, site: Site): TrailStep[] {
	const noted = entry.kind === 'agreement' ? (entry.fields.decisions ?? []).map((record) => stepOf(record, site)) : [];
	const known = new Set(noted.map((step) => step.entry));
	const others = (site.mentions.get(entry.id)?.decisions ?? []).filter((decision) => !known.has(decision)).map((decision) => ({ date: decision.fields.date, entry: decision }));
	return [...noted, ...others].sort((a, b) => comparePartialDates(a.date ?? '9999-99', b.date ?? '9999-99'));
}

/** A decision that an agreement notes, with the entry that it names. */
export function stepOf(record: DecisionRecord, site: Site): TrailStep {
	const named = site.byId.get(record.id ?? '');
	const entry = named?.kind === 'decision' ? named : undefined;
	return { date: record.date ?? entry?.fields.date, record, entry };
}
