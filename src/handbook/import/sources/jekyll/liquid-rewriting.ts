import { basename, dirname, join } from 'node:path/posix';
import { decodeText } from '../../decode-text.js';
import type { Rewriting } from '../../rewriting.js';
import { type Settings, wordOf } from '../../settings.js';
import type { SourceFolder } from '../../source-folder.js';
import { splitFrontMatter } from '../../split-front-matter.js';
import { jekyllAddresses } from './jekyll-addresses.js';
import { type JekyllPage, pageTitle } from './jekyll-pages.js';
import { type JekyllSettings, readDataFile } from './jekyll-settings.js';
import { resolveLiquid } from './liquid.js';
import { type Known, within } from './liquid-values.js';

/** The site that Liquid stands in. */
export interface JekyllSite {
	folder: SourceFolder;
	settings: JekyllSettings;
	pages: readonly JekyllPage[];
	files: readonly string[];
}

/** Names below `site` and `page` that the program itself gives values to. */
const made = new Set([
	'time',
	'posts',
	'pages',
	'html_pages',
	'html_files',
	'static_files',
	'documents',
	'related_posts',
	'collections',
	'categories',
	'tags',
	'github',
	'excerpt',
	'next',
	'previous',
	'id',
	'content',
	'date',
	'path',
	'relative_path',
	'output',
	'collection',
]);

/** Turns Liquid into Markdown, with what the settings, the data and the text itself say. */
export function liquidToMarkdown({ folder, settings, pages, files }: JekyllSite): Rewriting {
	const known = new Set(files);
	const below = settings.root === '' ? '' : `${settings.root}/`;
	const pageOf = new Map(pages.map((page) => [page.path, page]));
	const posts = new Map(pages.toReversed().flatMap((page) => (page.type === 'post' ? namesOf(page).map((name) => [name, page.path] as const) : [])));
	const data = new Map<string, unknown>();
	const dataOf = (path: readonly string[]): Known => {
		for (let length = path.length; length > 0; length -= 1) {
			const file = ['yml', 'yaml', 'json'].map((ending) => `_data/${path.slice(0, length).join('/')}.${ending}`).find((each) => known.has(each));
			if (file === undefined) continue;
			if (!data.has(file)) data.set(file, readDataFile(folder, below + file)?.value);
			const value = within(data.get(file), path.slice(length));
			return value === undefined ? undefined : { value };
		}
		return undefined;
	};
	const siteValue = ([first = '', ...others]: readonly string[]): Known => {
		if (first === 'data') return dataOf(others);
		if (first === 'url') return { value: wordOf(settings.all.url) ?? '' };
		if (first === 'baseurl') return { value: wordOf(settings.all.baseurl) ?? '' };
		const value = made.has(first) || Object.hasOwn(settings.collections, first) ? undefined : within(settings.all, [first, ...others]);
		return value === undefined ? undefined : { value };
	};

	return (lines, context) => {
		if (!lines.some(({ text }) => text.includes('{%') || text.includes('{{'))) return lines;
		const page = pageOf.get(context.path);
		const pageValue = (path: readonly string[]): Known => {
			const [first = ''] = path;
			if (!page) return undefined;
			if (first === 'url') return { value: `/${jekyllAddresses(page, settings)[0] ?? ''}` };
			if (first === 'title') return { value: pageTitle(page) };
			if (first === 'date' && page.day !== undefined) return { value: page.day };
			if (first === 'path') return { value: page.path };
			return made.has(first) ? undefined : { value: within(page.data as Settings, path) ?? null };
		};
		return resolveLiquid(
			lines,
			{
				lookup: ([first, ...others]) =>
					first === 'site' ? siteValue(others) : first === 'page' ? pageValue(others) : first === 'jekyll' && others[0] === 'environment' ? { value: 'production' } : undefined,
				link: (path) => (known.has(path.replace(/^\/+/, '')) ? path.replace(/^\/+/, '') : undefined),
				post: (name) => posts.get(name.replace(/^\/+/, '').replace(/\.(?:md|markdown|html)$/, '')),
				include: (name, relative) => {
					const path = relative ? join(dirname(context.path), name) : join('_includes', name);
					if (!known.has(path) || (!relative && !path.startsWith('_includes/')) || (relative && pageOf.get(path)?.hidden !== undefined)) return undefined;
					const text = decodeText(folder.bytes(below + path))?.text;
					return text === undefined ? undefined : { text: splitFrontMatter(text).body, path };
				},
			},
			context,
		);
	};
}

/** The names by which `post_url` knows a post. */
function namesOf({ path, folder }: JekyllPage): string[] {
	const name = basename(path).replace(/\.\w+$/, '');
	return folder === '' ? [name] : [name, join(folder, name)];
}
