import { numberFormat } from '../../lib/intl-formats.js';
import { formatIsoDuration } from '../../lib/iso-duration.js';
import { readableAddress } from '../../lib/readable-address.js';
import { isSlugPath } from '../../lib/slug.js';
import type { Entry, EntryOf } from '../../markdown/entry.js';
import type { Objection } from '../../schema/objection.js';
import type { Range } from '../../schema/range.js';
import type { Review } from '../../schema/review.js';
import { countText, fillText, type Plural, type Strings } from '../../strings/index.js';
import { hrefOfEntry, type Site } from '../site.js';
import { decisionTrail, type TrailStep } from './decision-trail.js';
import { entryState } from './entry-state.js';
import type { Fact, FactLink, FactRecord, FactValue } from './fact.js';
import { shownDate } from './shown-date.js';

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
		const shown = shownDate(date, this.site.lang);
		return this.#fact(key, shown && { type: 'time', ...shown });
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
		const parts = Object.entries(tally ?? {}).map(([stance, count]) => `${numberFormat(this.site.lang).format(count)} ${names[stance] ?? stance}`);
		return this.text('tally', parts.length > 0 ? this.#join(parts) : undefined);
	}

	/** How a text came to be, the first decision first. */
	trail(entry: Entry): FactRecord[] {
		return decisionTrail(entry, this.site).map(({ date, record, entry: decision }) => ({
			date: shownDate(date, this.site.lang),
			state: decision && entryState(decision, this.strings),
			text: record?.note,
			by: methodName(record?.method ?? decision?.fields.method, this.strings),
			link: decision ? this.#linkTo(decision) : record?.url === undefined ? undefined : { href: record.url, label: readableAddress(record.url) },
		}));
	}

	/** What happened when somebody tried a text, whatever came of it. */
	stories({ id }: Entry): FactRecord[] {
		return (this.site.mentions.get(id)?.stories ?? []).map((story) => ({
			date: shownDate(story.fields.ended ?? story.fields.started, this.site.lang),
			state: entryState(story, this.strings),
			text: story.fields.summary,
			link: this.#linkTo(story),
		}));
	}

	/** What a decision led to: the texts that it names, and the agreements that name it. */
	results({ id, fields: { resultsIn = [] } }: EntryOf<'decision'>): Fact[] {
		const found = resultsIn.map((result) => this.site.byId.get(result)?.id ?? result);
		return this.references('resultsIn', [...new Set([...found, ...(this.site.mentions.get(id)?.agreements ?? []).map((agreement) => agreement.id)])]);
	}

	review({ date, outcome, note }: Review): FactRecord {
		return { date: shownDate(date, this.site.lang), state: { label: this.strings.values.reviewOutcome[outcome], tone: outcome === 'retired' ? 'over' : 'holds' }, text: note };
	}

	/** Objections to a text and in the decisions that made it, the open ones first. */
	objections(own: readonly Objection[] | undefined, trail: readonly TrailStep[] = []): FactRecord[] {
		const raised = trail.flatMap(({ entry }) => (entry?.fields.objections ?? []).map((objection) => ({ objection, link: entry && this.#linkTo(entry) })));
		const open = ({ objection: { state } }: { objection: Objection }) => Number(state === 'open' || state === undefined);
		return [...(own ?? []).map((objection) => ({ objection, link: undefined })), ...raised]
			.sort((a, b) => open(b) - open(a))
			.map(({ objection: { text, by, state, response }, link }) => ({
				text,
				by,
				response,
				state: state && { label: this.strings.values.objectionState[state], tone: state === 'open' ? 'moving' : 'holds' },
				...(link && { link }),
			}));
	}

	#linkTo(entry: Entry): { href: string; label: string } {
		return { href: hrefOfEntry(this.site, entry), label: entry.title };
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

/** How a decision was taken. Agreements may say it in words of their own, which stay as they are. */
export function methodName(method: string | undefined, { values }: Pick<Strings, 'values'>): string | undefined {
	return method !== undefined && Object.hasOwn(values.method, method) ? (values.method as Record<string, string>)[method] : method;
}

/** A range with its unit: "10 to 20 minutes". */
export function rangeText({ min, max }: Range, unit: Plural, { lang, strings }: Pick<Site, 'lang' | 'strings'>): string {
	if (min === max) return countText(lang, min, unit);
	const number = numberFormat(lang);
	return unit.other.replace('{n}', fillText(strings.amounts.range, { min: number.format(min), max: number.format(max) }));
}

type FieldName = keyof Strings['fields'] & string;
