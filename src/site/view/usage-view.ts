import type { Entry } from '../../markdown/entry.js';
import { fillText } from '../../strings/index.js';
import type { Site } from '../site.js';
import { shownDate } from './shown-date.js';

/** Who uses a text, ready to be shown. */
export interface UsageView {
	/** Whose word it is, and of when. */
	note: string;
	index: { name: string; url: string };
	users: { group: string; url: string; notes: string[] }[];
}

/** Undefined where the group has chosen no index, or nobody there uses the text. */
export function usageView({ id }: Entry, { usage, strings, lang }: Site): UsageView | undefined {
	const users = usage?.by.get(id);
	if (!usage || !users) return undefined;
	const { usedByNote, usedByNoteDated, usedSince, givenUp } = strings.entry;
	const date = shownDate(usage.date, lang)?.text;
	return {
		note: fillText(date === undefined ? usedByNote : usedByNoteDated, { network: usage.index, date: date ?? '' }),
		index: { name: usage.index, url: usage.url },
		users: users.map(({ group, url, relation, since, isOver, reason }) => {
			const sinceText = shownDate(since, lang)?.text;
			return {
				group,
				url,
				notes: [
					...(relation ? [strings.values.relation[relation]] : []),
					...(isOver ? [reason === undefined ? givenUp : `${givenUp}: ${reason}`] : sinceText === undefined ? [] : [fillText(usedSince, { date: sinceText })]),
				],
			};
		}),
	};
}
