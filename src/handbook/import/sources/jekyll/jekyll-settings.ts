import { join } from 'node:path/posix';
import { readYaml } from '../../../../markdown/read-yaml.js';
import { decodeText } from '../../decode-text.js';
import { homeOf, innerPath, isSettings, type Settings, settingsOf, wordOf, wordsIn } from '../../settings.js';
import type { SourceFolder } from '../../source-folder.js';

/** What the settings of a site of Jekyll say. */
export interface JekyllSettings {
	/** The folder that the texts lie in, `''` for the top. */
	root: string;
	/** The file of settings in the source folder; none where a site has none. */
	file?: string;
	all: Settings;
	home?: string;
	/** Collections besides `posts`, by their names. */
	collections: Readonly<Record<string, Settings>>;
	/** The folder that collections lie in, `''` for the root. */
	collectionsFolder: string;
	/** True for a path that the site leaves out. */
	excludes(path: string): boolean;
}

const usualRoots = ['', 'docs', 'site', 'website', 'src', 'www', 'web'];
const tellingNames = ['theme', 'remote_theme', 'plugins', 'gems', 'collections', 'markdown', 'permalink', 'kramdown', 'baseurl', 'defaults', 'sass', 'highlighter', 'paginate'];

/** Finds and reads the settings of a site of Jekyll; undefined when the folder holds none. */
export function findJekyllSettings(folder: SourceFolder): JekyllSettings | undefined {
	for (const top of usualRoots) {
		const below = top === '' ? '' : `${top}/`;
		const has = (part: string): boolean => folder.files.some((path) => path.startsWith(below + part));
		const file = [`${below}_config.yml`, `${below}_config.yaml`].find((path) => folder.files.includes(path));
		const all = file === undefined ? {} : readYaml(textOf(folder, file)).data;
		const gemfile = [`${below}Gemfile`, 'Gemfile'].find((path) => folder.files.includes(path));
		const hasGem = gemfile !== undefined && /\b(?:jekyll|github-pages)\b/.test(textOf(folder, gemfile));
		const hasFolders = has('_posts/') || has('_layouts/') || has('_includes/');
		// Jupyter Book has a _config.yml of its own.
		const isOther = has('_toc.yml') && !hasFolders;
		const isTold = file !== undefined && (hasFolders || hasGem || tellingNames.some((name) => all[name] !== undefined));
		const isShown = file === undefined && has('_posts/') && (has('_layouts/') || hasGem);
		if (!isOther && (isTold || isShown)) return jekyllSettings(top, file, all);
	}
	return undefined;
}

function jekyllSettings(top: string, file: string | undefined, all: Settings): JekyllSettings {
	const source = innerPath(wordOf(all.source) ?? '') ?? '';
	const listed = Array.isArray(all.collections) ? Object.fromEntries(wordsIn(all.collections).map((name) => [name, {}])) : settingsOf(all.collections);
	const collections = Object.fromEntries(Object.entries(listed).map(([name, value]) => [name, settingsOf(value)]));
	const home = homeOf(wordOf(all.url) === undefined ? undefined : `${wordOf(all.url)?.replace(/\/+$/, '')}/${(wordOf(all.baseurl) ?? '').replace(/^\/+|\/+$/g, '')}`);
	const included = wordsIn(all.include);
	const patterns = ['vendor/', 'node_modules/', '_site/', ...wordsIn(all.exclude)].flatMap((pattern) => patternOf(pattern) ?? []);
	return {
		root: top === '' ? source : join(top, source),
		...(file !== undefined && { file }),
		all,
		...(home !== undefined && { home }),
		collections,
		collectionsFolder: innerPath(wordOf(all.collections_dir) ?? '') ?? '',
		excludes: (path) => !included.includes(path) && patterns.some((pattern) => pattern.test(path)),
	};
}

/** `vendor/`, `notes.md`, `drafts/*.md` and `**` as Jekyll means them; undefined for a pattern with too many stars to be meant. */
function patternOf(pattern: string): RegExp | undefined {
	const plain = pattern.replace(/^\.?\/+|\/+$/g, '');
	if (plain === '' || (plain.match(/\*+/g)?.length ?? 0) > 4) return undefined;
	const source = plain
		.split(/(\*+)/)
		.map((part) => (part.startsWith('**') ? '.*' : part.startsWith('*') ? '[^/]*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')))
		.join('');
	return new RegExp(`^${source}(?:/|$)`);
}

/** A file of data, and where its values stand. */
export interface DataFile {
	value: unknown;
	lineOf(path: readonly PropertyKey[]): number;
}

/** Reads a file below `_data/`; undefined for one that cannot be read. */
export function readDataFile(folder: SourceFolder, path: string): DataFile | undefined {
	const text = textOf(folder, path).replace(/^\uFEFF/, '');
	if (/\.json$/i.test(path)) {
		try {
			return { value: JSON.parse(text) as unknown, lineOf: () => 1 };
		} catch {
			return undefined;
		}
	}
	if (!/\.ya?ml$/i.test(path)) return undefined;
	// The reader of YAML wants names with values; a list may stand right below a name.
	const isList = /^-(?:\s|$)/m.test(text) && !/^[\w"'][^\n]*:(?:\s|$)/m.test(text);
	const { data, fault, locate } = readYaml(isList ? `list:\n${text.replace(/^---[^\n]*/, '#')}` : text);
	if (fault) return undefined;
	return { value: isList ? data.list : data, lineOf: (at) => Math.max(1, locate(isList ? ['list', ...at] : at).line - Number(isList)) };
}

/** Facts that the settings give to texts by their folders and types, the most exact last. */
export function defaultsFor(path: string, type: string, { all }: JekyllSettings): Settings {
	const fitting = (Array.isArray(all.defaults) ? all.defaults : []).filter(isSettings).flatMap(({ scope, values }) => {
		const of = settingsOf(scope);
		const folder = wordOf(of.path) ?? '';
		const kind = wordOf(of.type);
		const fits = folder === '' || patternOf(folder)?.test(path) === true;
		return fits && (kind === undefined || kind === type) ? [{ rank: folder.length * 2 + Number(kind !== undefined), values: settingsOf(values) }] : [];
	});
	return Object.assign({}, ...fitting.sort((a, b) => a.rank - b.rank).map(({ values }) => values)) as Settings;
}

function textOf(folder: SourceFolder, path: string): string {
	return decodeText(folder.bytes(path))?.text ?? '';
}
