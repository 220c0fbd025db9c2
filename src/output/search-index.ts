import { close, createIndex } from 'pagefind';
import type { Entry, Handbook } from '../handbook/handbook.js';
import { hrefOfId } from '../handbook/resolve-targets.js';
import { bucketsOf, durationBuckets, groupSizeBuckets } from './search-facets.js';

/** One text for the search index. */
export interface SearchRecord {
	url: string;
	/** The words that are searched. */
	content: string;
	meta: Record<string, string>;
	/** Facets, each with stable names of its values. */
	filters: Record<string, string[]>;
}

/** What readers search in a handbook: each entry with its facets. */
export function searchRecords({ group, entries }: Handbook, base: string): SearchRecord[] {
	return entries.map((entry) => ({
		url: hrefOfId(base, entry.id),
		content: [entry.title, entry.fields.summary, ...listedFields(entry), entry.text.text].filter(Boolean).join('\n\n'),
		meta: { title: entry.title, kind: entry.kind, group: group.fields.name, lang: entry.lang, ...(entry.fields.summary && { summary: entry.fields.summary }) },
		filters: facetsOf(entry),
	}));
}

function facetsOf(entry: Entry): Record<string, string[]> {
	const { fields, kind, lang } = entry;
	const facets: Record<string, string[] | undefined> = {
		kind: [kind],
		topic: fields.tags,
		reason: fields.reasons,
		status: 'status' in fields && fields.status ? [fields.status] : undefined,
		language: [lang],
		duration: 'duration' in fields ? bucketsOf(fields.duration, durationBuckets) : undefined,
		groupSize: 'groupSize' in fields ? bucketsOf(fields.groupSize, groupSizeBuckets) : undefined,
		setting: 'setting' in fields ? fields.setting : undefined,
	};
	return Object.fromEntries(Object.entries(facets).filter((facet): facet is [string, string[]] => (facet[1]?.length ?? 0) > 0));
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

/** What Pagefind writes for its own interfaces, which our pages do not use. */
const unusedFile = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\b/;

/**
 * Builds the search index: the files to serve below `pagefind/`.
 * One index over all languages, so that a search finds every text; language is a facet.
 * @throws Error when Pagefind refuses a record or cannot start.
 */
export async function buildSearchIndex(records: readonly SearchRecord[], lang: string): Promise<SearchFile[]> {
	const language = lang.split('-')[0] ?? 'en';
	const { index, errors } = await createIndex({ forceLanguage: language });
	if (!index) throw new Error(`The search index cannot be made: ${errors.join('; ')}`);
	try {
		for (const record of records) {
			const added = await index.addCustomRecord({ ...record, language });
			if (added.errors.length > 0) throw new Error(`The search index refuses ${record.url}: ${added.errors.join('; ')}`);
		}
		const { files } = await index.getFiles();
		return files.filter(({ path }) => !unusedFile.test(path));
	} finally {
		await close();
	}
}
