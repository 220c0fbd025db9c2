import { basename, dirname, join } from 'node:path/posix';
import { canonicalLanguage } from '../../../lib/language.js';
import { commonFields } from '../common-terms.js';
import type { TextFacts } from '../layout.js';
import { fieldsOf, itemsOf, valueAt, wordsOf } from '../plain-data.js';
import type { SplitSource } from '../split-front-matter.js';
import { opensFolder, plainPath } from './doc-order.js';
import type { SitePart } from './docusaurus-config.js';

/** A text of the site: which part it belongs to, and in which language. */
export interface SiteText {
	part: SitePart;
	/** Path below the part's folder. */
	below: string;
	/** Language of its folder; none for the site's own. */
	locale?: string;
}

/** What is known of the site when its texts are described. */
export interface SiteFacts {
	/** Names of authors and words of tags, by their keys. */
	authors: unknown;
	tags: ReadonlyMap<string, unknown>;
	/** The site has older versions, so that its texts stood below `next/` as well. */
	hasVersions: boolean;
	trailingSlash: boolean;
}

/** Fields that only say how a page looks, and those that are told in another way here. */
const spent = [
	'id',
	'slug',
	'sidebar_position',
	'hide_title',
	'hide_table_of_contents',
	'toc_min_heading_level',
	'toc_max_heading_level',
	'sidebar_class_name',
	'sidebar_custom_props',
	'displayed_sidebar',
	'format',
	'mdx',
];

/** What Docusaurus knows of a text. */
export function describeText({ part, below, locale }: SiteText, { data }: Pick<SplitSource, 'data'>, site: SiteFacts): TextFacts {
	const { label, ...fields } = fieldsOfText(data, part, site);
	const language = locale === undefined ? undefined : canonicalLanguage(locale);
	const isPartial = below.split('/').some((name) => name.startsWith('_'));
	return {
		fields: { ...commonFields(fields), ...(label !== undefined && label !== fields.title && { sidebar_label: label }) },
		addresses: addressesOf({ part, below, ...(locale !== undefined && { locale }) }, data, site),
		...(language && { language }),
		twins: `${part.kind} ${part.id} ${below.replace(/\.mdx?$/i, '')}`,
		...(isPartial && { hidden: 'a name that begins with _' }),
		place: placeOf(part, below, locale),
	};
}

/** A path to name a text or file by: without numbers, and with its language in front. */
export function placeOf(part: SitePart, below: string, locale?: string): string {
	const folder = part.kind === 'docs' && part.id === '' ? '' : part.kind === 'pages' ? '' : part.route || basename(part.folder);
	const plain = part.kind === 'docs' ? plainPath(below) : below;
	return join(locale ?? '', folder, plain.replace(/\.mdx$/i, '.md').replace(/(^|\/)_+(?=[^/])/g, '$1'));
}

function fieldsOfText(data: Readonly<Record<string, unknown>>, part: SitePart, { authors, tags }: SiteFacts): Record<string, unknown> & { label?: unknown } {
	const { sidebar_label: label, last_update, ...others } = Object.fromEntries(Object.entries(data).filter(([name]) => !spent.includes(name)));
	const update = fieldsOf(last_update);
	const own = authorsOf(data.authors ?? update.author, authors);
	const known = tags.get(part.folder);
	const words = typeof data.tags === 'string' ? data.tags.split(',') : itemsOf(data.tags);
	return {
		...others,
		...(label !== undefined && { label }),
		...(update.date !== undefined ? { last_update: update.date } : last_update !== undefined && update.author === undefined && { last_update }),
		...(own.length > 0 && { authors: own }),
		...(words.length > 0 && {
			tags: words.flatMap((tag) => wordsOf(valueAt(tag, 'label')) ?? wordsOf(valueAt(known, String(tag).trim(), 'label')) ?? wordsOf(typeof tag === 'number' ? String(tag) : tag) ?? []),
		}),
	};
}

/** Names of authors: those of `authors.yml` by their keys, those of the text as they are. */
function authorsOf(given: unknown, known: unknown): string[] {
	const list = Array.isArray(given) ? given : given === undefined || given === null ? [] : [given];
	return list.flatMap((author) => {
		const key = wordsOf(author) ?? wordsOf(valueAt(author, 'key'));
		return wordsOf(valueAt(author, 'name')) ?? (key === undefined ? undefined : wordsOf(valueAt(known, key, 'name'))) ?? key ?? [];
	});
}

function addressesOf({ part, below, locale }: SiteText, data: Readonly<Record<string, unknown>>, { hasVersions, trailingSlash }: SiteFacts): string[] {
	const slug = part.kind === 'blog' ? blogSlug(below, data) : docSlug(part.kind === 'docs' ? plainPath(below) : below, data);
	const at = (...folders: string[]): string => {
		const address = join('.', locale ?? '', part.route, ...folders, slug).replace(/^\.?\/*|\/+$/g, '');
		return address !== '' && (trailingSlash || slug.endsWith('/')) ? `${address}/` : address;
	};
	return [at(), ...(hasVersions && part.kind === 'docs' ? [at('next')] : [])];
}

function docSlug(path: string, data: Readonly<Record<string, unknown>>): string {
	const plain = path.replace(/\.mdx?$/i, '');
	const folder = dirname(plain) === '.' ? '' : dirname(plain);
	const own = wordsOf(data.slug);
	if (own !== undefined) return own.startsWith('/') ? own.slice(1) || '/' : join(folder, own);
	if (opensFolder(plain)) return `${folder}/`;
	return join(folder, wordsOf(data.id) ?? basename(plain));
}

function blogSlug(below: string, data: Readonly<Record<string, unknown>>): string {
	const own = wordsOf(data.slug);
	if (own !== undefined) return own.replace(/^\/+/, '');
	const stem = below.replace(/\.mdx?$/i, '').replace(/\/index$/i, '');
	const [, folder = '', date, words = ''] = /^(.*?)(\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(.*)$/.exec(stem) ?? [];
	return date === undefined ? stem : join(date.replaceAll('-', '/'), folder, words);
}
