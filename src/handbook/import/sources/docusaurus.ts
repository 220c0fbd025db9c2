import { basename, dirname, join, normalize, relative } from 'node:path/posix';
import { undoPercentSigns } from '../../../lib/percent-signs.js';
import { decodeText } from '../decode-text.js';
import { nameTitle } from '../entry-title.js';
import type { ContentsItem } from '../layout.js';
import { readLooseYaml } from '../loose-yaml.js';
import { mdxToMarkdown } from '../mdx/mdx-to-markdown.js';
import { codeTitles } from '../notation/code-titles.js';
import { directives } from '../notation/directives.js';
import { bracedId, keepHeadingIds } from '../notation/heading-ids.js';
import { changeAddresses } from '../notation/link-addresses.js';
import { wordsOf } from '../plain-data.js';
import type { Rewriting } from '../rewriting.js';
import { readScript } from '../script-literals.js';
import type { SourceFolder } from '../source-folder.js';
import { isExternal } from '../source-targets.js';
import { type SplitSource, splitFrontMatter } from '../split-front-matter.js';
import { docOf } from './doc-order.js';
import { type DocusaurusConfig, readDocusaurusConfig, type SitePart } from './docusaurus-config.js';
import { type DocSet, generatedSidebar, readSidebars, type Sidebar } from './docusaurus-sidebar.js';
import { describeText, placeOf, type SiteFacts, type SiteText } from './docusaurus-texts.js';
import { repositoryOf } from './repository.js';
import type { Source } from './source.js';

const configFile = /^docusaurus\.config\.(?:[cm]?[jt]s)$/;
const textFile = /\.mdx?$/i;
const ownName = /^(?:_category_\.(?:json|ya?ml)|authors\.yml|tags\.yml|\.\w+)$/;
const scriptFile = /\.(?:[cm]?[jt]sx?|json|css|scss|sass|lock|ya?ml|toml|sh)$/i;

/** Docusaurus (https://docusaurus.io): `docusaurus.config.*` names the site and its folders, sidebars or the folders themselves are the order. */
export const docusaurus: Source = {
	recognise(folder) {
		const file = configOf(folder);
		if (file === undefined) return undefined;
		const site = dirname(file) === '.' ? '' : dirname(file);
		const config = readDocusaurusConfig(textOf(folder, file) ?? '');
		const texts = siteTexts(folder, site, config);
		if (texts.size === 0) return undefined;
		const splits = new Map([...texts.keys()].map((path) => [path, splitFrontMatter(textOf(folder, path) ?? '')]));
		dropPartials(texts, splits, site, folder);
		const order = orderOf(folder, site, config, texts, splits);
		const repo = repositoryOf(config.editUrl);
		const statics = config.staticFolders.map((name) => join(site, name));
		const facts = siteFacts(folder, site, config);
		const options = { site, statics, config, texts };
		return {
			generator: 'Docusaurus',
			root: '',
			...(config.title && { title: config.title }),
			...(config.language && { language: config.language }),
			...(repo && { repo: { address: repo, file } }),
			...(config.url && URL.canParse(config.url) && { home: config.url.replace(/\/+$/, '') + config.baseUrl }),
			contents: { file: order.file ?? file, items: order.items },
			ownFiles: ownFiles(folder, texts, [...statics, ...config.parts.filter(({ kind }) => kind !== 'pages').map((part) => join(site, part.folder))]),
			site: true,
			notes: [...order.remarks, ...leftOut(folder, site, texts)].map(({ path, message }) => ({ from: path, line: 1, message })),
			rewritings: [
				mdxToMarkdown({ locate: (target, from) => located(target, from, site, folder) }),
				directives,
				(lines, context) => keepHeadingIds(lines, bracedId, context),
				codeTitles,
				addressesFor(options),
			],
			describe: (path, split) => {
				const text = texts.get(path);
				return text ? describeText(text, split, facts) : {};
			},
			placeOfFile: (path) => placeOfFile(path, options),
		};
	},
};

/** The configuration at the top, or the only one in a folder below, where a repository holds more than its site. */
function configOf(folder: SourceFolder): string | undefined {
	const found = folder.files.filter((path) => configFile.test(basename(path)) && path.split('/').length <= 3);
	return found.find((path) => !path.includes('/')) ?? (found.length === 1 ? found[0] : undefined);
}

function textOf(folder: SourceFolder, path: string): string | undefined {
	return folder.files.includes(path) ? decodeText(folder.bytes(path))?.text : undefined;
}

/** Every text of the site by its path, translations included. */
function siteTexts(folder: SourceFolder, site: string, { parts }: DocusaurusConfig): Map<string, SiteText> {
	const texts = new Map<string, SiteText>();
	const i18n = join(site, 'i18n');
	for (const path of folder.files) {
		if (!textFile.test(path)) continue;
		for (const part of parts) {
			const start = `${join(site, part.folder)}/`;
			const plugin = `docusaurus-plugin-content-${part.kind}${part.id === '' ? '' : `-${part.id}`}${part.kind === 'docs' ? '/current' : ''}/`;
			const [locale = '', ...rest] = path.startsWith(`${i18n}/`) ? path.slice(i18n.length + 1).split('/') : [];
			const translated = rest.join('/');
			if (path.startsWith(start) && !texts.has(path)) texts.set(path, { part, below: path.slice(start.length) });
			else if (translated.startsWith(plugin)) texts.set(path, { part, below: translated.slice(plugin.length), locale });
		}
	}
	return texts;
}

/** Texts whose names begin with `_` are parts of others. Those that another text names are none of their own. */
function dropPartials(texts: Map<string, SiteText>, splits: ReadonlyMap<string, SplitSource>, site: string, folder: SourceFolder): void {
	const named = new Set<string>();
	for (const [path, { body }] of splits) {
		for (const [, target = ''] of body.matchAll(/^import\s[^\n"']{1,300}["']([^"'\n]+\.mdx?)["']/gm)) {
			const found = located(target, path, site, folder);
			if (found !== undefined) named.add(found);
		}
	}
	for (const [path, { below }] of texts) if (named.has(path) && below.split('/').some((name) => name.startsWith('_'))) texts.delete(path);
}

/** The file that an import leads to. */
function located(target: string, from: string, site: string, folder: SourceFolder): string | undefined {
	const path = target.startsWith('@site/') ? join(site, target.slice('@site/'.length)) : /^\.{1,2}\//.test(target) ? normalize(join(dirname(from), target)) : undefined;
	return path !== undefined && folder.files.includes(path) ? path : undefined;
}

interface Order {
	/** The file that says so. */
	file?: string;
	items: ContentsItem[];
	remarks: { path: string; message: string }[];
}

function orderOf(folder: SourceFolder, site: string, config: DocusaurusConfig, texts: ReadonlyMap<string, SiteText>, splits: ReadonlyMap<string, SplitSource>): Order {
	const order: Order = { items: [], remarks: [] };
	const docParts = config.parts.filter((part) => part.kind === 'docs' && [...texts.values()].some((text) => text.part === part && text.locale === undefined));
	for (const part of docParts) {
		const own = [...texts].filter(([, text]) => text.part === part && text.locale === undefined && !text.below.split('/').some((name) => name.startsWith('_')));
		const set: DocSet = { folder, root: join(site, part.folder), docs: own.map(([path, { below }]) => docOf(path, below, splits.get(path) ?? { data: {} })) };
		const { file, sidebars } = sidebarsOf(folder, site, part, set);
		if (file !== undefined && sidebars.size === 0) order.remarks.push({ path: file, message: 'This file could not be read without running it. The order is that of the folders.' });
		const read = sidebars.size > 0 ? sidebars : new Map([['', generatedSidebar(set)]]);
		if (sidebars.size > 0 && file !== undefined) order.file ??= file;
		const several = read.size > 1 || docParts.length > 1;
		for (const [name, { items, descriptions }] of read) {
			const title = config.sidebarTitles.get(name) ?? (read.size > 1 ? readable(name) : readable(part.id || basename(part.folder)));
			order.items.push(...(several ? [{ title, line: 1, items }] : items));
			order.remarks.push(
				...descriptions.map(({ from, label, words }) => ({ path: from, message: `The list “${label}” was introduced by words that no text holds: “${words}” Please put them where you want them.` })),
			);
		}
	}
	for (const part of config.parts.filter(({ kind }) => kind === 'blog')) {
		const posts = [...texts].filter(([, text]) => text.part === part && text.locale === undefined).map(([path]) => path);
		const items = posts
			.sort()
			.reverse()
			.map((path) => ({ title: titleOf(path, splits), path, line: 1, items: [] }));
		if (items.length > 0) order.items.push({ title: part.title ?? 'Blog', line: 1, items });
	}
	const pages = [...texts].filter(([, { part, locale }]) => part.kind === 'pages' && locale === undefined);
	order.items.push(...pages.map(([path]) => ({ title: titleOf(path, splits), path, line: 1, items: [] })));
	return order;
}

function titleOf(path: string, splits: ReadonlyMap<string, SplitSource>): string {
	const name = path.replace(/(?:\/index)?\.mdx?$/i, '');
	return wordsOf(splits.get(path)?.data.title) ?? nameTitle(basename(name).replace(/^\d{4}-\d{2}-\d{2}-(?=.)/, ''), '');
}

function sidebarsOf(folder: SourceFolder, site: string, part: SitePart, set: DocSet): { file: string | undefined; sidebars: Map<string, Sidebar> } {
	const names =
		part.sidebars !== undefined
			? [part.sidebars, `${part.sidebars}.js`, `${part.sidebars}.ts`]
			: part.id === ''
				? ['js', 'ts', 'cjs', 'mjs', 'json', 'cts', 'mts'].map((extension) => `sidebars.${extension}`)
				: [];
	const file = names.map((name) => join(site, name)).find((path) => folder.files.includes(path));
	const value = file === undefined ? undefined : readScript(textOf(folder, file) ?? '').exported;
	return { file, sidebars: file === undefined ? new Map() : readSidebars(value, file, set) };
}

/** `tutorialSidebar` as people write it. */
function readable(name: string): string {
	const words = name
		.replace(/sidebars?$/i, '')
		.replace(/[-_]+/g, ' ')
		.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
		.trim()
		.toLowerCase();
	return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

function siteFacts(folder: SourceFolder, site: string, { parts, trailingSlash }: DocusaurusConfig): SiteFacts {
	const yaml = (part: SitePart, name: string): unknown => readLooseYaml(textOf(folder, join(site, part.folder, name)) ?? '');
	return {
		authors: Object.assign({}, ...parts.filter(({ kind }) => kind === 'blog').map((part) => yaml(part, 'authors.yml') ?? {})) as unknown,
		tags: new Map(parts.map((part) => [part.folder, yaml(part, 'tags.yml')])),
		hasVersions: folder.files.includes(join(site, 'versions.json')),
		trailingSlash,
	};
}

/** Texts of the repository that were no part of the site, and files of the program. Other files may be shown by texts. */
function ownFiles(folder: SourceFolder, texts: ReadonlyMap<string, SiteText>, shown: readonly string[]): string[] {
	return folder.files.filter((path) => {
		if (texts.has(path)) return false;
		if (/\.(?:mdx?|markdown|mdown|mkdn?|mkd)$/i.test(path) || !basename(path).includes('.')) return true;
		if (ownName.test(basename(path))) return true;
		return scriptFile.test(path) && !shown.some((name) => path.startsWith(`${name}/`));
	});
}

function leftOut(folder: SourceFolder, site: string, texts: ReadonlyMap<string, SiteText>): { path: string; message: string }[] {
	const versions = new Set(folder.files.flatMap((path) => /(?:^|\/)[\w-]*versioned_docs\/version-([^/]+)\//.exec(path)?.[1] ?? []));
	const others = folder.files.filter((path) => textFile.test(path) && !texts.has(path) && !/versioned_docs\/|\/version-[^/]+\/|(?:^|\/)_/.test(path));
	return [
		...(versions.size > 0 ? [{ path: join(site, 'versions.json'), message: `Only the current texts were taken. Older versions were left: ${[...versions].join(', ')}.` }] : []),
		...(others.length > 0
			? [
					{
						path: others[0] ?? '',
						message: `${others.length === 1 ? 'This text was' : `${others.length} texts were`} no part of the site and ${others.length === 1 ? 'was' : 'were'} left: ${others.slice(0, 10).join(', ')}${others.length > 10 ? ' …' : '.'}`,
					},
				]
			: []),
	];
}

interface Addressing {
	site: string;
	statics: readonly string[];
	config: DocusaurusConfig;
	texts: ReadonlyMap<string, SiteText>;
}

/** Addresses that only Docusaurus knows how to read as paths from the text: `@site/…`, files of the static folder, texts by their path from the top. */
function addressesFor({ site, statics, config, texts }: Addressing): Rewriting {
	return (lines, { path: from, files }) => {
		const text = texts.get(from);
		const roots = text ? [join(site, text.part.folder)] : [];
		const original = text?.locale === undefined ? undefined : join(site, text.part.folder, text.below);
		const relativeTo = (path: string, rest: string): string => relative(dirname(from), path).split('/').map(encodeURIComponent).join('/') + rest;
		return changeAddresses(lines, (given) => {
			const address = given.replace(/^pathname:\/\//, '');
			if (address === '' || address.startsWith('#') || isExternal(address)) return address;
			const [, encoded = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
			const path = undoPercentSigns(encoded);
			if (path === undefined) return address;
			if (path.startsWith('@site/')) return relativeTo(join(site, path.slice('@site/'.length)), rest);
			if (!path.startsWith('/')) {
				if (files.has(join(dirname(from), path))) return address;
				const candidates = [...(original === undefined ? [] : [join(dirname(original), path)]), ...(textFile.test(path) ? roots.map((root) => join(root, path)) : [])];
				const found = candidates.find((candidate) => files.has(candidate));
				return found === undefined ? address : relativeTo(found, rest);
			}
			const below = config.baseUrl !== '/' && path.startsWith(config.baseUrl) ? path.slice(config.baseUrl.length - 1) : path;
			const found = [...statics, ...(textFile.test(below) ? [...roots, site] : [])].map((root) => join(root, below)).find((candidate) => files.has(candidate));
			if (found !== undefined) return relativeTo(found, rest);
			return below === path ? address : below.split('/').map(encodeURIComponent).join('/') + rest;
		});
	};
}

function placeOfFile(path: string, { site, statics, config }: Addressing): string {
	const root = statics.find((name) => path.startsWith(`${name}/`));
	if (root !== undefined) return path.slice(root.length + 1);
	const translated = new RegExp(`^${escaped(join(site, 'i18n'))}/([^/]+)/docusaurus-plugin-content-(?:docs[^/]*/current|blog[^/]*|pages[^/]*)/(.+)$`).exec(path);
	if (translated) return join(translated[1] ?? '', translated[2] ?? '');
	const part = config.parts.find(({ folder }) => path.startsWith(`${join(site, folder)}/`));
	const below = part && path.slice(join(site, part.folder).length + 1);
	return part && below !== undefined ? join(placeOf(part, dirname(below)), basename(below)) : path;
}

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
