import { close, createIndex, type PagefindIndex } from 'pagefind';
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

/** A file of the search index. */
export interface SearchFile {
	path: string;
	content: Uint8Array;
}

/** True for what Pagefind writes for its own interfaces, which our pages do not use. */
export function isUnusedFile(path: string): boolean {
	return /^pagefind-(?:ui|modular-ui|component-ui|highlight)\b/.test(path);
}

/**
 * Builds the search index: the files to serve below `pagefind/`.
 * @throws Error when Pagefind refuses a record or cannot start.
 */
export function buildSearchIndex(records: readonly SearchRecord[], lang: string): Promise<SearchFile[]> {
	return withIndex(records, lang, async (index) => {
		const { files, errors } = await index.getFiles();
		requireNone(errors);
		return files.filter(({ path }) => !isUnusedFile(path));
	});
}

/**
 * Lets Pagefind write the same files into a folder, and those that our pages do not use beside them. It is a program of its own, which
 * needs nothing more of this one once it has the records.
 * @throws Error when Pagefind refuses a record, or cannot start or write.
 */
export function writeSearchIndex(records: readonly SearchRecord[], lang: string, folder: string): Promise<void> {
	return withIndex(records, lang, async (index) => requireNone((await index.writeFiles({ outputPath: folder })).errors));
}

/** One index over all languages, so that a search finds every text; language is a facet. */
async function withIndex<T>(records: readonly SearchRecord[], lang: string, use: (index: PagefindIndex) => Promise<T>): Promise<T> {
	const language = lang.split('-')[0] ?? 'en';
	const { index, errors } = await createIndex({ forceLanguage: language });
	if (!index) throw new Error(`The search index cannot be made: ${errors.join('; ')}`);
	try {
		// All at once: Pagefind takes them one after the other, and need not wait for us between two.
		await Promise.all(
			records.map(async (record) => {
				const added = await index.addCustomRecord({ ...record, language });
				if (added.errors.length > 0) throw new Error(`The search index refuses ${record.url}: ${added.errors.join('; ')}`);
			}),
		);
		return await use(index);
	} finally {
		await close();
	}
}

function requireNone(errors: readonly string[]): void {
	if (errors.length > 0) throw new Error(`The search index cannot be made: ${errors.join('; ')}`);
}
