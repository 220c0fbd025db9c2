import { commonFields } from '../../common-terms.js';
import type { TextFacts } from '../../layout.js';
import type { GravPage } from './pages.js';
import { listOf, recordOf, textOf } from './settings.js';

/** Fields that say where a page stands and how it is reached, which the import knows already. */
const settled = new Set(['slug', 'routes', 'redirect', 'menu', 'visible', 'routable', 'published', 'access', 'taxonomy', 'metadata', 'date', 'content']);

/** Fields of a page that hold other things than its words, and never a sentence. */
const settings = new Set(['process', 'cache_enable', 'template', 'form', 'forms', 'twig', 'login', 'sitemap', 'http_response_code', 'body_classes', 'media_order']);

/** What Grav knows of a page, in our terms. `site` says what only the whole site knows of it. */
export function gravFacts(page: GravPage, { place, language, hidden, addresses }: Pick<TextFacts, 'place' | 'language' | 'hidden'> & { addresses: readonly string[] }): TextFacts {
	const { data } = page.split;
	const metadata = recordOf(data.metadata);
	const taxonomy = recordOf(data.taxonomy);
	const words = {
		...Object.fromEntries(Object.entries(data).filter(([key]) => !settled.has(key))),
		...('description' in metadata && data.description === undefined && { description: metadata.description }),
		tags: [...new Set([...listOf(data.tags), ...listOf(taxonomy.category), ...listOf(taxonomy.tag), ...keywords(metadata.keywords)])],
		...(data.published === true && { published: true }),
		// When a page was put up is no date of what it tells, such as a decision.
		...(data.date !== undefined && { 'date of the page': data.date }),
		...left('taxonomy', taxonomy, ['category', 'tag']),
		...left('metadata', metadata, ['description', 'keywords']),
	};
	const { tags, ...others } = commonFields(words);
	return {
		fields: { ...others, ...(listOf(tags).length > 0 && { tags }), ...proseWithin(data) },
		addresses,
		...(language !== undefined && { language }),
		twins: page.folder,
		...(hidden !== undefined && { hidden }),
		...(place !== undefined && { place }),
		...(textOf(data.menu) && { title: textOf(data.menu) }),
		notes: notesOf(page),
	};
}

function notesOf({ split: { data, body }, template, redirect }: GravPage): string[] {
	const { items } = recordOf(data.content);
	const collection = typeof items === 'string' ? items : items === undefined ? undefined : JSON.stringify(items);
	const isEmpty = body.trim() === '';
	const shown = data.imports === undefined ? undefined : listOf(data.imports).join(', ') || JSON.stringify(data.imports);
	return [
		...(collection !== undefined && !collection.includes('modul')
			? [`Below its own words, this page listed other pages (content.items: ${collection}). That list is made by Grav and did not come along; the pages did.`]
			: []),
		...(shown !== undefined ? [`This page showed data from ${shown}, which is not a part of its text and did not come along.`] : []),
		...(isEmpty && collection === undefined && shown === undefined && redirect === undefined
			? [`This page has no words of its own: its template “${template}” showed something else. Please look what is missing.`]
			: []),
		...(redirect !== undefined ? [`Readers who came here were sent on to ${redirect}, so that nobody saw this text.`] : []),
		...(data.form !== undefined || data.forms !== undefined ? ['This page had a form, which did not come along.'] : []),
		...['publish_date', 'unpublish_date'].filter((key) => data[key] !== undefined).map((key) => `Its field ${key} (${String(data[key])}) said when it is shown. Nothing looks at that date here.`),
	];
}

/** Sentences that stand deep within the front matter, such as the words of a list of features, each under a name of its own so that none is lost. */
function proseWithin(data: Readonly<Record<string, unknown>>): Record<string, string> {
	const found: Record<string, string> = {};
	const collect = (value: unknown, name: string, depth: number): void => {
		if (depth > 8) return;
		if (typeof value === 'string') {
			if (depth > 0 && /\p{L}\s+\p{L}+\s+\p{L}+\s+\p{L}/u.test(value)) found[name] = value;
		} else if (Array.isArray(value)) for (const [index, item] of value.entries()) collect(item, `${name} ${index + 1}`, depth + 1);
		else for (const [key, item] of Object.entries(recordOf(value))) collect(item, `${name} ${key}`, depth + 1);
	};
	for (const [key, value] of Object.entries(data)) if (!settled.has(key) && !settings.has(key)) collect(value, key, 0);
	return found;
}

function keywords(value: unknown): string[] {
	return typeof value === 'string'
		? value
				.split(',')
				.map((word) => word.trim())
				.filter(Boolean)
		: listOf(value);
}

/** What a group of fields holds besides those that were understood. */
function left(name: string, group: Readonly<Record<string, unknown>>, known: readonly string[]): Record<string, unknown> {
	const rest = Object.entries(group).filter(([key]) => !known.includes(key));
	return rest.length > 0 ? { [name]: Object.fromEntries(rest) } : {};
}
