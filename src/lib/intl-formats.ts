/**
 * The formats of `Intl`, each made once for a language: making one takes a hundred times as long as using it, and a handbook of a
 * thousand texts has tens of thousands of dates and numbers. They never change, so nobody can tell.
 */
const made = new Map<string, unknown>();

/** Writes dates in UTC, as precisely as asked. */
export function dateFormat(lang: string, precision: 'year' | 'month' | 'day'): Intl.DateTimeFormat {
	return once(`date ${precision} ${lang}`, () => {
		const more = precision === 'year' ? {} : ({ month: 'long', ...(precision === 'day' && { day: 'numeric' }) } as const);
		return new Intl.DateTimeFormat(lang, { timeZone: 'UTC', calendar: 'gregory', year: 'numeric', ...more });
	});
}

/** Writes numbers. */
export function numberFormat(lang: string): Intl.NumberFormat {
	return once(`number ${lang}`, () => new Intl.NumberFormat(lang));
}

/** Tells which form of a phrase goes with a number. */
export function pluralRules(lang: string): Intl.PluralRules {
	return once(`plural ${lang}`, () => new Intl.PluralRules(lang));
}

/** Names languages; one of which no name is known by its code. */
export function languageNames(lang: string): Intl.DisplayNames {
	return once(`language ${lang}`, () => new Intl.DisplayNames(lang, { type: 'language', fallback: 'code' }));
}

/** Each key belongs to one of the types above. */
function once<T>(key: string, make: () => T): T {
	const known = made.get(key) as T | undefined;
	if (known !== undefined) return known;
	const format = make();
	made.set(key, format);
	return format;
}
