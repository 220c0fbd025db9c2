import { formatPartialDate, type PartialDate } from '../../lib/partial-date.js';
import type { Entry } from '../../markdown/entry.js';
import { countText, fillText } from '../../strings/index.js';
import type { Site } from '../site.js';

/** What happened to agreements, in the order in which it is drawn from the line outwards. */
const happenings = ['adopted', 'reviewed', 'retired'] as const;
type Happening = (typeof happenings)[number];

/** A part of the picture: one happening, or as many of one sort as happened, where those are too many to draw each. */
interface Mark {
	happening: Happening;
	x: number;
	y: number;
	height: number;
}

/** Agreements adopted, reviewed and retired over time: a drawing, and the table that says the same. */
export interface YearPicture {
	/** The whole of it in a sentence. */
	summary: string;
	width: number;
	height: number;
	/** Where the line of time is; what was retired hangs below it. */
	line: number;
	markWidth: number;
	marks: Mark[];
	labels: { x: number; text: string }[];
	rows: { period: string; counts: number[] }[];
}

const column = 36;
const markWidth = 18;
const markHeight = 11;
const gap = 3;
/** More than that in one column are drawn as one bar. */
const mostMarks = 10;
const mostColumns = 12;
const leastEvents = 3;

/** Undefined where too little is dated to make a picture of. */
export function yearPicture(entries: readonly Entry[], { lang, dir, strings }: Pick<Site, 'lang' | 'dir' | 'strings'>): YearPicture | undefined {
	const events = entries.flatMap(eventsOf);
	const periods = periodsOf(events.map(({ date }) => date)).slice(-mostColumns);
	const counts = periods.map((period) => happenings.map((happening) => events.filter((event) => event.happening === happening && event.date.startsWith(period)).length));
	const totals = happenings.map((_, at) => counts.reduce((sum, row) => sum + (row[at] ?? 0), 0));
	if (periods.length < 2 || totals.reduce((sum, total) => sum + total, 0) < leastEvents) return undefined;

	const tallest = Math.max(...counts.map(([adopted = 0, reviewed = 0]) => adopted + reviewed));
	const deepest = Math.max(...counts.map(([, , retired = 0]) => retired));
	const unit = (markHeight + gap) * Math.min(1, mostMarks / Math.max(tallest, deepest));
	const line = Math.round(tallest * unit) + gap;
	const center = (at: number): number => column * ((dir === 'rtl' ? periods.length - 1 - at : at) + 0.5);
	const every = Math.ceil(periods.length / 6);
	return {
		summary: fillText(strings.year.summary, {
			from: formatPartialDate(periods[0] ?? '', lang),
			to: formatPartialDate(periods.at(-1) ?? '', lang),
			...Object.fromEntries(happenings.map((happening, at) => [happening, countText(lang, totals[at] ?? 0, strings.year.counts[happening])])),
		}),
		width: column * periods.length,
		height: line + Math.round(deepest * unit) + gap + 24,
		line,
		markWidth,
		marks: counts.flatMap((row, at) => marksOf(row, { x: center(at) - markWidth / 2, line, unit, isBar: unit < markHeight + gap })),
		labels: periods.flatMap((period, at) => (at % every === 0 ? [{ x: center(at), text: labelOf(period, lang) }] : [])),
		rows: periods.map((period, at) => ({ period: formatPartialDate(period, lang), counts: counts[at] ?? [] })),
	};
}

function eventsOf(entry: Entry): { happening: Happening; date: PartialDate }[] {
	if (entry.kind !== 'agreement') return [];
	const { adoptedOn, reviews = [] } = entry.fields;
	return [
		...(adoptedOn === undefined ? [] : [{ happening: 'adopted' as const, date: adoptedOn }]),
		...reviews.map(({ date, outcome }) => ({ happening: outcome === 'retired' ? ('retired' as const) : ('reviewed' as const), date })),
	];
}

/** Months where everything happened within two years and on a day or in a month that is known; otherwise years. None is left out between. */
function periodsOf(dates: readonly PartialDate[]): PartialDate[] {
	const sorted = dates.toSorted();
	const [first, last] = [sorted[0], sorted.at(-1)];
	if (first === undefined || last === undefined) return [];
	const monthOf = (date: PartialDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || 1) - 1;
	const span = monthOf(last) - monthOf(first) + 1;
	if (span <= mostColumns && dates.every((date) => date.length > 4)) {
		return Array.from({ length: span }, (_, at) => {
			const month = monthOf(first) + at;
			return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
		});
	}
	const year = Number(first.slice(0, 4));
	return Array.from({ length: Number(last.slice(0, 4)) - year + 1 }, (_, at) => String(year + at));
}

function marksOf([adopted = 0, reviewed = 0, retired = 0]: readonly number[], { x, line, unit, isBar }: { x: number; line: number; unit: number; isBar: boolean }): Mark[] {
	const stack = (happening: Happening, count: number, from: number, step: number): Mark[] => {
		if (isBar) {
			const height = count * unit - gap;
			return count === 0 ? [] : [{ happening, x, y: step < 0 ? from - height : from, height }];
		}
		return Array.from({ length: count }, (_, at) => ({ happening, x, y: step < 0 ? from - markHeight - at * unit : from + at * unit, height: markHeight }));
	};
	return [...stack('adopted', adopted, line - gap, -1), ...stack('reviewed', reviewed, line - gap - adopted * unit, -1), ...stack('retired', retired, line + gap, 1)];
}

function labelOf(period: PartialDate, lang: string): string {
	if (period.length === 4) return formatPartialDate(period, lang);
	return new Intl.DateTimeFormat(lang, { timeZone: 'UTC', calendar: 'gregory', month: 'short', ...(period.endsWith('-01') && { year: '2-digit' }) }).format(new Date(period));
}
