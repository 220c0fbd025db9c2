import { basename, dirname } from 'node:path/posix';
import { isMarkdownPath } from '../choose-texts.js';
import type { ContentsItem, Layout } from '../layout.js';
import { isDotPath, type SourceFolder } from '../source-folder.js';
import { gravFacts } from './grav/facts.js';
import { dropSummaryMark, linksToModules, mediaAndPlugins, notices, twigWords } from './grav/notation.js';
import { type GravPage, nameParts, readGravPages } from './grav/pages.js';
import { gravRoutes, pageName } from './grav/routes.js';
import { type GravSettings, readGravSettings, recordOf, textOf } from './grav/settings.js';
import type { Source } from './source.js';
import { dropHtmlComments } from './wiki/hidden-words.js';

/** Grav (https://getgrav.org/): a page is a folder, numbered for its order, that holds a file named after a template. */
export const grav: Source = {
	recognise(folder) {
		const root = pagesFolder(folder);
		if (root === undefined) return undefined;
		const settings = readGravSettings(folder, root.endsWith('user/pages') ? root.replace(/pages$/, 'config') : 'config');
		const pages = readGravPages(folder, root);
		const languages = [...new Set(pages.flatMap(({ language }) => language ?? []))];
		const main = settings.languages[0] ?? settings.language ?? (languages.includes('en') ? 'en' : mostUsed(pages));
		return layoutOf(folder, root, { pages, settings, main, isMultilingual: languages.length > 0 });
	},
};

interface GravSite {
	pages: readonly GravPage[];
	settings: GravSettings;
	main: string | undefined;
	isMultilingual: boolean;
}

function layoutOf(folder: SourceFolder, root: string, { pages, settings, main, isMultilingual }: GravSite): Layout {
	const below = root === '' ? '' : `${root}/`;
	const files = new Set(folder.files.filter((path) => path.startsWith(below)).map((path) => path.slice(below.length)));
	const routes = gravRoutes(pages, { isMultilingual, main, home: settings.home, redirects: settings.redirects, files });
	const byPath = new Map(pages.map((page) => [page.path, page]));
	const inFolder = Map.groupBy(pages, (page) => page.folder);
	const parents = new Set(pages.filter(({ isModule }) => !isModule).map(({ folder: path }) => dirname(path)));
	const moduleFolders = Map.groupBy(
		pages.filter(({ isModule }) => isModule),
		({ folder: path }) => dirname(path),
	);
	const modulesOf = (page: GravPage | undefined): GravPage[] => (page === undefined ? [] : (moduleFolders.get(page.folder) ?? []).filter(({ language }) => language === page.language));
	const ownerOf = ({ folder: path, language }: GravPage): GravPage | undefined => inFolder.get(dirname(path) === '.' ? '' : dirname(path))?.find((page) => page.language === language);
	const hiddenBy = (page: GravPage): string | undefined => page.hidden ?? (page.isModule ? ownerOf(page)?.hidden : undefined);

	const placeOf = (page: GravPage): string => {
		const isAlone = (inFolder.get(page.folder) ?? []).every((other) => other === page || other.language !== page.language);
		const name = isAlone ? page.place : `${page.place}/${page.template}`;
		const isMain = page.language === undefined || page.language === main;
		if (page.folder === '') return `${isMain ? 'README' : `introduction.${page.language}`}.md`;
		if (!isMain) return `${name}.${page.language}.md`;
		return isAlone && parents.has(page.folder) ? `${name}/README.md` : `${name}.md`;
	};
	return {
		generator: 'Grav',
		root,
		...(settings.title && { title: settings.title }),
		...(main && { language: main }),
		...(main !== undefined && main !== settings.languages[0] && main !== settings.language && { languageFrom: 'the names of its files' }),
		...(settings.address && { home: settings.address }),
		contents: { items: menuOf(pages, main, hiddenBy) },
		// A page that only sent its readers on is an address of the page that they came to.
		ownFiles: pages.filter((page) => page.redirect?.startsWith('/') && page.split.body.trim() === '' && routes.targetOf(page.redirect, page.path) !== undefined).map(({ path }) => path),
		site: true,
		rewritings: [
			dropHtmlComments,
			dropSummaryMark,
			notices,
			mediaAndPlugins,
			twigWords((path) => recordOf(byPath.get(path)?.split.data.process).twig === true || settings.twig, { title: settings.title }),
			linksToModules(
				(path) => modulesOf(byPath.get(path)),
				(path) => byPath.get(path)?.folder ?? '',
			),
		],
		targetOf: routes.targetOf,
		describe(path, split) {
			const page = byPath.get(path);
			if (!page) return {};
			const language = page.language ?? (isMultilingual ? main : undefined);
			const hidden = hiddenBy(page) ?? (split.broken || split.unclosed !== undefined ? undefined : false);
			return gravFacts(page, { place: placeOf(page), addresses: routes.addressesOf(page), ...(language !== undefined && { language }), ...(hidden !== undefined && { hidden }) });
		},
		placeOfFile: (path) =>
			path
				.split('/')
				.map((name, index, parts) => (index < parts.length - 1 ? name.replace(/^\d+\.(?=.)/, '').replace(/^_/, '') : name))
				.join('/'),
	};
}

/** The folder that holds the pages, or undefined when this is no Grav. */
function pagesFolder(folder: SourceFolder): string | undefined {
	const texts = folder.files.filter((path) => isMarkdownPath(path) && !isDotPath(path));
	const told = texts.map((path) => /^(?:.*\/)?user\/pages(?=\/)/.exec(path)?.[0]).find((path) => path !== undefined);
	if (told !== undefined) return told;
	return ['pages', ''].find((root) => looksLikePages(texts.flatMap((path) => (root === '' ? [path] : path.startsWith(`${root}/`) ? [path.slice(root.length + 1)] : []))));
}

const commonTemplates = new Set(['default', 'item', 'blog', 'docs', 'doc', 'chapter', 'modular', 'home', 'page', 'post', 'text', 'features', 'form', 'external', 'error']);

/** True when nearly every text lies alone in a numbered folder, under the name of a template. */
function looksLikePages(paths: readonly string[]): boolean {
	const inFolders = paths.filter((path) => path.includes('/'));
	const numbered = inFolders.filter((path) => /(?:^|\/)\d+\.[^/]+\//.test(path));
	const languagesOf = Map.groupBy(inFolders, (path) => `${dirname(path)}\0${nameParts(path).language ?? ''}`);
	const crowded = [...languagesOf.values()].filter((members) => members.length > 1).length;
	const templated = inFolders.filter((path) => commonTemplates.has(nameParts(path).template.toLowerCase()));
	// A README at the top belongs to the repository.
	const others = paths.length - inFolders.length - paths.filter((path) => /^(?:readme|license|licence|contributing|changelog)\b/i.test(basename(path)) && !path.includes('/')).length;
	return numbered.length >= 2 && numbered.length >= inFolders.length / 2 && templated.length >= inFolders.length / 2 && crowded <= languagesOf.size / 10 && others === 0;
}

/** The menu: language by language, the main one first, as Grav shows it in each. */
function menuOf(pages: readonly GravPage[], main: string | undefined, hiddenBy: (page: GravPage) => string | undefined): ContentsItem[] {
	const languages = [...new Set(pages.map(({ language }) => language))].sort((a, b) => Number(!isMain(a)) - Number(!isMain(b)) || ((a ?? '') < (b ?? '') ? -1 : 1));
	return languages.flatMap((language) => {
		const tree: ContentsItem[] = [];
		const byFolder = new Map<string, ContentsItem[]>();
		for (const page of pages) {
			if (page.language !== language || !page.isListed || hiddenBy(page) !== undefined) continue;
			const item: ContentsItem = { title: textOf(page.split.data.menu) || pageName(page), path: page.path, line: 1, items: [] };
			const above = ancestorsOf(page.folder).find((folder) => byFolder.has(folder));
			(above === undefined ? tree : byFolder.get(above))?.push(item);
			if (!byFolder.has(page.folder)) byFolder.set(page.folder, item.items);
		}
		return tree;
	});

	function isMain(language: string | undefined): boolean {
		return language === undefined || language === main;
	}
}

/** The folders that a folder lies in, the nearest first; a file's own folder is none of them unless it is shared. */
function ancestorsOf(folder: string): string[] {
	const above: string[] = [];
	for (let path = dirname(folder); path !== '.' && path !== ''; path = dirname(path)) above.push(path);
	return above;
}

function mostUsed(pages: readonly GravPage[]): string | undefined {
	const counts = [...Map.groupBy(pages, ({ language }) => language).entries()].filter(([language]) => language !== undefined);
	return counts.sort((a, b) => b[1].length - a[1].length)[0]?.[0];
}
