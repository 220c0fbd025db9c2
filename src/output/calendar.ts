import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { PartialDate } from '../lib/partial-date.js';

/** Days that others can have in their own calendars. */
export interface Calendar {
	name: string;
	/** Address of the file. */
	url: string;
	/** What made it, such as `sporeprint/0.1.0`. */
	generator: string;
	/** When the days were last known to be right, ISO 8601 in UTC; undefined where nobody knows. */
	asOf?: string | undefined;
	events: CalendarEvent[];
}

/** A day in it. */
export interface CalendarEvent {
	/** Never changes, also when the day does: a calendar knows by it what moved. */
	uid: string;
	/** `YYYY-MM-DD`: a day wherever a reader is, not a moment. */
	day: PartialDate;
	summary: string;
	description: string;
	url: string;
}

const secondsOfADay = 86_400;

/** A calendar to subscribe to (RFC 5545). The same days give the same bytes. */
export function calendarText({ name, url, generator, asOf, events }: Calendar): string {
	const stamp = new Date(asOf ?? '2000-01-01T00:00:00Z');
	const calendar = ical({ name, url, prodId: `//sporeprint//${generator}`, method: ICalCalendarMethod.PUBLISH, ttl: secondsOfADay });
	for (const { uid, day, summary, description, url: page } of events) {
		calendar.createEvent({ id: uid, start: new Date(day), allDay: true, summary, description, url: page, stamp, lastModified: stamp, transparency: ICalEventTransparency.TRANSPARENT });
	}
	return `${calendar.toString()}\r\n`;
}
