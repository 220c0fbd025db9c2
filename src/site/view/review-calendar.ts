import { type DueItem, dueKinds } from '../../handbook/review/review-plan.js';
import { firstDayOf } from '../../lib/calendar-days.js';
import { hrefOfId } from '../../lib/href.js';
import { formatPartialDate } from '../../lib/partial-date.js';
import { textHash } from '../../lib/text-hash.js';
import type { Calendar, CalendarEvent } from '../../output/calendar.js';
import { type Kind, kindFolders } from '../../schema/kinds.js';
import { fillText } from '../../strings/index.js';
import type { HandbookSite } from '../handbook-site.js';
import { keepersText, lastTimeText } from './review-words.js';

/** Path of the calendar of a kind, or of all kinds, below the base. */
export function calendarPath(kind?: Kind): string {
	return kind === undefined ? 'calendar.ics' : `${kindFolders[kind]}/calendar.ics`;
}

/** The kinds that have a calendar of their own, also while nothing in it is due: who subscribed to it stays subscribed. */
export const calendarKinds: readonly Kind[] = dueKinds;

/** What comes due in a handbook, or in the texts of one kind, as a calendar. */
export function reviewCalendar(site: HandbookSite, kind?: Kind): Calendar {
	const { publication, handbook, reviews, strings } = site;
	const name = kind === undefined ? site.name : `${site.name}, ${strings.kinds[kind].many}`;
	return {
		name: fillText(strings.review.calendarName, { name }),
		url: new URL(calendarPath(kind), publication.url).href,
		generator: publication.generator,
		asOf: handbook.origin.committedAt,
		events: reviews.due.filter(({ entry }) => kind === undefined || entry.kind === kind).map((item) => eventOf(item, site)),
	};
}

/** A date that is not known to the day stands on the first day of its period, and says so. */
function eventOf(item: DueItem, { publication, strings, lang }: HandbookSite): CalendarEvent {
	const { entry, what, date } = item;
	const page = new URL(hrefOfId('', entry.id), publication.url).href;
	const event = fillText(strings.review.event[what], { title: entry.title });
	const isDay = firstDayOf(date) === date;
	return {
		uid: `${textHash(`${publication.url} ${entry.id} ${what}`).slice(0, 32)}@${new URL(publication.url).hostname}`,
		day: firstDayOf(date),
		summary: isDay ? event : fillText(strings.review.during, { event, date: formatPartialDate(date, lang) }),
		description: [entry.fields.summary, keepersText(item, { strings, lang }), lastTimeText(item, { strings, lang }), page].filter((line) => line !== undefined).join('\n'),
		url: page,
	};
}
