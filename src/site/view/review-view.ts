import { type DueStanding, dueStandings, standingOn } from '../../handbook/review/due-standing.js';
import type { DueItem } from '../../handbook/review/review-plan.js';
import { firstDayOf, lastDayOf } from '../../lib/calendar-days.js';
import { textDirection } from '../../lib/language.js';
import { formatPartialDate, type PartialDate } from '../../lib/partial-date.js';
import type { Entry } from '../../markdown/entry.js';
import { type HandbookSite, hasReviews } from '../handbook-site.js';
import { hrefOfEntry } from '../site.js';
import { type PageView, pageView } from './page-view.js';
import { calendarKinds, calendarPath } from './review-calendar.js';
import { keepersText, lastTimeText } from './review-words.js';
import { type ShownDate, shownDate } from './shown-date.js';

/** What a group said it would look at again. */
export interface ReviewView {
	page: PageView;
	/** The day by which the groups were made; undefined where there is but one. */
	asOf?: ShownDate | undefined;
	groups: { standing?: DueStanding; title?: string; lines: ReviewLine[] }[];
	never: ReviewLine[];
	isEmpty: boolean;
	calendars: { label: string; href: string; address: string }[];
}

/** One of the things to look at. */
export interface ReviewLine {
	href: string;
	title: string;
	/** Language and direction of the title. */
	lang: string;
	dir: 'ltr' | 'rtl';
	kind: string;
	/** What is due on a date. */
	due?: ReviewDue | undefined;
	/** Who sees to it, and what came of it last time. */
	notes: string[];
}

/** What is due in a text on one date. */
export interface ReviewDue {
	/** Each with a gap for the date. */
	phrases: string[];
	date: ShownDate;
	/** The first and the last day of the date's period. */
	begins: PartialDate;
	ends: PartialDate;
}

/** Everything the page of reviews says. Its groups are those of the day of the last change, and one where no day is known. */
export function reviewView(site: HandbookSite): ReviewView {
	const { title, intro, standing: names, everything } = site.strings.review;
	const { due, never } = site.reviews;
	const { asOf } = site;
	const byStanding = asOf === undefined ? undefined : Map.groupBy(due, ({ date }) => standingOn(asOf, date));
	const isEmpty = !hasReviews(site.reviews);
	const filled = new Set(due.map(({ entry }) => entry.kind));
	return {
		page: pageView(site, { title, description: intro, path: 'review/', section: 'review', noindex: isEmpty }),
		asOf: due.length > 0 ? shownDate(asOf, site.lang) : undefined,
		groups: byStanding ? dueStandings.map((standing) => ({ standing, title: names[standing], lines: dueLines(byStanding.get(standing) ?? [], site) })) : [{ lines: dueLines(due, site) }],
		never: never.map((entry) => ({ ...lineOf(entry, site), notes: [keepersText({ keepers: entry.fields.stewards ?? [] }, site) ?? []].flat() })),
		isEmpty,
		calendars: [undefined, ...calendarKinds.filter((kind) => filled.has(kind))].map((kind) => ({
			label: kind === undefined ? everything : site.strings.kinds[kind].many,
			href: `${site.base}${calendarPath(kind)}`,
			address: new URL(calendarPath(kind), site.publication.url).href,
		})),
	};
}

/** A line for each date of a text, also where more than one thing is due on it. */
export function dueLines(items: readonly DueItem[], site: HandbookSite): ReviewLine[] {
	return [...Map.groupBy(items, ({ entry, date }) => `${entry.id} ${date}`).values()].flatMap(([first, ...others]) => (first ? [dueLine(first, others, site)] : []));
}

function dueLine(item: DueItem, others: readonly DueItem[], site: HandbookSite): ReviewLine {
	const { entry, date } = item;
	const phrases = [item, ...others].map(({ what }) => site.strings.review.what[what]);
	const notes = [keepersText(item, site), lastTimeText(item, site)].filter((note) => note !== undefined);
	return { ...lineOf(entry, site), due: { phrases, date: { text: formatPartialDate(date, site.lang), date }, begins: firstDayOf(date), ends: lastDayOf(date) }, notes };
}

function lineOf(entry: Entry, site: HandbookSite): Omit<ReviewLine, 'notes'> {
	return { href: hrefOfEntry(site, entry), title: entry.title, lang: entry.lang, dir: textDirection(entry.lang), kind: site.strings.kinds[entry.kind].one };
}
