import { basename } from 'node:path/posix';
import { canonicalLanguage } from '../../../../lib/language.js';
import { undoKramdownLists } from '../../attribute-lists.js';
import { isMarkdownPath } from '../../choose-texts.js';
import { commonFields } from '../../common-terms.js';
import { htmlAsMarkdown, isHtmlPath } from '../../html-texts.js';
import type { ContentsItem, Layout, TextFacts } from '../../layout.js';
import { settingsOf, wordOf, wordsIn } from '../../settings.js';
import type { SourceFolder } from '../../source-folder.js';
import { repositoryOf } from '../repository.js';
import type { Source } from '../source.js';
import { jekyllAddresses, redirectTarget } from './jekyll-addresses.js';
import { contentsByOrder, contentsOfData, leadsToTexts } from './jekyll-contents.js';
import { type JekyllPage, jekyllPages, pageTitle, placeOf } from './jekyll-pages.js';
import { findJekyllSettings, type JekyllSettings, readDataFile } from './jekyll-settings.js';
import { liquidToMarkdown } from './liquid-rewriting.js';

/** Jekyll (https://jekyllrb.com): `_config.yml`, with folders and settings that only Jekyll has. */
export const jekyll: Source = {
	recognise(folder) {
		const settings = findJekyllSettings(folder);
		const pages = settings && jekyllPages(folder, settings);
		return settings && pages?.some(({ path }) => isMarkdownPath(path)) ? layoutOf(folder, settings, pages) : undefined;
	},
};

function layoutOf(folder: SourceFolder, settings: JekyllSettings, all: readonly JekyllPage[]): Layout {
	const { root, home, file } = settings;
	const below = root === '' ? '' : `${root}/`;
	const files = folder.files.filter((path) => path.startsWith(below)).map((path) => path.slice(below.length));
	const ownAddresses = new Map(all.toReversed().flatMap((page) => jekyllAddresses(page, settings).map((address) => [plain(address), page] as const)));
	const find = (address: string): string | undefined => {
		const path = plain(address.replace(/[?#].*$/s, ''));
		return ownAddresses.get(path)?.path ?? all.find((page) => page.path === path || page.path.replace(/\.\w+$/, '') === path)?.path;
	};

	// A page that is only there to lead to another is an address of that one.
	const ledTo = new Map<string, string[]>();
	const redirects = new Set<string>();
	for (const page of all) {
		const address = page.empty && page.hidden === undefined ? redirectTarget(page, settings) : undefined;
		const target = address === undefined ? undefined : find(address);
		if (target === undefined || target === page.path) continue;
		redirects.add(page.path);
		ledTo.set(target, [...(ledTo.get(target) ?? []), ...jekyllAddresses(page, settings)]);
	}
	const pages = all.filter(({ path }) => !redirects.has(path));
	const pageOf = new Map(pages.map((page) => [page.path, page]));
	const contents = contentsOf(folder, files, below, pages, find);
	const language = canonicalLanguage(wordOf(settings.all.lang) ?? wordOf(settings.all.locale)?.replace('_', '-') ?? '');
	const title = wordOf(settings.all.title) ?? wordOf(settings.all.name);
	const repo = repositoryOf(
		wordOf(settings.all.repository_url) ??
			wordOf(settings.all.gh_edit_repository) ??
			(/^[\w.-]+\/[\w.-]+$/.test(wordOf(settings.all.repository) ?? '') ? `https://github.com/${wordOf(settings.all.repository)}` : undefined),
	);
	return {
		generator: 'Jekyll',
		root,
		...(title !== undefined && { title }),
		...(language !== undefined && { language }),
		...(home !== undefined && { home }),
		...(repo !== undefined && file !== undefined && { repo: { address: repo, file } }),
		...(contents && { contents }),
		ownFiles: files.filter((path) => !pageOf.has(path) && (isTextPath(path) || isOwnFile(path) || settings.excludes(path))),
		alsoTexts: pages.filter(({ path }) => isHtmlPath(path)).map(({ path }) => path),
		site: true,
		rewritings: [htmlAsMarkdown, liquidToMarkdown({ folder, settings, pages: all, files }), undoKramdownLists],
		describe: (path, split) => factsOf(pageOf.get(path), split.data, settings, ledTo.get(path) ?? [], language),
		placeOfFile: (path) => path.replace(/(^|\/)_(?=[^/]+\/)/g, '$1'),
		addressOfFile: (path) => fileAddress(path, settings),
		notes: files
			.filter((path) => /\.(?:adoc|asciidoc|org|rst|textile)$/i.test(path) && !settings.excludes(path))
			.map((path) => ({ from: below + path, line: 1, message: 'This text was left: it is no Markdown. Save it as Markdown, then import again.' })),
	};
}

/** The order to read in: what the texts say themselves, else a menu below `_data/`. */
function contentsOf(folder: SourceFolder, files: readonly string[], below: string, pages: readonly JekyllPage[], find: (address: string) => string | undefined): Layout['contents'] {
	const byOrder = contentsByOrder(pages);
	if (byOrder) return { items: byOrder };
	const menus = files.filter((path) => /^_data\/(?:.*[-_/])?(?:nav|navigation|menus?|sidebars?|toc|docs|docs_nav|main)(?:[-_].*)?\.(?:ya?ml|json)$/i.test(path));
	const found = menus.flatMap((path): { file: string; items: ContentsItem[] }[] => {
		const data = readDataFile(folder, below + path);
		const items = data ? contentsOfData(data, find) : [];
		return leadsToTexts(items) ? [{ file: below + path, items }] : [];
	});
	const count = (items: readonly ContentsItem[]): number => items.reduce((sum, item) => sum + Number(item.path !== undefined) + count(item.items), 0);
	return found.sort((a, b) => count(b.items) - count(a.items))[0];
}

const usedFields = new Set([
	'permalink',
	'redirect_from',
	'redirect_to',
	'slug',
	'nav_order',
	'parent',
	'grand_parent',
	'has_children',
	'has_toc',
	'nav_exclude',
	'layout',
	'ref',
	'date',
	'published',
	'lang',
]);

function factsOf(page: JekyllPage | undefined, own: Readonly<Record<string, unknown>>, settings: JekyllSettings, ledTo: readonly string[], main: string | undefined): TextFacts {
	if (!page) return { fields: commonFields(own) };
	const { data, day, hidden, empty } = page;
	const addresses = jekyllAddresses(page, settings);
	const rest = Object.fromEntries(Object.entries(own).filter(([key]) => !usedFields.has(key)));
	const language = canonicalLanguage(wordOf(data.lang) ?? wordOf(data.language) ?? '');
	const key = wordOf(data.ref) ?? wordOf(data.page_id) ?? wordOf(data['translation-id']) ?? wordOf(data.translation_id);
	const permalink = wordOf(data.permalink);
	const twins = key !== undefined ? `ref ${key}` : wordsIn(settings.all.languages).length > 1 && permalink !== undefined ? `permalink ${permalink}` : undefined;
	const redirect = wordOf(data.redirect_to) ?? wordsIn(data.redirect_to)[0];
	const layout = wordOf(data.layout);
	return {
		fields: {
			...commonFields(rest),
			...(day !== undefined && page.type !== 'page' ? { 'date of the post': day } : data.date !== undefined && data.date !== null ? { 'date of the page': data.date } : {}),
		},
		// A text without an address of its own has nothing before its redirects.
		addresses: [...addresses, ...ledTo],
		...(language !== undefined && language !== main && { language }),
		...(twins !== undefined && { twins }),
		...(hidden !== undefined && { hidden }),
		place: placeOf(page),
		...(wordOf(data.title) !== undefined || page.name === 'index' || isHtmlPath(page.path) || page.type !== 'page' ? { title: pageTitle(page) } : {}),
		notes: [
			...(redirect !== undefined ? [`This page led to ${redirect}. It is a text of its own now.`] : []),
			...(empty && redirect === undefined && layout !== undefined ? [`This page has no text of its own: its layout “${layout}” made it from data.`] : []),
		],
	};
}

function isTextPath(path: string): boolean {
	return isMarkdownPath(path) || isHtmlPath(path) || (!basename(path).includes('.') && !basename(path).startsWith('.'));
}

const programFiles = /^(?:_config.*\.ya?ml|gemfile(?:\.lock)?|rakefile|.*\.gemspec|cname|feed\.xml|sitemap\.xml|robots\.txt|package(?:-lock)?\.json|.*\.(?:scss|sass|css|js|map|liquid|rb))$/i;

/** Files that belong to Jekyll and to the look of a site. */
function isOwnFile(path: string): boolean {
	return /^(?:_includes|_layouts|_sass|_data|_plugins|_site|vendor)\//.test(path) || programFiles.test(basename(path));
}

/** Collections publish their files without the underscore. */
function fileAddress(path: string, { collections, collectionsFolder }: JekyllSettings): string | undefined {
	const below = collectionsFolder !== '' && path.startsWith(`${collectionsFolder}/`) ? path.slice(collectionsFolder.length + 1) : path;
	const [, name] = /^_([^/]+)\//.exec(below) ?? [];
	return name !== undefined && settingsOf(collections[name]).output === true ? below.slice(1) : undefined;
}

function plain(address: string): string {
	return address
		.replace(/^\/+|\/+$/g, '')
		.replace(/(^|\/)index\.html$/, '$1')
		.replace(/\.html$/, '')
		.replace(/\/+$/, '');
}
