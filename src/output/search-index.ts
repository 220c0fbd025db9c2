import { hrefOfId } from '../lib/href.js';
import type { PartialDate } from '../lib/partial-date.js';
import type { Entry } from '../markdown/entry.js';
import { isOutOfUse } from './out-of-use.js';
import { facetsOf, type Publisher } from './search-facets.js';

/** One text for the search index. */
export interface SearchRecord {
	url: string;
	/** The words that are searched. */
	content: string;
	meta: Record<string, string>;
	/** Facets, each with stable names of its values. */
	filters: Record<string, string[]>;
}

/** What the search records of a site are made with. */
export interface SearchOptions {
	/** The site's base, beginning and ending with `/`. */
	base: string;
	/** Name of the group or network whose site it is. */
	name: string;
	/** The day from which lengths of time are counted. */
	today?: PartialDate | undefined;
	/** The group of a mirrored text. */
	publisherOf?: (entry: Entry) => Publisher | undefined;
}

/**
 * How many words of texts an index holds at most. Readers load parts of it before they see a first result, and these grow
 * with it: with 24,000 texts of 75 words a first search stays within 350 kB, and the index is made in a minute.
 */
const wordBudget = 1_800_000;

/** What readers search: each text with its facets. Of a large collection only the beginning of each text is searched, beside its title, facts and headings. */
export function searchRecords(entries: readonly Entry[], { base, name, today, publisherOf = () => undefined }: SearchOptions): SearchRecord[] {
	const words = Math.max(50, Math.floor(wordBudget / Math.max(1, entries.length)));
	return entries.map((entry) => {
		const publisher = publisherOf(entry);
		const { title, fields, kind, lang, text } = entry;
		return {
			url: hrefOfId(base, entry.id),
			content: [title, fields.summary, ...listedFields(entry), openingOf(text, words)].filter(Boolean).join('\n\n'),
			meta: { title, kind, group: publisher?.label ?? name, lang, ...(fields.summary && { summary: fields.summary }), ...(isOutOfUse(entry) && { past: 'yes' }) },
			filters: facetsOf(entry, publisher, today),
		};
	});
}

/** A text as far as the words go; its headings stand in for the rest. */
function openingOf({ text, headings }: Entry['text'], words: number): string {
	const end = new RegExp(`^\\s*(?:\\S+\\s+){${words}}`).exec(text)?.[0].length;
	if (end === undefined || end >= text.length) return text;
	return [text.slice(0, end), ...headings.map((heading) => heading.text)].join('\n\n');
}

/** Front matter in words: what a reader would expect a search to find. */
function listedFields({ fields }: Entry): string[] {
	const texts: unknown[] = ['purpose', 'context', 'whenToUse', 'materials', 'variations', 'risks', 'responsibilities', 'authority', 'evaluation', 'concerns'].map(
		(key) => (fields as Record<string, unknown>)[key],
	);
	return [...texts.flat(), ...(fields.tags ?? []), ...(fields.stewards ?? [])].filter((text): text is string => typeof text === 'string');
}
