import type { Entry, Handbook } from '../handbook/handbook.js';
import { hrefOfId } from '../handbook/resolve-targets.js';
import { textDirection } from '../lib/language.js';
import { slugSegment } from '../lib/slug.js';
import type { Publication } from '../output/print.js';
import { type Kind, kindFolders, kinds } from '../schema/kinds.js';
import { interfaceLanguage, type Strings, stringsFor } from '../strings/index.js';

/** A handbook and what every page asks of it, computed once. */
export interface Site {
	handbook: Handbook;
	publication: Publication;
	/** The site's base, beginning and ending with `/`. */
	base: string;
	/** Hue of the accent colour, 0 to 360. */
	accent: number;
	/** Language and direction of the interface. */
	lang: string;
	dir: 'ltr' | 'rtl';
	strings: Strings;
	/** Entries by id, and by every id that they had before. */
	byId: ReadonlyMap<string, Entry>;
	byKind: ReadonlyMap<Kind, Entry[]>;
	/** Introductions of the kinds' lists. */
	introductions: ReadonlyMap<Kind, Entry>;
	/** Topics by address, in alphabetical order. */
	topics: ReadonlyMap<string, Topic>;
	/** Entries by the id of the text that they and it are translations of. */
	translations: ReadonlyMap<string, Entry[]>;
	/** Pages by the id of the page they stand under. */
	children: ReadonlyMap<string, Entry[]>;
	/** Place of each entry in the reading order. */
	position: ReadonlyMap<string, number>;
}

/** A tag and its entries. */
export interface Topic {
	tag: string;
	slug: string;
	entries: Entry[];
}

/** Computes what every page asks of a handbook. */
export function createSite(handbook: Handbook, { base, accent, publication }: Pick<Site, 'base' | 'accent' | 'publication'>): Site {
	const { entries, group } = handbook;
	const lang = interfaceLanguage(group.lang);
	const texts = entries.filter((entry) => entry.introduces === undefined);
	const byId = entriesById(handbook);
	return {
		handbook,
		publication,
		base,
		accent,
		lang,
		dir: textDirection(lang),
		strings: stringsFor(lang),
		byId,
		byKind: new Map(kinds.map((kind) => [kind, texts.filter((entry) => entry.kind === kind)])),
		introductions: new Map(entries.flatMap((entry) => (entry.introduces ? [[entry.introduces, entry] as const] : []))),
		topics: topicsOf(texts, group.lang),
		translations: translationsOf(entries, byId),
		children: Map.groupBy(texts, (entry) => (entry.kind === 'page' ? (byId.get(entry.fields.parent ?? '')?.id ?? '') : '')),
		position: new Map(entries.map((entry, index) => [entry.id, index])),
	};
}

/** Address of the list of a kind. */
export function hrefOfKind(site: Pick<Site, 'base'>, kind: Kind): string {
	return hrefOfId(site.base, kindFolders[kind]);
}

/** True for a kind whose list says nothing: no search engine need show it. */
export function isEmptyKind({ byKind, introductions }: Pick<Site, 'byKind' | 'introductions'>, kind: Kind): boolean {
	return byKind.get(kind)?.length === 0 && !introductions.has(kind);
}

/** Address of an entry. */
export function hrefOfEntry(site: Pick<Site, 'base'>, { id }: Pick<Entry, 'id'>): string {
	return hrefOfId(site.base, id);
}

/** Address of a topic. */
export function hrefOfTag(site: Pick<Site, 'base'>, tag: string): string {
	return hrefOfId(site.base, `tags/${slugSegment(tag)}`);
}

function topicsOf(entries: readonly Entry[], lang: string): Map<string, Topic> {
	const topics = new Map<string, Topic>();
	for (const entry of entries) {
		for (const tag of entry.fields.tags ?? []) {
			const slug = slugSegment(tag);
			const topic = topics.get(slug) ?? { tag, slug, entries: [] };
			// Two tags of one entry may have one address; its entries come in order, so that only the last can be this one.
			if (topic.entries.at(-1) !== entry) topic.entries.push(entry);
			topics.set(slug, topic);
		}
	}
	const { compare } = new Intl.Collator(lang);
	return new Map([...topics].sort(([, a], [, b]) => compare(a.tag, b.tag)));
}

function entriesById({ entries, redirects }: Handbook): Map<string, Entry> {
	const byId = new Map(entries.map((entry) => [entry.id, entry]));
	for (const { from, to } of redirects) {
		const entry = byId.get(to);
		if (entry) byId.set(from, entry);
	}
	return byId;
}

/** Id of the text that an entry and its translations are one text with. */
export function familyOf({ id, fields: { translationOf } }: Entry, byId: Site['byId']): string {
	return translationOf === undefined ? id : (byId.get(translationOf)?.id ?? translationOf);
}

function translationsOf(entries: readonly Entry[], byId: Site['byId']): Map<string, Entry[]> {
	const families = new Map<string, Entry[]>();
	for (const entry of entries.filter(({ fields }) => fields.translationOf !== undefined)) {
		const family = familyOf(entry, byId);
		families.set(family, [...(families.get(family) ?? []), entry]);
	}
	for (const [id, family] of families) {
		const original = byId.get(id);
		if (original) family.unshift(original);
	}
	return families;
}
