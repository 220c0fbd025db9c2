import { comparePartialDates, formatPartialDate, type PartialDate } from '../../lib/partial-date.js';
import { readableAddress } from '../../lib/readable-address.js';
import type { EntryOf } from '../../markdown/entry.js';
import type { DecisionRecord } from '../../schema/decision-record.js';
import { hrefOfEntry, type Site } from '../site.js';
import { stepOf } from './decision-trail.js';
import { entryState } from './entry-state.js';
import type { FactLink, Tone } from './fact.js';
import { methodName } from './fact-writer.js';
import { type ShownDate, shownDate } from './shown-date.js';

/** The decisions of a year, or those of which nobody noted when. */
export interface TimelineYear {
	title: string;
	decisions: TimelineDecision[];
}

/** One decision: a text of its own, or a line of the agreement that it made or changed. */
export interface TimelineDecision {
	date?: ShownDate | undefined;
	/** A decision with a text of its own. */
	text?: FactLink | undefined;
	/** What was decided, in a sentence. */
	note?: string | undefined;
	/** Language of the note. */
	lang: string;
	state?: { label: string; tone: Tone } | undefined;
	method?: string | undefined;
	/** The agreement that notes it. */
	agreement?: FactLink | undefined;
	link?: FactLink | undefined;
}

/** A decision before it is put into words. */
export interface DatedDecision {
	date: PartialDate | undefined;
	view: TimelineDecision;
}

/** Every decision of a handbook, the latest first, and last those without a date. One that agreements and a text of its own tell of is there once. */
export function datedDecisions(site: Site): DatedDecision[] {
	const texts = (site.byKind.get('decision') ?? []).filter((entry) => entry.kind === 'decision');
	const agreements = (site.byKind.get('agreement') ?? []).filter((entry) => entry.kind === 'agreement');
	const noted = agreements.flatMap((agreement) => (agreement.fields.decisions ?? []).filter((record) => !stepOf(record, site).entry).map((record) => notedDecision(record, agreement, site)));
	return [...texts.map((entry) => toldDecision(entry, site)), ...noted].sort((a, b) => comparePartialDates(b.date ?? '', a.date ?? ''));
}

/** Decisions by year, in the order they have. */
export function timelineOf(decisions: readonly DatedDecision[], { lang, strings }: Pick<Site, 'lang' | 'strings'>): TimelineYear[] {
	const years = Map.groupBy(decisions, ({ date }) => date?.slice(0, 4));
	return [...years].map(([year, ofYear]) => ({ title: year === undefined ? strings.timeline.undated : formatPartialDate(year, lang), decisions: ofYear.map(({ view }) => view) }));
}

function toldDecision(entry: EntryOf<'decision'>, site: Site): DatedDecision {
	const { title, lang, fields } = entry;
	return {
		date: fields.date,
		view: {
			date: shownDate(fields.date, site.lang),
			text: { label: title, href: hrefOfEntry(site, entry), lang },
			note: fields.summary,
			lang,
			state: entryState(entry, site.strings),
			method: methodName(fields.method, site.strings),
		},
	};
}

function notedDecision({ date, method, note, url }: DecisionRecord, agreement: EntryOf<'agreement'>, site: Site): DatedDecision {
	return {
		date,
		view: {
			date: shownDate(date, site.lang),
			note,
			lang: agreement.lang,
			method: methodName(method, site.strings),
			agreement: { label: agreement.title, href: hrefOfEntry(site, agreement), lang: agreement.lang },
			link: url === undefined ? undefined : { label: readableAddress(url), href: url },
		},
	};
}
