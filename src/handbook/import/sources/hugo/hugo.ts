import { basename, dirname, join } from 'node:path/posix';
import { undoHugoLists } from '../../attribute-lists.js';
import { isMarkdownPath } from '../../choose-texts.js';
import { commonFields } from '../../common-terms.js';
import { htmlAsMarkdown, isHtmlPath } from '../../html-texts.js';
import type { Layout, TextFacts } from '../../layout.js';
import { dayOf, homeOf, settingsOf, wordOf } from '../../settings.js';
import type { SourceFolder } from '../../source-folder.js';
import { repositoryOf } from '../repository.js';
import type { Source } from '../source.js';
import { hugoAddresses } from './hugo-addresses.js';
import { contentsByWeight, contentsOfMenu, folderTitle } from './hugo-contents.js';
import { type HugoPage, hiddenBy, hugoPages, pageTitle } from './hugo-pages.js';
import { findHugoSettings, type HugoSettings, languageTag } from './hugo-settings.js';
import { shortcodesToMarkdown } from './shortcode-rewriting.js';

/** Hugo (https://gohugo.io): `hugo.toml` or its older names, texts below `content/`. */
export const hugo: Source = {
	recognise(folder) {
		const settings = findHugoSettings(folder);
		return settings && layoutOf(folder, settings);
	},
};

function layoutOf(folder: SourceFolder, settings: HugoSettings): Layout {
	const { root, all, defaultLanguage } = settings;
	const below = root === '' ? '' : `${root}/`;
	const files = folder.files.filter((path) => path.startsWith(below)).map((path) => path.slice(below.length));
	const pages = hugoPages(folder, settings);
	const pageOf = new Map(pages.map((page) => [page.path, page]));
	const main = pages.filter(({ language }) => language === undefined || language === defaultLanguage);
	const byAddress = new Map(pages.toReversed().flatMap((page) => hugoAddresses(page, settings).map((address) => [address.replace(/^\/+|\/+$/g, ''), page.path] as const)));
	const byWeight = contentsByWeight(main);
	const file = settings.files.at(-1);
	const ofMenu = byWeight ? [] : contentsOfMenu(all.menus ?? all.menu, (address) => byAddress.get(address.replace(/^\/+|\/+$/g, '').toLowerCase()) ?? byAddress.get(address.replace(/^\/+|\/+$/g, '')));
	const hasOrder = ofMenu.some(({ path, items }) => path !== undefined || items.length > 0);
	const ofDefault = settings.languages[defaultLanguage] ?? {};
	const title = wordOf(ofDefault.title) ?? wordOf(all.title);
	const home = homeOf(wordOf(all.baseurl));
	const language = languageTag(settings, wordOf(all.defaultcontentlanguage)?.toLowerCase() ?? '') ?? languageTag({ languages: { own: all } }, 'own');
	const params = settingsOf(all.params);
	const repo = [params.github_repo, params.BookRepo, params.bookRepo, params.editURL, params.repo].flatMap((value) => repositoryOf(wordOf(value)) ?? [])[0];
	return {
		generator: 'Hugo',
		root,
		...(title !== undefined && { title }),
		...(language !== undefined && { language }),
		...(home !== undefined && { home }),
		...(repo !== undefined && file !== undefined && { repo: { address: repo, file: below + file } }),
		...(byWeight && { contents: { items: byWeight } }),
		...(hasOrder && file !== undefined && { contents: { file: below + file, items: ofMenu } }),
		ownFiles: files.filter((path) => !pageOf.has(path) && (isTextPath(path) || !isPublishedFile(path, settings))),
		alsoTexts: pages.filter(({ path }) => isHtmlPath(path)).map(({ path }) => path),
		site: true,
		rewritings: [htmlAsMarkdown, shortcodesToMarkdown({ folder, settings, pages, files }), undoHugoLists],
		describe: (path, split) => factsOf(pageOf.get(path), split.data, settings, language),
		placeOfFile: (path) => placeWithin(path, settings),
		addressOfFile: (path) => fileAddress(path, settings),
		notes: files
			.filter((path) => otherFormat.test(path) && isInContent(path, settings))
			.map((path) => ({ from: below + path, line: 1, message: 'This text was left: it is no Markdown. Save it as Markdown, then import again.' })),
	};
}

/** Texts in other languages than Markdown, which Hugo reads with other programs. */
const otherFormat = /\.(?:org|adoc|asciidoc|ad|rst|pandoc|pdc)$/i;

function factsOf(page: HugoPage | undefined, data: Readonly<Record<string, unknown>>, settings: HugoSettings, main: string | undefined): TextFacts {
	if (!page) return { fields: commonFields(data) };
	const used = new Set(['weight', 'slug', 'url', 'aliases', 'translationkey', 'linktitle', 'menu', 'menus', 'headless', '_build', 'build', 'date', 'cascade']);
	const rest = Object.fromEntries(Object.entries(data).filter(([key]) => !used.has(key.toLowerCase())));
	const hidden = hiddenBy(page);
	const language = page.language === undefined ? undefined : languageTag(settings, page.language);
	const key = wordOf(data.translationKey) ?? wordOf(data.translationkey);
	const title = wordOf(data.linkTitle) ?? wordOf(data.linktitle);
	// The day on which a page was published is not the day on which something was decided.
	const date = data.date === undefined || data.date === null ? {} : { 'date of the page': data.date };
	return {
		fields: { ...commonFields(rest), ...date },
		addresses: hugoAddresses(page, settings),
		...(language !== undefined && language !== main && { language }),
		...(page.language !== undefined && { twins: key === undefined ? `${withoutLanguage(page)}/${page.name}` : `key ${key}` }),
		...(hidden !== undefined && { hidden }),
		place: placeOf(page, settings),
		...(title !== undefined ? { title } : isHtmlPath(page.path) || page.type === 'section' ? { title: nameOf(page, settings) } : {}),
		notes: dateNotes(data),
	};
}

/** What a person should know of dates that show a text for a time only: an import has no clock. */
function dateNotes(data: Readonly<Record<string, unknown>>): string[] {
	const from = dayOf(data.publishDate ?? data.publishdate);
	const until = dayOf(data.expiryDate ?? data.expirydate);
	// A text that was written or changed on that day or later has been published.
	const isPlanned = from !== undefined && [data.date, data.lastmod].every((value) => (dayOf(value) ?? '') < from);
	return [
		...(isPlanned ? [`It was to be shown from ${from} on. Here it is shown at once; to hide it, add draft: true.`] : []),
		...(until !== undefined ? [`It was to be shown until ${until}. Here it is shown after that too; to hide it, add draft: true.`] : []),
	];
}

/** A page's folder as the other languages have it too. */
function withoutLanguage({ folder, language }: HugoPage): string {
	const [first, ...rest] = folder.split('/');
	return first?.toLowerCase() === language ? rest.join('/') : folder;
}

function nameOf(page: HugoPage, settings: HugoSettings): string {
	const own = pageTitle(page);
	if (own !== undefined) return own;
	const name = page.type === 'section' || page.type === 'bundle' ? page.folder.split('/').at(-1) : page.name;
	return folderTitle(name || (wordOf(settings.all.title) ?? 'Introduction'));
}

/** Where a text goes: sections are introductions of their folders, languages other than the first stand behind the name. */
function placeOf({ folder, name, extension, language, type }: HugoPage, { defaultLanguage }: HugoSettings): string {
	const isTranslation = language !== undefined && language !== defaultLanguage;
	const inLanguageFolder = folder.split('/')[0]?.toLowerCase() === language;
	const suffix = isTranslation && !inLanguageFolder ? `-${language}` : '';
	const ending = isHtmlPath(`x${extension}`) ? '.md' : extension;
	if (type === 'section') return join(folder, suffix === '' ? `README${ending}` : `index${suffix}${ending}`);
	return join(folder, `${name}${suffix}${ending}`);
}

function isTextPath(path: string): boolean {
	return isMarkdownPath(path) || isHtmlPath(path) || (!basename(path).includes('.') && !basename(path).startsWith('.'));
}

function isInContent(path: string, { contentFolders }: HugoSettings): boolean {
	return contentFolders.some(({ folder }) => path.startsWith(`${folder}/`));
}

const fileFolders = ['static', 'assets', 'public-static'];

function isPublishedFile(path: string, settings: HugoSettings): boolean {
	return isInContent(path, settings) || fileFolders.some((folder) => path.startsWith(`${folder}/`));
}

/** The path of a file without the folder that Hugo publishes from. */
function placeWithin(path: string, { contentFolders }: HugoSettings): string {
	const content = contentFolders.find(({ folder }) => path.startsWith(`${folder}/`));
	if (content) return join(content.at, path.slice(content.folder.length + 1));
	const folder = fileFolders.find((each) => path.startsWith(`${each}/`));
	return folder === undefined ? path : path.slice(folder.length + 1);
}

function fileAddress(path: string, settings: HugoSettings): string | undefined {
	if (!isPublishedFile(path, settings)) return undefined;
	const place = placeWithin(path, settings);
	// Hugo writes the folders of texts in small letters; static files stay as they are.
	return isInContent(path, settings) ? join(dirname(place).toLowerCase(), basename(place)) : place;
}
