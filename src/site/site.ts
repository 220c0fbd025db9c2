import type { ContentsNode } from '../handbook/handbook.js';
import type { KeptParent } from '../handbook/kept-parents.js';
import type { User } from '../handbook/users.js';
import { hrefOfId } from '../lib/href.js';
import { textDirection } from '../lib/language.js';
import type { PartialDate } from '../lib/partial-date.js';
import { remembering } from '../lib/remembering.js';
import { slugSegment } from '../lib/slug.js';
import type { Entry } from '../markdown/entry.js';
import type { Family } from '../network/families.js';
import type { Member } from '../network/network.js';
import type { Publication } from '../output/print.js';
import { type Kind, kindFolders, kinds } from '../schema/kinds.js';
import type { Tombstone } from '../schema/tombstone.js';
import { interfaceLanguage, type Strings, stringsFor } from '../strings/index.js';
import { type Homes, homesOf } from './homes.js';
import { type Mentions, mentionsOf } from './mentions.js';

/** Texts that are published together, by a group or by a network. */
export interface Collection {
	/** Who publishes them. */
	name: string;
	/** Main language, a BCP 47 tag. */
	hostLang: string;
	/** In reading order. */
	entries: readonly Entry[];
	/** The reading order as a tree; empty where the texts have none in common. */
	contents: readonly ContentsNode[];
	/** Former addresses, and those they lead to. */
	redirects: readonly { from: string; to: string }[];
	/** What is left of texts that were withdrawn. */
	tombstones: readonly Tombstone[];
	/** The handbooks that mirrored texts come from, by id. */
	members: ReadonlyMap<string, Member>;
	/** The texts that those here were taken from, by the hash that their lineage names. */
	parents: ReadonlyMap<string, KeptParent>;
	/** Texts that come from each other, by the id of each of them. */
	families: ReadonlyMap<string, Family>;
	/** Who uses the texts elsewhere, by the id of each, as an index knew. */
	usage?: { by: ReadonlyMap<string, readonly User[]>; index: string; url: string; date?: PartialDate | undefined } | undefined;
	/** The addresses of the pages about the histories of entries, by the ids of the entries. */
	histories: ReadonlyMap<string, string>;
	/** Where the files of the texts can be edited: web address, and the path of `content/` in it. */
	repository?: { url: string; content: string } | undefined;
	/** The licence of all texts, where they have one in common. */
	licence?: string | undefined;
	/** The day from which lengths of time are counted: that of the last change, so that a build gives the same bytes tomorrow. */
	asOf?: PartialDate | undefined;
	/** True when search engines are to find the texts at their homes instead. */
	unlisted: boolean;
	/** Name of the file for programs. */
	print: 'handbook.json' | 'network.json';
	/** Feeds of new and changed texts, for the heads of the home page and of lists. */
	feeds: readonly SiteFeed[];
	/** The kinds in the menu, after the site's own pages. */
	kinds: readonly Kind[];
	/** Pages of the site itself, for the menu and for the foot. */
	menu: readonly SitePage[];
	foot: readonly SitePage[];
}

/** A feed of the site. */
export interface SiteFeed {
	/** Path below the base, without its ending. */
	path: string;
	/** Key of its title. */
	title: 'changedTitle' | 'decisionsTitle' | 'dueTitle';
}

/** A page of the site itself. */
export type SitePage = 'search' | 'tags' | 'changes' | 'review' | 'copy' | 'book' | 'groups' | 'families' | 'status' | 'feeds';

/** A collection and what every page asks of it, computed once. */
export interface Site extends Collection {
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
	/** The texts that name a text in their facts, by its id. */
	mentions: ReadonlyMap<string, Mentions>;
	/** Place of each entry in the reading order. */
	position: ReadonlyMap<string, number>;
	/** Where the texts are at home. */
	homes: Homes;
}

/** Where and how a site is built. */
export type Setting = Pick<Site, 'base' | 'accent' | 'publication'>;

/** A tag and its entries. */
export interface Topic {
	tag: string;
	slug: string;
	entries: Entry[];
}

/** Computes what every page asks of a collection. */
export function createSite(collection: Collection, { base, accent, publication }: Setting): Site {
	const { entries, hostLang } = collection;
	const lang = interfaceLanguage(hostLang);
	const texts = entries.filter((entry) => entry.introduces === undefined);
	const byId = entriesById(collection);
	return {
		...collection,
		publication,
		base,
		accent,
		lang,
		dir: textDirection(lang),
		strings: stringsFor(lang),
		byId,
		byKind: new Map(kinds.map((kind) => [kind, texts.filter((entry) => entry.kind === kind)])),
		introductions: new Map(entries.flatMap((entry) => (entry.introduces ? [[entry.introduces, entry] as const] : []))),
		topics: topicsOf(texts, hostLang),
		translations: translationsOf(entries, byId),
		children: Map.groupBy(texts, (entry) => (entry.kind === 'page' ? (byId.get(entry.fields.parent ?? '')?.id ?? '') : '')),
		mentions: mentionsOf(entries, byId, publication.url),
		position: new Map(entries.map((entry, index) => [entry.id, index])),
		homes: homesOf(collection, publication.url),
	};
}

/** Address of the list of a kind. */
export function hrefOfKind(site: Pick<Site, 'base'>, kind: Kind): string {
	return hrefOfId(site.base, kindFolders[kind]);
}

/** True for a kind whose list says nothing: no search engine need show it. */
export function isEmptyKind({ byKind, introductions }: Pick<Site, 'byKind' | 'introductions'>, kind: Kind): boolean {
	if (byKind.get(kind)?.length !== 0 || introductions.has(kind)) return false;
	return kind !== 'decision' || !byKind.get('agreement')?.some(notesDecisions);
}

/** True for an agreement that notes how it was decided: the list of decisions tells of it. */
export function notesDecisions({ kind, fields }: Entry): boolean {
	return kind === 'agreement' && (fields.decisions ?? []).length > 0;
}

/** Address of an entry. */
export function hrefOfEntry(site: Pick<Site, 'base'>, { id }: Pick<Entry, 'id'>): string {
	return hrefOfId(site.base, id);
}

/** Address of a topic. */
export function hrefOfTag(site: Pick<Site, 'base'>, tag: string): string {
	return hrefOfId(site.base, `tags/${slugOfTag(tag)}`);
}

const slugOfTag = remembering(slugSegment);

function topicsOf(entries: readonly Entry[], lang: string): Map<string, Topic> {
	const topics = new Map<string, Topic>();
	for (const entry of entries) {
		for (const tag of entry.fields.tags ?? []) {
			const slug = slugOfTag(tag);
			const topic = topics.get(slug) ?? { tag, slug, entries: [] };
			// Two tags of one entry may have one address; its entries come in order, so that only the last can be this one.
			if (topic.entries.at(-1) !== entry) topic.entries.push(entry);
			topics.set(slug, topic);
		}
	}
	const { compare } = new Intl.Collator(lang);
	return new Map([...topics].sort(([, a], [, b]) => compare(a.tag, b.tag)));
}

function entriesById({ entries, redirects }: Collection): Map<string, Entry> {
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
