// On the page of reviews alone. The page was made on the day of the last change: by the reader's own day some of it has come due
// since, and goes to its group.
import { standingOn } from '../../handbook/review/due-standing.js';
import { formatPartialDate } from '../../lib/partial-date.js';

const asOf = document.querySelector<HTMLTimeElement>('.as-of time');
const now = new Date();
const today = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

if (asOf && today > asOf.dateTime) {
	asOf.dateTime = today;
	asOf.textContent = formatPartialDate(today, document.documentElement.lang);
	for (const item of document.querySelectorAll('[data-standing] li')) {
		const group = item.closest<HTMLElement>('[data-standing]');
		const date = item.querySelector('time')?.dateTime ?? '';
		const place = document.querySelector<HTMLElement>(`[data-standing=${standingOn(today, date)}]`);
		if (!group || !place || group === place) continue;
		place.querySelector('ul')?.append(item);
		place.hidden = false;
		group.hidden = !group.querySelector('li');
	}
}
