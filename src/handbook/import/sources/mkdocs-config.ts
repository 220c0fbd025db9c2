import { canonicalLanguage } from '../../../lib/language.js';
import { readLooseYaml } from '../loose-yaml.js';
import { fieldsOf, itemsOf, valueAt, wordsOf } from '../plain-data.js';

/** What `mkdocs.yml` says of a site. */
export interface MkdocsConfig {
	title?: string;
	/** Web address of the site. */
	url?: string;
	repo?: string;
	language?: string;
	docs: string;
	nav?: unknown;
	directoryUrls: boolean;
	/** Rules for texts that are not published, and for drafts. */
	excluded: string;
	drafts: string;
	/** Options of each plugin that is switched on, by its name. */
	plugins: ReadonlyMap<string, unknown>;
	/** Options of each extension of Markdown, by its name. */
	extensions: ReadonlyMap<string, unknown>;
	/** Another file says more, which is not read: what is switched on is not known. */
	inherits: boolean;
	extra: Readonly<Record<string, unknown>>;
}

/** Reads `mkdocs.yml`. What cannot be read is as MkDocs has it by default. */
export function readMkdocsConfig(text: string): MkdocsConfig {
	const data = fieldsOf(readLooseYaml(text));
	const [title, url, repo] = [wordsOf(data.site_name), wordsOf(data.site_url), wordsOf(data.repo_url) ?? wordsOf(data.edit_uri_template)];
	const language = canonicalLanguage(wordsOf(valueAt(data, 'theme', 'language')) ?? '');
	return {
		...(title && { title }),
		...(url && { url }),
		...(repo && { repo }),
		...(language && { language }),
		docs: (wordsOf(data.docs_dir) ?? 'docs').replace(/^(?:\.\/|\/)+|\/+$/g, ''),
		...(data.nav !== undefined && data.nav !== null && { nav: data.nav }),
		directoryUrls: data.use_directory_urls !== false,
		excluded: wordsOf(data.exclude_docs) ?? '',
		drafts: wordsOf(data.draft_docs) ?? '',
		plugins: namedOptions(data.plugins),
		extensions: namedOptions(data.markdown_extensions),
		inherits: data.INHERIT !== undefined,
		extra: fieldsOf(data.extra),
	};
}

/** A list of names and of names with options, or fields of such. A name may have that of its theme in front. */
function namedOptions(value: unknown): Map<string, unknown> {
	const pairs = Array.isArray(value)
		? itemsOf(value).flatMap((item): [string, unknown][] => (typeof item === 'string' ? [[item, {}]] : Object.entries(fieldsOf(item))))
		: Object.entries(fieldsOf(value));
	return new Map(pairs.map(([name, options]) => [name.replace(/^(?:material|markdown\.extensions)[/.]/, ''), options]));
}
