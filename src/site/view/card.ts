import { dueDateOf } from '../../handbook/review/due-dates.js';
import { languageName, textDirection } from '../../lib/language.js';
import { formatPartialDate } from '../../lib/partial-date.js';
import type { Entry } from '../../markdown/entry.js';
import { isOutOfUse } from '../../output/out-of-use.js';
import { fillText } from '../../strings/index.js';
import { hrefOfEntry, type Site } from '../site.js';
import { entryState } from './entry-state.js';
import type { Tone } from './fact.js';
import { rangeText } from './fact-writer.js';
import { lastChangeOf } from './last-change.js';
import { type ShownDate, shownDate } from './shown-date.js';

/** An entry in a list. */
export interface Card {
	href: string;
	title: string;
	summary?: string | undefined;
	kind: string;
	state?: { label: string; tone: Tone } | undefined;
	/** A few short facts: how long, for how many, when. */
	notes: string[];
	/** Language and direction of title and summary. */
	lang: string;
	dir: 'ltr' | 'rtl';
	changed?: ShownDate | undefined;
}

/** An entry as it stands in lists. A mirrored one is credited to its group, unless the list is the group's own. */
export function cardOf(entry: Entry, site: Site, { credit = true } = {}): Card {
	return {
		href: hrefOfEntry(site, entry),
		title: entry.title,
		summary: entry.fields.summary,
		kind: site.strings.kinds[entry.kind].one,
		state: entryState(entry, site.strings),
		notes: [...(credit && entry.mirrorOf ? [entry.mirrorOf.group] : []), ...notesOf(entry, site)],
		lang: entry.lang,
		dir: textDirection(entry.lang),
		changed: shownDate(lastChangeOf(entry), site.lang),
	};
}

/** The cards of a list, those of texts that are no longer in use apart. */
export function splitCards(entries: readonly Entry[], site: Site): { cards: Card[]; past: Card[] } {
	const cardsOf = (some: readonly Entry[]): Card[] => some.map((entry) => cardOf(entry, site));
	return { cards: cardsOf(entries.filter((entry) => !isOutOfUse(entry))), past: cardsOf(entries.filter(isOutOfUse)) };
}

function notesOf(entry: Entry, site: Site): string[] {
	const { lang, strings } = site;
	const foreign = entry.lang === site.hostLang ? [] : [languageName(entry.lang, lang)];
	const date = (text: string | undefined): string[] => (text === undefined ? [] : [formatPartialDate(text, lang)]);
	switch (entry.kind) {
		case 'agreement':
			return [...foreign, ...date(dueDateOf(entry, 'review')).map((due) => fillText(strings.review.what.review, { date: due }))];
		case 'practice': {
			const { duration, groupSize } = entry.fields;
			return [...foreign, ...(duration ? [rangeText(duration, strings.amounts.minutes, site)] : []), ...(groupSize ? [rangeText(groupSize, strings.amounts.people, site)] : [])];
		}
		case 'role':
			return [...foreign, ...(entry.fields.holders ?? [])];
		case 'decision':
			return [...foreign, ...date(entry.fields.date)];
		case 'story':
			return [...foreign, ...date(entry.fields.ended ?? entry.fields.started)];
		case 'page':
			return foreign;
	}
}
