import { basename, dirname, join } from 'node:path/posix';
import { decodeText } from '../../decode-text.js';
import { hidingField } from '../../hidden-in-source.js';
import { isSettings, type Settings, settingsOf, wordOf } from '../../settings.js';
import type { SourceFolder } from '../../source-folder.js';
import { type SplitSource, splitFrontMatter } from '../../split-front-matter.js';
import type { HugoSettings } from './hugo-settings.js';

/** A text of a site of Hugo, and where it stands in the tree of the site. */
export interface HugoPage {
	/** Below the site's folder. */
	path: string;
	/** Its folder in the tree of the site, `''` for the root. */
	folder: string;
	/** Its name without language and extension. */
	name: string;
	extension: string;
	/** Its language by its name in the settings; none where the site names no languages. */
	language?: string;
	/** `section`: `_index.md`. `bundle`: an `index.md` with what belongs to it beside it. `part`: a text that belongs to a bundle. */
	type: 'section' | 'bundle' | 'page' | 'part';
	data: Settings;
	/** Facts that the sections above hand down. */
	inherited: Settings;
}

const textFile = /\.(?:md|mdx|markdown|mdown|mkdn?|mkd|html?)$/i;

/** Every text of the site, in the order of its path. */
export function hugoPages(folder: SourceFolder, settings: HugoSettings): HugoPage[] {
	const below = settings.root === '' ? '' : `${settings.root}/`;
	const files = folder.files.filter((path) => path.startsWith(below)).map((path) => path.slice(below.length));
	const pages = files.flatMap((path): HugoPage[] => {
		const place = settings.contentFolders.find(({ folder: content }) => path.startsWith(`${content}/`));
		if (!place || !textFile.test(path)) return [];
		const text = decodeText(folder.bytes(below + path))?.text;
		if (text === undefined) return [];
		const split = splitFrontMatter(text);
		if (/\.html?$/i.test(path) && !hasFacts(split)) return [];
		return [{ path, data: split.data, inherited: {}, ...standing(path.slice(place.folder.length + 1), place.at, place.language, settings) }];
	});
	const bundles = new Set(pages.flatMap((page) => (page.type === 'bundle' ? [`${page.language ?? ''}:${page.folder}`, `:${page.folder}`] : [])));
	const cascades = new Map(
		pages.flatMap((page) => (page.type === 'section' && page.data.cascade !== undefined ? [[`${page.language ?? ''}:${page.folder}`, handedDown(page.data.cascade)] as const] : [])),
	);
	return pages.map((page) => ({
		...page,
		type: page.type === 'page' && inBundle(page, bundles) ? 'part' : page.type,
		inherited: Object.assign({}, ...foldersAbove(page.folder).map((above) => cascades.get(`${page.language ?? ''}:${above}`) ?? {})) as Settings,
	}));
}

function hasFacts({ data, broken, unclosed }: SplitSource): boolean {
	return Object.keys(data).length > 0 || broken !== undefined || unclosed !== undefined;
}

/** Where a path below a folder of texts stands: `guides/_index.de.md` is the German section `guides`. */
function standing(path: string, at: string, ofFolder: string | undefined, { languages, defaultLanguage }: HugoSettings): Pick<HugoPage, 'folder' | 'name' | 'extension' | 'language' | 'type'> {
	const extension = textFile.exec(path)?.[0] ?? '';
	const stem = basename(path, extension);
	const isLanguage = (name: string | undefined): name is string =>
		name !== undefined && Object.keys(languages).length > 0 && (Object.hasOwn(languages, name.toLowerCase()) || name.toLowerCase() === defaultLanguage);
	const suffix = /\.([\w-]+)$/.exec(stem)?.[1];
	const bySuffix = isLanguage(suffix) ? suffix.toLowerCase() : undefined;
	const name = bySuffix === undefined ? stem : stem.slice(0, -bySuffix.length - 1);
	const whole = join(at, dirname(path));
	const first = whole.split('/')[0];
	const byFolder = isLanguage(first) ? first.toLowerCase() : undefined;
	const language = bySuffix ?? ofFolder ?? byFolder ?? (Object.keys(languages).length > 0 ? defaultLanguage : undefined);
	return {
		folder: whole === '.' ? '' : whole,
		name,
		extension,
		...(language !== undefined && { language }),
		type: name === '_index' ? 'section' : name === 'index' ? 'bundle' : 'page',
	};
}

/** True for a text in the folder of a bundle, which has no page of its own. The bundle at the root has all of the site below it. */
function inBundle({ folder, language }: HugoPage, bundles: ReadonlySet<string>): boolean {
	return foldersAbove(folder).some((above) => above !== '' && (bundles.has(`${language ?? ''}:${above}`) || bundles.has(`:${above}`)));
}

/** The folder and all above it, from the root. */
function foldersAbove(folder: string): string[] {
	const parts = folder.split('/').filter(Boolean);
	return ['', ...parts.map((_part, index) => parts.slice(0, index + 1).join('/'))];
}

/** What a section hands down to all texts below it; what it hands to some of them alone is left. */
function handedDown(cascade: unknown): Settings {
	const parts = (Array.isArray(cascade) ? cascade : [cascade]).filter(isSettings).filter((part) => part._target === undefined && part.target === undefined);
	return Object.assign({}, ...parts.map((part) => ({ ...settingsOf(part.params), ...part }))) as Settings;
}

/** Why nobody was shown the text, in the words of the source. */
export function hiddenBy({ data, inherited }: Pick<HugoPage, 'data' | 'inherited'>): string | undefined {
	const all = { ...inherited, ...data };
	if (all.headless === true) return 'headless';
	const build = settingsOf(all._build ?? all.build);
	if (build.render === 'never' || build.render === false) return 'build.render';
	return hidingField(all);
}

/** What people call the text. */
export function pageTitle({ data }: HugoPage): string | undefined {
	return wordOf(data.linkTitle) ?? wordOf(data.linktitle) ?? wordOf(data.title);
}
