import { basename, dirname, join } from 'node:path/posix';
import { isMarkdownPath } from '../../choose-texts.js';
import { decodeText } from '../../decode-text.js';
import { hidingField } from '../../hidden-in-source.js';
import { isHtmlPath } from '../../html-texts.js';
import { dayOf, type Settings, wordOf } from '../../settings.js';
import type { SourceFolder } from '../../source-folder.js';
import { splitFrontMatter } from '../../split-front-matter.js';
import { defaultsFor, type JekyllSettings } from './jekyll-settings.js';

/** A text of a site of Jekyll. */
export interface JekyllPage {
	/** Below the site's folder. */
	path: string;
	type: 'post' | 'draft' | 'document' | 'page';
	/** The collection that a document belongs to. */
	collection?: string;
	/** Folders above that have no special name, such as categories of posts. */
	folder: string;
	/** The name without date and extension. */
	name: string;
	extension: string;
	/** The day in its name or its facts. */
	day?: string;
	/** Its facts, with those that the settings give to it. */
	data: Settings;
	/** Why it was shown to nobody, in the words of the source. */
	hidden?: string;
	/** True when nothing stands below the facts. */
	empty: boolean;
}

/** Folders that Jekyll keeps for itself. */
const ownFolder = /^_(?:includes|layouts|sass|data|plugins|site)$/;

/** Every text of the site. */
export function jekyllPages(folder: SourceFolder, settings: JekyllSettings): JekyllPage[] {
	const below = settings.root === '' ? '' : `${settings.root}/`;
	const files = folder.files.filter((path) => path.startsWith(below)).map((path) => path.slice(below.length));
	return files.flatMap((path): JekyllPage[] => {
		if (!(isMarkdownPath(path) || isHtmlPath(path)) || settings.excludes(path)) return [];
		if (path.split('/').some((part) => ownFolder.test(part) || part.startsWith('.'))) return [];
		const text = decodeText(folder.bytes(below + path))?.text;
		if (text === undefined) return [];
		const { data, body, broken, unclosed } = splitFrontMatter(text);
		const hasFacts = Object.keys(data).length > 0 || broken !== undefined || unclosed !== undefined || /^---\s*\n---/.test(text);
		if (isHtmlPath(path) && !hasFacts) return [];
		// The introduction of the repository, beside that of the site.
		if (/^readme\./i.test(path) && !hasFacts && files.some((each) => /^index\.(?:md|markdown|html)$/.test(each))) return [];
		return [pageOf(path, data, body, settings)];
	});
}

function pageOf(path: string, own: Settings, body: string, settings: JekyllSettings): JekyllPage {
	const extension = /\.\w+$/.exec(path)?.[0] ?? '';
	const stem = basename(path, extension);
	const folders = dirname(path) === '.' ? [] : dirname(path).split('/');
	const special = folders.findIndex((part) => part.startsWith('_'));
	const marked = special < 0 ? '' : (folders[special] ?? '');
	const inCollections = settings.collectionsFolder === '' || join(...folders.slice(0, special), '.') === join(settings.collectionsFolder, '.');
	const collection = special >= 0 && inCollections && Object.hasOwn(settings.collections, marked.slice(1)) && marked !== '_posts' ? marked.slice(1) : undefined;
	const type = marked === '_posts' ? 'post' : marked === '_drafts' ? 'draft' : collection !== undefined ? 'document' : 'page';
	const [, date, name = stem] = (type === 'page' ? null : /^(\d{4}-\d{2}-\d{2})-(.+)$/.exec(stem)) ?? [];
	const data = { ...defaultsFor(path, type === 'document' ? (collection ?? '') : `${type}s`, settings), ...own };
	const day = dayOf(data.date) ?? date;
	const hidden = hiddenBy({ path, type, data, special: marked, collection }, settings);
	const without = type === 'page' ? folders : folders.filter((_part, index) => index !== special);
	return {
		path,
		type,
		...(collection !== undefined && { collection }),
		folder: (type === 'document' ? folders.slice(special + 1) : without).join('/'),
		name,
		extension,
		...(day !== undefined && { day }),
		data,
		...(hidden !== undefined && { hidden }),
		empty: body.trim() === '',
	};
}

function hiddenBy(
	{ path, type, data, special, collection }: { path: string; type: JekyllPage['type']; data: Settings; special: string; collection: string | undefined },
	settings: JekyllSettings,
): string | undefined {
	if (type === 'draft') return '_drafts/';
	const field = hidingField(data);
	if (field !== undefined) return field;
	// A collection has no pages of its own unless the settings say so.
	if (collection !== undefined && settings.collections[collection]?.output !== true) return `_${collection}/`;
	if (type === 'page' && special !== '') return `${special}/`;
	return type === 'page' && basename(path).startsWith('_') ? basename(path) : undefined;
}

/** Where a text goes: the folders of collections without their underscore. */
export function placeOf({ type, collection, folder, name, extension }: JekyllPage): string {
	const ending = isHtmlPath(`x${extension}`) ? '.md' : extension;
	const top = type === 'post' ? 'posts' : type === 'draft' ? 'drafts' : (collection ?? '');
	const plain = folder
		.split('/')
		.map((part) => part.replace(/^_+(?=.)/, ''))
		.join('/');
	// An index opens its folder.
	return join(top, plain, `${name === 'index' ? 'README' : name}${ending}`);
}

/** What people call the text. */
export function pageTitle({ data, name, folder }: JekyllPage): string {
	const words = (name === 'index' ? (folder.split('/').at(-1) ?? '') : name).replace(/[-_]+/g, ' ').trim();
	return wordOf(data.title) ?? (words.charAt(0).toUpperCase() + words.slice(1) || 'Introduction');
}
