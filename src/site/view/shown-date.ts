import { formatPartialDate, type PartialDate } from '../../lib/partial-date.js';

/** A date in words, and as `<time>` wants it. */
export interface ShownDate {
	text: string;
	date: PartialDate;
}

/** A date in the words of a language; undefined for one that is not known. */
export function shownDate(date: PartialDate | undefined, lang: string): ShownDate | undefined {
	return date === undefined ? undefined : { text: formatPartialDate(date, lang), date };
}
