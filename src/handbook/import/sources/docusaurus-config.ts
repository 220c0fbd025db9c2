import { canonicalLanguage } from '../../../lib/language.js';
import { fieldsOf, itemsOf, valueAt, wordsOf } from '../plain-data.js';
import { readScript } from '../script-literals.js';

/** A part of a Docusaurus site that is made of texts. */
export interface SitePart {
	kind: 'docs' | 'blog' | 'pages';
	/** Name of the plugin's instance; empty for the first one. */
	id: string;
	/** Folder of its texts, below the site's folder. */
	folder: string;
	/** Where it is published, below the site's address; empty for its root. */
	route: string;
	/** File of its sidebars, below the site's folder. */
	sidebars?: string;
	/** Words that open its list. */
	title?: string;
	/** Names of boxes that the site adds to the known ones. */
	boxes: readonly string[];
}

/** What a Docusaurus configuration says of a site, as far as it can be read without running it. */
export interface DocusaurusConfig {
	title?: string;
	url?: string;
	/** Beginning and ending with `/`. */
	baseUrl: string;
	/** True when every address ends with a slash. */
	trailingSlash: boolean;
	language?: string;
	/** Folders whose files are published at the root of the site. */
	staticFolders: readonly string[];
	parts: readonly SitePart[];
	/** An address within the repository. */
	editUrl?: string;
	/** Titles of sidebars in the bar at the top, by their names. */
	sidebarTitles: ReadonlyMap<string, string>;
}

const defaults = { docs: 'docs', blog: 'blog', pages: 'src/pages' };

/** Reads the literals of `docusaurus.config.*`. What cannot be read is as Docusaurus has it by default. */
export function readDocusaurusConfig(source: string): DocusaurusConfig {
	const script = readScript(source);
	const exported = fieldsOf(script.exported);
	// A configuration that a function makes is often a constant of the file all the same.
	const config =
		Object.keys(exported).length > 0
			? exported
			: (script.names.map((name) => fieldsOf(script.constant(name))).find((value) => 'presets' in value || 'baseUrl' in value || 'themeConfig' in value) ?? {});
	const presets = itemsOf(config.presets).map((preset) => fieldsOf(itemsOf(preset)[1] ?? preset));
	const preset = presets.find((options) => 'docs' in options || 'blog' in options || 'pages' in options) ?? {};
	const plugins = itemsOf(config.plugins).flatMap((plugin): SitePart[] => {
		const [name, options] = [wordsOf(itemsOf(plugin)[0]) ?? '', itemsOf(plugin)[1]];
		const kind = /(?:plugin-)?content-(docs|blog|pages)$/.exec(name)?.[1] as SitePart['kind'] | undefined;
		return kind === undefined ? [] : [partOf(kind, options)];
	});
	const parts = (['docs', 'blog', 'pages'] as const).flatMap((kind) => (preset[kind] === false ? [] : [partOf(kind, preset[kind])]));
	const options = [preset.docs, preset.blog].map((each) => wordsOf(valueAt(each, 'editUrl')));
	const navbar = itemsOf(valueAt(config, 'themeConfig', 'navbar', 'items'));
	const title = wordsOf(config.title);
	const url = wordsOf(config.url);
	const language = canonicalLanguage(wordsOf(valueAt(config, 'i18n', 'defaultLocale')) ?? '');
	const repository = wordsOf(config.organizationName) && wordsOf(config.projectName) ? `https://github.com/${wordsOf(config.organizationName)}/${wordsOf(config.projectName)}` : undefined;
	const editUrl = options.find((each) => each !== undefined) ?? repository;
	const statics = itemsOf(config.staticDirectories).flatMap((folder) => wordsOf(folder) ?? []);
	return {
		...(title && { title }),
		...(url && { url }),
		baseUrl: `/${trimmed(wordsOf(config.baseUrl) ?? '')}/`.replace('//', '/'),
		...(language && { language }),
		trailingSlash: config.trailingSlash === true,
		staticFolders: statics.length > 0 ? statics.map(trimmed) : ['static'],
		parts: [...parts, ...plugins].filter((part, index, all) => all.findIndex((other) => other.kind === part.kind && other.folder === part.folder) === index),
		...(editUrl && { editUrl }),
		sidebarTitles: new Map(
			navbar.flatMap((item): [string, string][] => {
				const [sidebar, label] = [wordsOf(valueAt(item, 'sidebarId')), wordsOf(valueAt(item, 'label'))];
				return sidebar !== undefined && label !== undefined ? [[sidebar, label]] : [];
			}),
		),
	};
}

function partOf(kind: SitePart['kind'], options: unknown): SitePart {
	const words = (name: string): string | undefined => wordsOf(valueAt(options, name));
	const sidebars = words('sidebarPath');
	const title = kind === 'blog' ? (words('blogTitle') ?? 'Blog') : undefined;
	return {
		kind,
		id: words('id') === 'default' ? '' : (words('id') ?? ''),
		folder: trimmed(words('path') ?? defaults[kind]),
		route: trimmed(words('routeBasePath') ?? (kind === 'pages' ? '' : kind)),
		...(sidebars !== undefined && { sidebars: trimmed(sidebars) }),
		...(title !== undefined && { title }),
		boxes: itemsOf(valueAt(options, 'admonitions', 'keywords')).flatMap((name) => wordsOf(name) ?? []),
	};
}

/** A path without what says “here” and without slashes at its ends. */
function trimmed(path: string): string {
	return path.replace(/^(?:\.\/|\/)+|\/+$/g, '').replace(/^\.$/, '');
}
