/** A length of time in the units of ISO 8601, each a whole number. */
export interface IsoDuration {
	years: number;
	months: number;
	weeks: number;
	days: number;
}

const shape = /^P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,3})M)?(?:(\d{1,3})W)?(?:(\d{1,4})D)?$/;

/** Reads `P1Y`, `P6M`, `P2W`, `P90D` or a mix. Returns undefined for anything else, hours included. */
export function parseIsoDuration(text: string): IsoDuration | undefined {
	const match = shape.exec(text);
	if (!match) return undefined;
	const [years = 0, months = 0, weeks = 0, days = 0] = match.slice(1).map((part) => Number(part ?? 0));
	return { years, months, weeks, days };
}

/** Writes a duration out in a language: "1 year", "6 months". */
export function formatIsoDuration(text: string, lang: string): string {
	const duration = parseIsoDuration(text);
	if (!duration) return text;
	const units = [
		['year', duration.years],
		['month', duration.months],
		['week', duration.weeks],
		['day', duration.days],
	] as const;
	const named = units.filter(([, count]) => count > 0);
	const parts = (named.length > 0 ? named : units.slice(-1)).map(([unit, count]) => new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' }).format(count));
	return new Intl.ListFormat(lang, { type: 'unit' }).format(parts);
}
