import { basename, dirname } from 'node:path/posix';
import { isMarkdownPath } from '../../choose-texts.js';
import { decodeText } from '../../decode-text.js';
import { hidingField } from '../../hidden-in-source.js';
import { knownLanguage } from '../../known-language.js';
import { isDotPath, type SourceFolder } from '../../source-folder.js';
import { type SplitSource, splitFrontMatter } from '../../split-front-matter.js';
import { listOf, plainRoute, recordOf, textOf } from './settings.js';

/** A page of Grav: one file in a folder of its own, beside its translations. */
export interface GravPage {
	/** Path below the folder of the pages. */
	path: string;
	/** Its folder there, `''` for the top. */
	folder: string;
	/** The file's name without language and extension: the template that shows it. */
	template: string;
	language?: string;
	split: SplitSource;
	/** Address without language and slashes at its ends, lower-case. */
	route: string;
	/** Folders without their numbers, to name it by. */
	place: string;
	/** A part that is shown within the page above it. */
	isModule: boolean;
	/** Stands in the menu. */
	isListed: boolean;
	/** Why nobody saw it at an address of its own, in the words of the source. */
	hidden?: string;
	/** Route that readers were sent on to. */
	redirect?: string;
}

/** A folder's name without the number that orders it: `01.home`, `02._features`. */
const number = /^\d+\./;

/** Every page below a folder, in the order of Grav's menu: by number, then by name. */
export function readGravPages(folder: SourceFolder, root: string): GravPage[] {
	const below = root === '' ? '' : `${root}/`;
	const paths = folder.files.filter((path) => path.startsWith(below) && !isDotPath(path) && isMarkdownPath(path)).map((path) => path.slice(below.length));
	const files = paths.flatMap((path) => {
		const decoded = decodeText(folder.bytes(below + path));
		return decoded ? [{ path, folder: dirname(path) === '.' ? '' : dirname(path), ...nameParts(path), split: splitFrontMatter(decoded.text) }] : [];
	});
	const inFolder = Map.groupBy(files, (file) => file.folder);
	const routes = new Map<string, string>();
	const routeOf = (path: string, language: string | undefined): string => {
		if (path === '') return '';
		const key = `${path}\0${language ?? ''}`;
		const known = routes.get(key);
		if (known !== undefined) return known;
		const own = inFolder.get(path)?.find((file) => file.language === language)?.split.data ?? {};
		const above = routeOf(dirname(path) === '.' ? '' : dirname(path), language);
		const slug = textOf(own.slug) || nameOf(basename(path)).replace(/^_/, '');
		const route = plainRoute(textOf(recordOf(own.routes).default) || `${above}/${slug}`);
		routes.set(key, route);
		return route;
	};
	return files
		.map((file): GravPage => {
			const isModule = file.folder.split('/').some((name) => nameOf(name).startsWith('_'));
			const { data } = file.split;
			const redirect = textOf(data.redirect);
			const hidden = hiddenWords(file.split);
			return {
				...file,
				route: routeOf(file.folder, file.language),
				place: file.folder
					.split('/')
					.map((name) => nameOf(name).replace(/^_/, ''))
					.join('/'),
				isModule,
				isListed: typeof data.visible === 'boolean' ? data.visible : file.folder === '' || isModule || number.test(basename(file.folder)),
				...(redirect !== '' ? { redirect, hidden: `redirect: ${redirect}` } : hidden !== undefined && { hidden }),
			};
		})
		.sort((a, b) => compareFolders(a.folder, b.folder) || (a.path < b.path ? -1 : 1));
}

/** What the name of a page's file says: `default.en.md` is the template `default` in English. */
export function nameParts(path: string): { template: string; language?: string } {
	const stem = basename(path).replace(/\.\w+$/, '');
	const [, template = stem, suffix = ''] = /^(.+)\.([^.]+)$/.exec(stem) ?? [];
	const language = knownLanguage(suffix);
	return language === undefined ? { template: stem } : { template, language };
}

/** A folder's name without its number. */
export function nameOf(folder: string): string {
	return folder.replace(number, '') || folder;
}

function hiddenWords({ data, broken, unclosed }: SplitSource): string | undefined {
	if (broken || unclosed !== undefined) return undefined;
	if (data.routable === false) return 'routable: false';
	// A page for people who are logged in.
	if (Object.keys(recordOf(data.access)).length > 0 || listOf(data.access).length > 0) return 'access';
	const { visible: _menu, routable: _address, ...others } = data;
	return hidingField(others);
}

/** Folder by folder, numbers as numbers. A folder comes before what is in it. */
function compareFolders(a: string, b: string): number {
	const left = a.split('/');
	const right = b.split('/');
	for (const [index, name] of left.entries()) {
		const other = right[index];
		if (other === undefined) return 1;
		if (name === other) continue;
		return orderOf(name) - orderOf(other) || (name.toLowerCase() < other.toLowerCase() ? -1 : 1);
	}
	return left.length - right.length;
}

function orderOf(name: string): number {
	return Number(/^\d+/.exec(number.test(name) ? name : '')?.[0] ?? Number.MAX_SAFE_INTEGER);
}
