import type { Entry, EntryOf } from '../../handbook/handbook.js';
import { formatIsoDuration } from '../../lib/iso-duration.js';
import { formatPartialDate } from '../../lib/partial-date.js';
import { readableAddress } from '../../lib/readable-address.js';
import { isSlugPath } from '../../lib/slug.js';
import type { DecisionRecord } from '../../schema/decision-record.js';
import type { Objection } from '../../schema/objection.js';
import type { Range } from '../../schema/range.js';
import type { Review } from '../../schema/review.js';
import { countText, fillText, type Plural, type Strings } from '../../strings/index.js';
import { hrefOfEntry, type Site } from '../site.js';
import type { Fact, FactLink, FactRecord, FactValue, Tone } from './fact.js';

/** The facts of an entry in the three places where a reader looks for them. */
export interface EntryFacts {
	/** What a person asks first. */
	glance: Fact[];
	/** What to know before reading. */
	before: Fact[];
	/** What came of it, and what was said against it. */
	after: Fact[];
}

/** The facts of an entry, in the interface's language. Facts that are absent leave no hole. */
export function entryFacts(entry: Entry, site: Site): EntryFacts {
	const say = new FactWriter(site);
	const { stewards } = entry.fields;
	const looksAfter = say.list('stewards', stewards);
	switch (entry.kind) {
		case 'agreement':
			return agreementFacts(entry, say, looksAfter);
		case 'practice':
			return practiceFacts(entry, say, looksAfter);
		case 'role':
			return roleFacts(entry, say, looksAfter);
		case 'decision':
			return decisionFacts(entry, say, looksAfter);
		case 'story':
			return storyFacts(entry, say, looksAfter);
		case 'page':
			return { glance: [...looksAfter], before: [], after: [] };
	}
}

/** How an entry stands, in a word; undefined when it does not say. */
export function entryState(entry: Entry, { values }: Strings): { label: string; tone: Tone } | undefined {
	if ((entry.kind === 'agreement' || entry.kind === 'decision') && entry.fields.status) {
		return { label: values.status[entry.fields.status], tone: statusTones[entry.fields.status] };
	}
	if (entry.kind === 'story' && entry.fields.outcome) return { label: values.outcome[entry.fields.outcome], tone: entry.fields.outcome === 'worked' ? 'holds' : 'over' };
	if (entry.kind === 'practice' && entry.fields.retiredReason) return { label: values.status.retired, tone: 'over' };
	return undefined;
}

const statusTones: Record<keyof Strings['values']['status'], Tone> = {
	draft: 'moving',
	proposed: 'moving',
	trial: 'moving',
	adopted: 'holds',
	paused: 'moving',
	superseded: 'over',
	retired: 'over',
	open: 'moving',
	passed: 'holds',
	notPassed: 'over',
	withdrawn: 'over',
};

function agreementFacts({ fields: f }: EntryOf<'agreement'>, say: FactWriter, looksAfter: Fact[]): EntryFacts {
	return {
		glance: [
			...say.date('adoptedOn', f.adoptedOn),
			...say.date('inUseSince', f.inUseSince),
			...say.date('expiresOn', f.expiresOn),
			...say.date('reviewOn', f.reviewOn),
			...say.every('reviewEvery', f.reviewEvery),
			...looksAfter,
		],
		before: [...say.text('retiredReason', f.retiredReason), ...say.text('context', f.context), ...say.text('appliesTo', f.appliesTo), ...say.date('effectiveOn', f.effectiveOn)],
		after: [
			...say.list('evaluation', f.evaluation),
			...say.records(
				'decisions',
				f.decisions?.map((decision) => say.decision(decision)),
			),
			...say.records('objections', say.objections(f.objections)),
			...say.list('concerns', f.concerns),
			...say.records(
				'reviews',
				f.reviews?.map((review) => say.review(review)),
			),
			...say.text('reviewedBy', f.reviewedBy),
			...say.references('supersedes', f.supersedes),
			...say.references('overrides', f.overrides),
		],
	};
}

function practiceFacts({ fields: f }: EntryOf<'practice'>, say: FactWriter, looksAfter: Fact[]): EntryFacts {
	return {
		glance: [
			...say.range('duration', f.duration, say.strings.amounts.minutes),
			...say.range('groupSize', f.groupSize, say.strings.amounts.people),
			...say.words('setting', f.setting),
			...say.words('frequency', f.frequency && [f.frequency]),
			...say.words('difficulty', f.difficulty && [f.difficulty]),
			...say.date('inUseSince', f.inUseSince),
			...looksAfter,
		],
		before: [
			...say.text('retiredReason', f.retiredReason),
			...say.text('purpose', f.purpose),
			...say.list('whenToUse', f.whenToUse),
			...say.list('participants', f.participants),
			...say.list('materials', f.materials),
		],
		after: [
			...say.list('variations', f.variations),
			...say.list('risks', f.risks),
			...say.text('origin', f.origin),
			...say.records(
				'reviews',
				f.reviews?.map((review) => say.review(review)),
			),
		],
	};
}

function roleFacts({ fields: f }: EntryOf<'role'>, say: FactWriter, looksAfter: Fact[]): EntryFacts {
	return {
		glance: [
			...say.list('holders', f.holders),
			...say.date('since', f.since),
			...say.duration('term', f.term),
			...say.date('reviewOn', f.reviewOn),
			...say.text('selectedBy', f.selectedBy),
			...say.referenceOrText('delegator', f.delegator),
			...looksAfter,
		],
		before: [...say.text('purpose', f.purpose), ...say.list('responsibilities', f.responsibilities), ...say.list('authority', f.authority), ...say.list('limits', f.limits)],
		after: [],
	};
}

function decisionFacts({ fields: f }: EntryOf<'decision'>, say: FactWriter, looksAfter: Fact[]): EntryFacts {
	return {
		glance: [...say.date('date', f.date), ...say.words('method', f.method && [f.method]), ...say.list('decisionMakers', f.decisionMakers), ...say.date('reviewOn', f.reviewOn), ...looksAfter],
		before: [],
		after: [
			...say.tally(f.tally),
			...say.text('passingCriteria', f.passingCriteria),
			...say.list('consulted', f.consulted),
			...say.list('informed', f.informed),
			...say.records('objections', say.objections(f.objections)),
			...say.list('concerns', f.concerns),
			...say.references('resultsIn', f.resultsIn),
			...say.references('sourceUrl', f.sourceUrl ? [f.sourceUrl] : undefined),
		],
	};
}

function storyFacts({ fields: f }: EntryOf<'story'>, say: FactWriter, looksAfter: Fact[]): EntryFacts {
	return {
		glance: [...say.date('started', f.started), ...say.date('ended', f.ended), ...say.references('about', f.about), ...looksAfter],
		before: [],
		after: [...say.text('whyItWorked', f.whyItWorked), ...say.text('whyItFailed', f.whyItFailed), ...say.references('evidence', f.evidence)],
	};
}

/** Writes fields as facts. Each method gives no fact for a field that is absent. */
export class FactWriter {
	readonly site: Site;
	readonly strings: Strings;

	constructor(site: Site) {
		this.site = site;
		this.strings = site.strings;
	}

	text(key: FieldName, text: string | undefined): Fact[] {
		return this.#fact(key, text && { type: 'text', text });
	}

	date(key: FieldName, date: string | undefined): Fact[] {
		return this.#fact(key, date && { type: 'time', ...this.when(date) });
	}

	/** A list; one item alone reads as text. */
	list(key: FieldName, items: readonly string[] | undefined): Fact[] {
		const [first, ...more] = items ?? [];
		if (first === undefined) return [];
		return this.#fact(key, more.length === 0 ? { type: 'text', text: first } : { type: 'items', items: [first, ...more] });
	}

	/** Values of a closed list, in the reader's words. */
	words<K extends 'setting' | 'frequency' | 'difficulty' | 'method'>(key: K, codes: readonly (keyof Strings['values'][K] & string)[] | undefined): Fact[] {
		if (!codes?.length) return [];
		const names = this.strings.values[key] as Record<string, string>;
		return this.text(key, this.#join(codes.map((code) => names[code] ?? code)));
	}

	range(key: FieldName, range: Range | undefined, unit: Plural): Fact[] {
		return this.text(key, range && rangeText(range, unit, this.site));
	}

	duration(key: FieldName, duration: string | undefined): Fact[] {
		return this.text(key, duration && formatIsoDuration(duration, this.site.lang));
	}

	every(key: FieldName, duration: string | undefined): Fact[] {
		return this.text(key, duration && fillText(this.strings.values.every, { duration: formatIsoDuration(duration, this.site.lang) }));
	}

	/** Links to entries and addresses. An id that no visible entry has is left out: it may be that of a hidden one. */
	references(key: FieldName, references: readonly string[] | undefined): Fact[] {
		const links = (references ?? []).flatMap((reference) => this.#reference(reference));
		return this.#fact(key, links.length > 0 && { type: 'links', links });
	}

	/** A link to an entry, or else words. */
	referenceOrText(key: FieldName, text: string | undefined): Fact[] {
		const isPath = text?.includes('/') && isSlugPath(text);
		return isPath || this.site.byId.has(text ?? '') ? this.references(key, text === undefined ? [] : [text]) : this.text(key, text);
	}

	records(key: FieldName, records: readonly FactRecord[] | undefined): Fact[] {
		return this.#fact(key, records && records.length > 0 && { type: 'records', records: [...records] });
	}

	tally(tally: Partial<Record<keyof Strings['values']['tally'] & string, number>> | undefined): Fact[] {
		const names = this.strings.values.tally as Record<string, string>;
		const parts = Object.entries(tally ?? {}).map(([stance, count]) => `${new Intl.NumberFormat(this.site.lang).format(count)} ${names[stance] ?? stance}`);
		return this.text('tally', parts.length > 0 ? this.#join(parts) : undefined);
	}

	decision({ date, method, url, id, note }: DecisionRecord): FactRecord {
		const entry = id === undefined ? undefined : this.site.byId.get(id);
		const link = entry ? { href: hrefOfEntry(this.site, entry), label: entry.title } : url === undefined ? undefined : { href: url, label: readableAddress(url) };
		return { date: date === undefined ? undefined : this.when(date), text: note, by: method, link };
	}

	review({ date, outcome, note }: Review): FactRecord {
		return { date: this.when(date), state: { label: this.strings.values.reviewOutcome[outcome], tone: outcome === 'retired' ? 'over' : 'holds' }, text: note };
	}

	/** Objections, the open ones first. */
	objections(objections: readonly Objection[] | undefined): FactRecord[] | undefined {
		const open = ({ state }: Objection) => Number(state === 'open' || state === undefined);
		return objections
			?.toSorted((a, b) => open(b) - open(a))
			.map(({ text, by, state, response }) => ({
				text,
				by,
				response,
				state: state && { label: this.strings.values.objectionState[state], tone: state === 'open' ? 'moving' : 'holds' },
			}));
	}

	when(date: string): { text: string; date: string } {
		return { text: formatPartialDate(date, this.site.lang), date };
	}

	#reference(reference: string): FactLink[] {
		const entry = this.site.byId.get(reference);
		if (entry) return [{ label: entry.title, href: hrefOfEntry(this.site, entry), lang: entry.lang }];
		return /^https?:/.test(reference) ? [{ label: readableAddress(reference), href: reference }] : [];
	}

	#fact(key: FieldName, value: FactValue | false | '' | undefined): Fact[] {
		return value ? [{ key, label: this.strings.fields[key], value }] : [];
	}

	#join(words: readonly string[]): string {
		return new Intl.ListFormat(this.site.lang, { type: 'unit', style: 'short' }).format(words);
	}
}

/** A range with its unit: "10 to 20 minutes". */
export function rangeText({ min, max }: Range, unit: Plural, { lang, strings }: Pick<Site, 'lang' | 'strings'>): string {
	if (min === max) return countText(lang, min, unit);
	const number = new Intl.NumberFormat(lang);
	return unit.other.replace('{n}', fillText(strings.amounts.range, { min: number.format(min), max: number.format(max) }));
}

type FieldName = keyof Strings['fields'] & string;
