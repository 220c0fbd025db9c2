// On the page of reviews alone. The page was made on the day of the last change: by the reader's own day some of it has come due
// since, and goes to its group.
import { standingOfPeriod } from '../../handbook/review/due-standing.js';

const asOf = document.querySelector<HTMLTimeElement>('.as-of time');
const now = new Date();
const today = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

if (asOf && today > asOf.dateTime) {
	asOf.dateTime = today;
	asOf.textContent = new Intl.DateTimeFormat(document.documentElement.lang, { calendar: 'gregory', dateStyle: 'long' }).format(now);
	for (const item of document.querySelectorAll<HTMLElement>('[data-ends]')) {
		const { begins = '', ends = '' } = item.dataset;
		const group = item.closest('section');
		const place = document.querySelector<HTMLElement>(`[data-standing=${standingOfPeriod(today, begins, ends)}]`);
		if (!group || !place || group === place) continue;
		place.querySelector('ul')?.append(item);
		place.hidden = false;
		group.hidden = !group.querySelector('li');
	}
}
