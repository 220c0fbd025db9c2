import type { APIContext } from 'astro';
import { calendarText } from '../../../output/calendar.js';
import { type Kind, kindFolders } from '../../../schema/kinds.js';
import { currentHandbookSite } from '../../shared-site.js';
import { calendarKinds, reviewCalendar } from '../../view/review-calendar.js';

/** A calendar for each kind in which something can come due. */
export function getStaticPaths(): { params: { list: string }; props: { kind: Kind } }[] {
	return calendarKinds.map((kind) => ({ params: { list: kindFolders[kind] }, props: { kind } }));
}

/** What comes due in the texts of a kind, for calendars. */
export function GET({ props }: APIContext<{ kind: Kind }>): Response {
	return new Response(calendarText(reviewCalendar(currentHandbookSite(), props.kind)), { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
}
