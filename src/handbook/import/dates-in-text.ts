import { isPartialDate, type PartialDate } from '../../lib/partial-date.js';

/** A date that stands in a text. */
export interface FoundDate {
	date: PartialDate;
	index: number;
	length: number;
}

/** The languages whose names of months are known. */
const languages = ['en', 'de', 'es', 'fr'];
/** English names that `Intl` does not give. */
const alsoNames: readonly (readonly [string, number])[] = [['sept', 9]];

/** The number of each month, by its names, long and short, in lower-case letters. A name of two months is none. */
const numberOfMonth: ReadonlyMap<string, number> = monthNames();

const month = `(?:${[...numberOfMonth.keys()].sort((a, b) => b.length - a.length).join('|')})`;
const before = String.raw`(?<![\p{L}\p{N}])`;
const anyDate = new RegExp(
	[
		String.raw`${before}(?<y1>\d{4})-(?<m1>\d{2})(?:-(?<d1>\d{2}))?(?![\p{L}\p{N}])`,
		String.raw`${before}(?:(?<d2>\d{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:of\s+|de\s+)?)?(?<m2>${month})\.?,?\s+(?:del?\s+)?(?<y2>(?:19|20)\d{2})(?![\p{L}\p{N}])`,
		String.raw`${before}(?<m3>${month})\.?\s+(?<d3>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y3>(?:19|20)\d{2})(?![\p{L}\p{N}])`,
	].join('|'),
	'giu',
);

/** Every date in a text, as precise as it stands there. `04/05/2019` can be read two ways, so it is none. */
export function findDates(text: string): FoundDate[] {
	return [...text.matchAll(anyDate)].flatMap((match) => {
		const groups = match.groups ?? {};
		const year = groups.y1 ?? groups.y2 ?? groups.y3 ?? '';
		const name = groups.m1 ?? groups.m2 ?? groups.m3 ?? '';
		const day = groups.d1 ?? groups.d2 ?? groups.d3;
		const number = /^\d+$/.test(name) ? name : String(numberOfMonth.get(name.toLowerCase()) ?? 0).padStart(2, '0');
		const date = [year, number, ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-');
		return isPartialDate(date) ? [{ date, index: match.index, length: match[0].length }] : [];
	});
}

/** The date, when the words are a date and nothing else. A bare year counts, and so does `3.5.2019`, in which the day always comes first. */
export function wholeDate(words: string): PartialDate | undefined {
	const text = words.trim().replace(/[.,]$/, '');
	if (/^(?:19|20)\d{2}$/.test(text)) return text;
	const [, day, number, year] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d{2})$/.exec(text) ?? [];
	const dotted = `${year}-${number?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
	if (year !== undefined && isPartialDate(dotted)) return dotted;
	const [date, ...others] = findDates(text);
	return date && others.length === 0 && date.index === 0 && date.length === text.length ? date.date : undefined;
}

function monthNames(): Map<string, number> {
	const names = new Map<string, number>();
	const ambiguous = new Set<string>();
	const add = (name: string, number: number): void => {
		const plain = name.toLowerCase().replace(/\.$/, '');
		if (names.has(plain) && names.get(plain) !== number) ambiguous.add(plain);
		names.set(plain, number);
	};
	for (const language of languages) {
		for (const style of ['long', 'short'] as const) {
			const format = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
			for (let number = 1; number <= 12; number += 1) add(format.format(new Date(Date.UTC(2024, number - 1, 15))), number);
		}
	}
	for (const [name, number] of alsoNames) add(name, number);
	for (const name of ambiguous) names.delete(name);
	return names;
}
