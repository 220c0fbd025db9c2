import { isDeepStrictEqual } from 'node:util';
import { comparePartialDates, type PartialDate } from '../../lib/partial-date.js';
import { entrySchemas, type Kind } from '../../schema/kinds.js';
import { parseFields } from '../../schema/validate.js';

/** Something that a text's own facts say about why it changed. */
export interface Reason {
	type: 'review' | 'decision' | 'objection' | 'concern' | 'retired';
	date?: PartialDate | undefined;
	/** What was said, in a line. */
	text: string;
	/** Where more can be read. */
	url?: string | undefined;
}

/** What the reasons are sought in. */
export interface ReasonsQuestion {
	kind: Kind;
	/** The parent's facts now. */
	now: Readonly<Record<string, unknown>>;
	/** Its facts when it was taken; undefined when they are not kept. */
	before?: Readonly<Record<string, unknown>> | undefined;
	/** When it was taken. */
	retrieved?: PartialDate | undefined;
}

/** The reasons that a parent gives for what it changed: what its facts say now and did not say when it was taken. */
export function sourceReasons({ kind, now, before, retrieved }: ReasonsQuestion): Reason[] {
	const known = before === undefined ? undefined : statedReasons(kind, before);
	return statedReasons(kind, now).filter((reason) => {
		if (known) return !known.some((each) => isDeepStrictEqual(each, reason));
		return reason.date === undefined || retrieved === undefined || comparePartialDates(reason.date, retrieved) >= 0;
	});
}

const outcomes = { kept: 'They looked at it again and kept it', changed: 'They looked at it again and changed it', retired: 'They looked at it again and gave it up' } as const;
const states = { open: 'still open', integrated: 'taken into account', withdrawn: 'withdrawn', stoodAside: 'stood aside' } as const;

function statedReasons(kind: Kind, data: Readonly<Record<string, unknown>>): Reason[] {
	const fields = parseFields(entrySchemas[kind], { ...data }).fields;
	const reasons: Reason[] = [];
	if ('reviews' in fields) reasons.push(...(fields.reviews ?? []).map(({ date, outcome, note }): Reason => ({ type: 'review', date, text: said(outcomes[outcome], note) })));
	if ('decisions' in fields)
		reasons.push(
			...(fields.decisions ?? []).map(({ date, method, url, note }): Reason => ({ type: 'decision', date, text: said(`They decided it${method === undefined ? '' : ` (${method})`}`, note), url })),
		);
	if ('objections' in fields)
		reasons.push(
			...(fields.objections ?? []).map(({ text, by, state, response }): Reason => {
				const where = state === undefined ? '' : ` (${states[state]})`;
				return { type: 'objection', text: `${said(`Objection${by === undefined ? '' : ` of ${by}`}${where}`, text)}${response === undefined ? '' : ` Answer: ${response}`}` };
			}),
		);
	if ('concerns' in fields) reasons.push(...(fields.concerns ?? []).map((text): Reason => ({ type: 'concern', text: said('Worry', text) })));
	if ('retiredReason' in fields && fields.retiredReason !== undefined) reasons.push({ type: 'retired', text: said('They gave it up', fields.retiredReason) });
	return reasons;
}

function said(what: string, words: string | undefined): string {
	return words === undefined ? `${what}.` : `${what}: ${words}${/[.!?…]$/.test(words) ? '' : '.'}`;
}
