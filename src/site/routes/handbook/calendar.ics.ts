import { calendarText } from '../../../output/calendar.js';
import { currentHandbookSite } from '../../shared-site.js';
import { reviewCalendar } from '../../view/review-calendar.js';

/** Everything that comes due, for calendars. */
export function GET(): Response {
	return new Response(calendarText(reviewCalendar(currentHandbookSite())), { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
}
