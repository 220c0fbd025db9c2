import { dateFormat } from './intl-formats.js';

/** A date as far as it is known: `2024`, `2024-05` or `2024-05-17`. */
export type PartialDate = string;

const shape = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;

/** True for an existing calendar date in one of the three precisions. */
export function isPartialDate(text: string): text is PartialDate {
	const match = shape.exec(text);
	if (!match) return false;
	const day = match[3];
	return day === undefined || new Date(text).getUTCDate() === Number(day);
}

/**
 * Orders partial dates. A less precise date stands at the start of its period,
 * so `2024` comes before `2024-05`. Returns a negative number, zero or a positive one.
 */
export function comparePartialDates(a: PartialDate, b: PartialDate): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** Writes a partial date out in a language, never inventing the parts that are not known. */
export function formatPartialDate(date: PartialDate, lang: string): string {
	const precision = date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
	return dateFormat(lang, precision).format(new Date(date));
}
