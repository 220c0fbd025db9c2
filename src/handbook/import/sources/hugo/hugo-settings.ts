import { basename } from 'node:path/posix';
import { canonicalLanguage } from '../../../../lib/language.js';
import { readYaml } from '../../../../markdown/read-yaml.js';
import { decodeText } from '../../decode-text.js';
import { readJson, readToml } from '../../foreign-facts.js';
import { innerPath, isSettings, type Settings, settingsOf, wordOf } from '../../settings.js';
import type { SourceFolder } from '../../source-folder.js';

/** A folder of texts, and what the program makes of it. */
export interface ContentFolder {
	/** Below the site's folder. */
	folder: string;
	/** Where its texts stand in the tree of the site, `''` for its root. */
	at: string;
	/** The language that all its texts have. */
	language?: string;
}

/** What the settings of a site of Hugo say. */
export interface HugoSettings {
	/** The folder that the site lies in, `''` for the top. */
	root: string;
	/** Files that the settings stand in. */
	files: string[];
	all: Settings;
	languages: Readonly<Record<string, Settings>>;
	/** The language without a name in its addresses, by its name in the settings. */
	defaultLanguage: string;
	contentFolders: ContentFolder[];
}

const usualRoots = ['', 'site', 'docs', 'website', 'www', 'web', 'src', 'hugo'];
const main = /^(?:hugo|config)\.(?:toml|ya?ml|json)$/;

/** Finds and reads the settings of a site of Hugo; undefined when the folder holds none. */
export function findHugoSettings(folder: SourceFolder): HugoSettings | undefined {
	for (const root of usualRoots) {
		const below = root === '' ? '' : `${root}/`;
		const names = folder.files.filter((path) => path.startsWith(below)).map((path) => path.slice(below.length));
		const top = names.filter((name) => main.test(name)).sort((a, b) => Number(b.startsWith('hugo.')) - Number(a.startsWith('hugo.')));
		const inFolder = names.filter((name) => /^config\/_default\/[\w-]+(?:\.[\w-]+)?\.(?:toml|ya?ml|json)$/.test(name));
		const has = (part: string): boolean => names.some((name) => name.startsWith(part));
		const file = top[0];
		if (file === undefined && inFolder.length === 0 && !(has('archetypes/') && has('content/'))) continue;
		const read = (name: string): Settings => readSettings(name, decodeText(folder.bytes(below + name))?.text ?? '');
		const named = [...inFolder, ...(file === undefined ? [] : [file])];
		const all: Record<string, unknown> = {};
		for (const name of named) Object.assign(all, placed(name, read(name), all));
		const settings = hugoSettings(root, named, all, has);
		const hasTexts = settings.contentFolders.some(({ folder: content }) => names.some((name) => name.startsWith(`${content}/`) && /\.(?:md|markdown|html)$/i.test(name)));
		if (hasTexts && isSurelyHugo(file, inFolder, all, has)) return settings;
	}
	return undefined;
}

/** Other programs have a `config.toml` or a `config.yaml` too. */
function isSurelyHugo(file: string | undefined, inFolder: readonly string[], all: Settings, has: (part: string) => boolean): boolean {
	if (file?.startsWith('hugo.') || has('archetypes/') || (inFolder.length > 0 && has('content/'))) return true;
	if (all.base_url !== undefined) return false;
	const known = ['baseurl', 'languagecode', 'defaultcontentlanguage', 'markup', 'permalinks', 'taxonomies', 'contentdir', 'module'].filter((name) => all[name] !== undefined);
	return known.length > 0 && (has('content/') || known.includes('contentdir'));
}

function hugoSettings(root: string, files: string[], all: Settings, has: (part: string) => boolean): HugoSettings {
	const languages = Object.fromEntries(Object.entries(settingsOf(all.languages)).flatMap(([name, value]) => (isSettings(value) ? [[name.toLowerCase(), lowerNames(value)] as const] : [])));
	const defaultLanguage = (wordOf(all.defaultcontentlanguage) ?? 'en').toLowerCase();
	const own = innerPath(wordOf(all.contentdir) ?? 'content') || 'content';
	const ofLanguages = Object.entries(languages).flatMap(([language, { contentdir }]) => {
		const folder = innerPath(wordOf(contentdir) ?? '');
		return folder ? [{ folder, at: '', language }] : [];
	});
	const mounts = settingsOf(all.module).mounts;
	const mounted = (Array.isArray(mounts) ? mounts : []).filter(isSettings).flatMap((mount): ContentFolder[] => {
		const { source, target, lang, language } = mount;
		const folder = innerPath(wordOf(source) ?? '');
		const at = innerPath(wordOf(target) ?? '');
		const spoken = wordOf(lang ?? language)?.toLowerCase();
		if (!folder || (at !== 'content' && !at?.startsWith('content/')) || !has(`${folder}/`)) return [];
		return [{ folder, at: at.replace(/^content\/?/, ''), ...(spoken !== undefined && { language: spoken }) }];
	});
	const contentFolders = [...mounted, ...ofLanguages, ...(mounted.length > 0 ? [] : [{ folder: own, at: '' }])];
	return { root, files, all, languages, defaultLanguage, contentFolders: contentFolders.sort((a, b) => b.folder.length - a.folder.length) };
}

/** The BCP 47 tag of a language of the site. */
export function languageTag({ languages }: Pick<HugoSettings, 'languages'>, name: string): string | undefined {
	const { languagecode, locale } = languages[name] ?? {};
	return canonicalLanguage(name) ?? canonicalLanguage(wordOf(locale) ?? wordOf(languagecode) ?? '');
}

/** Reads a file of settings, whose names mean the same in capitals. */
function readSettings(name: string, text: string): Settings {
	const clean = text.replace(/^\uFEFF/, '');
	if (/\.ya?ml$/i.test(name)) return lowerNames(readYaml(clean).data);
	const read = /\.json$/i.test(name) ? readJson(clean) : readToml(clean);
	return 'data' in read ? lowerNames(read.data) : {};
}

/** `config/_default/params.toml` holds what stands below `params`, and `menus.de.toml` a part of one language. */
function placed(name: string, read: Settings, known: Settings): Settings {
	if (main.test(basename(name))) return read;
	const [part = '', language] = basename(name).toLowerCase().split('.');
	const key = part === 'menu' ? 'menus' : part;
	if (!name.startsWith('config/') || name.split('.').length > 2) return language === undefined ? {} : known;
	return { [key]: { ...settingsOf(known[key]), ...read } };
}

function lowerNames(settings: Settings): Settings {
	return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name.toLowerCase(), value]));
}
