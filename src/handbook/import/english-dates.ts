import { isPartialDate, type PartialDate } from '../../lib/partial-date.js';

/** A date that stands in a text. */
export interface FoundDate {
	date: PartialDate;
	index: number;
	length: number;
}

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const month = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const anyDate = new RegExp(
	[
		String.raw`\b(?<y1>\d{4})-(?<m1>\d{2})(?:-(?<d1>\d{2}))?\b`,
		String.raw`\b(?:(?<d2>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?<m2>${month})\.?,?\s+(?<y2>(?:19|20)\d{2})\b`,
		String.raw`\b(?<m3>${month})\.?\s+(?<d3>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y3>(?:19|20)\d{2})\b`,
	].join('|'),
	'gi',
);

/** Every date in a text, as precise as it stands there. `04/05/2019` can be read two ways, so it is none. */
export function findDates(text: string): FoundDate[] {
	return [...text.matchAll(anyDate)].flatMap((match) => {
		const groups = match.groups ?? {};
		const year = groups.y1 ?? groups.y2 ?? groups.y3 ?? '';
		const name = groups.m1 ?? groups.m2 ?? groups.m3 ?? '';
		const day = groups.d1 ?? groups.d2 ?? groups.d3;
		const number = /^\d+$/.test(name) ? name : String(months.findIndex((full) => full.startsWith(name.toLowerCase().slice(0, 3))) + 1).padStart(2, '0');
		const date = [year, number, ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-');
		return isPartialDate(date) ? [{ date, index: match.index, length: match[0].length }] : [];
	});
}
