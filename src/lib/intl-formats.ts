import { remembering } from './remembering.js';

/*
 * The formats of `Intl`, each made once for a language: making one takes a hundred times as long as using it, and a handbook of a
 * thousand texts has tens of thousands of dates and numbers. They never change, so nobody can tell.
 */

const date = { timeZone: 'UTC', calendar: 'gregory', year: 'numeric' } as const;
const dateFormats = {
	year: remembering((lang) => new Intl.DateTimeFormat(lang, date)),
	month: remembering((lang) => new Intl.DateTimeFormat(lang, { ...date, month: 'long' })),
	day: remembering((lang) => new Intl.DateTimeFormat(lang, { ...date, month: 'long', day: 'numeric' })),
};

/** Writes dates in UTC, as precisely as asked. */
export function dateFormat(lang: string, precision: 'year' | 'month' | 'day'): Intl.DateTimeFormat {
	return dateFormats[precision](lang);
}

/** Writes numbers. */
export const numberFormat = remembering((lang) => new Intl.NumberFormat(lang));

/** Writes lists: one and another. */
export const listFormat = remembering((lang) => new Intl.ListFormat(lang));

/** Tells which form of a phrase goes with a number. */
export const pluralRules = remembering((lang) => new Intl.PluralRules(lang));

/** Names languages; one of which no name is known by its code. */
export const languageNames = remembering((lang) => new Intl.DisplayNames(lang, { type: 'language', fallback: 'code' }));

/** Names countries by their codes. */
export const regionNames = remembering((lang) => new Intl.DisplayNames(lang, { type: 'region' }));
