import type { PartialDate } from '../lib/partial-date.js';
import type { Entry } from '../markdown/entry.js';
import type { GroupFields } from '../schema/group.js';
import type { Range } from '../schema/range.js';
import { isOutOfUse } from './out-of-use.js';

/** Lengths of time that readers choose from, in whole minutes. */
export const durationBuckets = { quick: [1, 15], short: [16, 30], medium: [31, 60], long: [61, 120], day: [121, Infinity] } as const;

/** Numbers of people that readers choose from. */
export const groupSizeBuckets = { pair: [1, 2], small: [3, 5], pod: [6, 12], circle: [13, 30], crowd: [31, Infinity] } as const;

/** Whole years that readers choose from, when they ask what has been in use for at least so long. */
const yearsInUse = [1, 2, 5, 10] as const;

/** The group that published a text, as readers narrow a search down by it. */
export interface Publisher {
	/** Name, and where it is at home: two groups may have one name. */
	label: string;
	country?: GroupFields['country'];
	size?: GroupFields['size'];
}

/** The facets of a text by stable names of their values. A text that its home is known of has those of its publisher too. */
export function facetsOf(entry: Entry, publisher: Publisher | undefined, today: PartialDate | undefined): Record<string, string[]> {
	const { fields, kind, lang } = entry;
	const facets: Record<string, (string | undefined)[] | undefined> = {
		kind: [kind],
		topic: fields.tags,
		reason: fields.reasons,
		status: ['status' in fields ? fields.status : undefined],
		language: [lang],
		duration: 'duration' in fields ? bucketsOf(fields.duration, durationBuckets) : undefined,
		groupSize: 'groupSize' in fields ? bucketsOf(fields.groupSize, groupSizeBuckets) : undefined,
		setting: 'setting' in fields ? fields.setting : undefined,
		inUse: yearsOf(entry, today),
		past: [isOutOfUse(entry) ? 'yes' : undefined],
		group: [publisher?.label],
		country: [publisher?.country],
		size: [publisher?.size],
	};
	return Object.fromEntries(Object.entries(facets).flatMap(([name, values]) => withValues(name, values)));
}

function withValues(name: string, values: (string | undefined)[] | undefined): [string, string[]][] {
	const known = values?.filter((value) => value !== undefined) ?? [];
	return known.length > 0 ? [[name, known]] : [];
}

/** The buckets that a range falls into: a practice of 20 to 40 minutes is found under both of its lengths. */
export function bucketsOf(range: Range | undefined, buckets: Record<string, readonly [number, number]>): string[] {
	if (!range) return [];
	return Object.entries(buckets)
		.filter(([, [from, to]]) => range.min <= to && range.max >= from)
		.map(([name]) => name);
}

/** Every number of years that a text has been in use for at least. What was retired, superseded or paused is in use no more. */
function yearsOf(entry: Entry, today: PartialDate | undefined): string[] {
	const { kind, fields } = entry;
	const holds = kind !== 'agreement' || fields.status === undefined || fields.status === 'adopted' || fields.status === 'trial';
	const since = 'inUseSince' in fields ? (fields.inUseSince ?? (kind === 'agreement' ? fields.adoptedOn : undefined)) : undefined;
	if (since === undefined || today === undefined || isOutOfUse(entry) || !holds) return [];
	return yearsInUse.filter((years) => latestDay(since, years) <= today).map(String);
}

/** The last day that a date in one of the three precisions may mean, some years on: what is not known is not claimed. */
function latestDay(date: PartialDate, yearsLater: number): string {
	const [year = '', month = '12', day = '31'] = date.split('-');
	return `${Number(year) + yearsLater}-${month}-${day}`;
}
