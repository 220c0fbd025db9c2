import { basename, dirname, extname, join } from 'node:path/posix';
import { canonicalLanguage } from '../../../lib/language.js';
import { isMarkdownPath } from '../choose-texts.js';
import { commonFields } from '../common-terms.js';
import { decodeText } from '../decode-text.js';
import { pathRules } from '../glob-rules.js';
import type { ContentsItem, TextFacts } from '../layout.js';
import { attributeLists, attributesBehind } from '../notation/attribute-lists.js';
import { codeTitles } from '../notation/code-titles.js';
import { definitionLists } from '../notation/definition-lists.js';
import { keepHeadingIds } from '../notation/heading-ids.js';
import { indentedBoxes } from '../notation/indented-boxes.js';
import { type PymdownMark, pymdownMarks } from '../notation/pymdown-marks.js';
import { slashBlocks } from '../notation/slash-blocks.js';
import { snippets } from '../notation/snippets.js';
import { fieldsOf, itemsOf, valueAt, wordsOf } from '../plain-data.js';
import type { Rewriting } from '../rewriting.js';
import type { SourceFolder } from '../source-folder.js';
import type { SplitSource } from '../split-front-matter.js';
import { type MkdocsConfig, readMkdocsConfig } from './mkdocs-config.js';
import { metaLines, withoutMetaLines } from './mkdocs-meta.js';
import { generatedNav, readNav } from './mkdocs-nav.js';
import { macros, mappedFragments, markdownInHtml, tableOfContents, wikilinks } from './mkdocs-notation.js';
import { repositoryOf } from './repository.js';
import type { Source } from './source.js';
import { readSummary } from './summary.js';

/** Fields that only say how a page looks. */
const spent = ['hide', 'search', 'icon', 'template'];

/** MkDocs (https://www.mkdocs.org), with Material or without: `mkdocs.yml` names the site; its `nav` or the folders are the order. */
export const mkdocs: Source = {
	recognise(folder) {
		const file = configOf(folder);
		if (file === undefined) return undefined;
		const text = decodeText(folder.bytes(file))?.text ?? '';
		if (!/^(?:site_name|nav|docs_dir|theme|INHERIT)\s*:/m.test(text)) return undefined;
		const config = readMkdocsConfig(text);
		const home = dirname(file) === '.' ? '' : dirname(file);
		const named = join(home, config.docs).replace(/^\.$/, '');
		const root = folder.files.some((path) => path.startsWith(`${named}/`)) ? named : home;
		const below = root === '' ? '' : `${root}/`;
		const paths = folder.files.filter((path) => path.startsWith(below) && isMarkdownPath(path)).map((path) => path.slice(below.length));
		const languages = languagesOf(config, paths);
		const repo = repositoryOf(config.repo);
		const language = config.language ?? languages.main;
		const read = (name: string): string | undefined => {
			const bases = [...baseFolders(config).map((base) => join(home, base)), root];
			const found = /^https?:/.test(name) ? undefined : bases.map((base) => join('.', base, name)).find((path) => folder.files.includes(path));
			return found === undefined ? undefined : decodeText(folder.bytes(found))?.text;
		};
		return {
			generator: 'MkDocs',
			root,
			...(config.title && { title: config.title }),
			...(language && { language }),
			...(repo && { repo: { address: repo, file } }),
			...(config.url && URL.canParse(config.url) && { home: `${config.url.replace(/\/+$/, '')}/` }),
			contents: {
				file,
				items: contentsOf(
					folder,
					below,
					config,
					paths.filter((path) => languages.of(path).language === undefined),
				),
			},
			ownFiles: config.plugins.has('literate-nav') ? ['SUMMARY.md'] : [],
			site: true,
			rewritings: rewritingsOf(config, read),
			describe: describing(config, paths, languages),
		};
	},
};

/** `mkdocs.yml` at the top, or the only one in a folder below. */
function configOf(folder: SourceFolder): string | undefined {
	const found = folder.files.filter((path) => /^mkdocs\.ya?ml$/.test(basename(path)) && path.split('/').length <= 2);
	return found.find((path) => !path.includes('/')) ?? (found.length === 1 ? found[0] : undefined);
}

function contentsOf(folder: SourceFolder, below: string, config: MkdocsConfig, texts: readonly string[]): ContentsItem[] {
	const set = { folder, below, texts };
	const summary = `${below}SUMMARY.md`;
	if (config.plugins.has('literate-nav') && folder.files.includes(summary)) return readSummary(decodeText(folder.bytes(summary))?.text ?? '');
	const excluded = pathRules(config.excluded);
	return config.nav === undefined ? generatedNav({ ...set, texts: texts.filter((path) => !excluded(path)) }) : readNav(config.nav, set);
}

function baseFolders({ extensions }: MkdocsConfig): string[] {
	const base = valueAt(extensions.get('pymdownx.snippets'), 'base_path');
	const named = [base, ...itemsOf(base)].flatMap((folder) => wordsOf(folder) ?? []);
	return named.length > 0 ? named : ['.'];
}

function rewritingsOf(config: MkdocsConfig, read: (name: string) => string | undefined): Rewriting[] {
	const has = (...names: string[]): boolean => config.inherits || names.some((name) => config.extensions.has(name));
	const marks: readonly [PymdownMark, string][] = [
		['mark', 'pymdownx.mark'],
		['caret', 'pymdownx.caret'],
		['tilde', 'pymdownx.tilde'],
		['keys', 'pymdownx.keys'],
		['critic', 'pymdownx.critic'],
	];
	const isExtra = has('extra', 'pymdownx.extra');
	const abbr: PymdownMark[] = isExtra || has('abbr') ? ['abbr'] : [];
	return [
		withoutMetaLines,
		snippets(read),
		indentedBoxes,
		slashBlocks,
		...(isExtra || has('def_list') ? [definitionLists] : []),
		markdownInHtml,
		...(isExtra || has('attr_list') ? ([(lines, context) => attributeLists(keepHeadingIds(lines, attributesBehind, context), context)] satisfies Rewriting[]) : []),
		pymdownMarks([...marks.flatMap(([mark, name]) => (has(name) ? [mark] : [])), ...abbr]),
		tableOfContents,
		...(['roamlinks', 'ezlinks', 'wikilinks'].some((name) => config.plugins.has(name)) || has('wikilinks', 'mdx_wikilink_plus') ? [wikilinks] : []),
		...(config.plugins.has('macros') ? [macros(config)] : []),
		codeTitles,
		mappedFragments,
	];
}

/** Which language a path is in, and the path of the text that it translates. */
interface Languages {
	main: string | undefined;
	/** `language` is undefined for the site's own. */
	of(path: string): { language: string | undefined; plain: string };
}

/** What the plugin i18n makes of names (`index.de.md`) or folders (`de/index.md`). */
function languagesOf({ plugins }: MkdocsConfig, paths: readonly string[]): Languages {
	const options = plugins.get('i18n');
	const listed = itemsOf(valueAt(options, 'languages'));
	const names = listed.length > 0 ? listed.flatMap((item) => wordsOf(valueAt(item, 'locale')) ?? []) : Object.keys(fieldsOf(valueAt(options, 'languages')));
	const main =
		wordsOf(
			valueAt(
				listed.find((item) => valueAt(item, 'default') === true),
				'locale',
			),
		) ??
		wordsOf(valueAt(options, 'default_language')) ??
		names[0];
	const known = new Map(names.flatMap((name): [string, string][] => [[name, canonicalLanguage(name) ?? name]]));
	const byFolder = valueAt(options, 'docs_structure') === 'folder' && paths.some((path) => known.has(path.split('/')[0] ?? ''));
	return {
		main: main === undefined ? undefined : canonicalLanguage(main),
		of(path) {
			const [, stem = '', suffix = '', extension = ''] = /^(.*)\.([\w-]+)(\.\w+)$/.exec(path) ?? [];
			const first = path.split('/')[0] ?? '';
			const name = byFolder ? first : suffix;
			if (!known.has(name)) return { language: undefined, plain: path };
			const plain = byFolder ? path.slice(first.length + 1) : stem + extension;
			return { language: name === main ? undefined : known.get(name), plain };
		},
	};
}

function describing(config: MkdocsConfig, paths: readonly string[], languages: Languages): (path: string, source: SplitSource) => TextFacts {
	const excluded = pathRules(config.excluded);
	const drafts = pathRules(config.drafts);
	const texts = new Set(paths);
	const former = Map.groupBy(
		Object.entries(fieldsOf(valueAt(config.plugins.get('redirects'), 'redirect_maps'))).flatMap(([from, to]) => (typeof to === 'string' ? [{ from, to: to.replace(/[?#].*$/, '') }] : [])),
		({ to }) => to,
	);
	return (path, source) => {
		const { language, plain } = languages.of(path);
		const folder = language === undefined ? '' : `${language}/`;
		const meta = metaLines(source);
		const all = { ...source.data, ...meta?.fields };
		const fields = Object.fromEntries(Object.entries(all).filter(([name]) => !spent.includes(name)));
		const isOwnIndex = /^readme\.md$/i.test(basename(plain)) && texts.has(join(dirname(plain), 'index.md'));
		const hidden = excluded(path) ? 'exclude_docs' : drafts(path) ? 'draft_docs' : /^(?:true|yes)$/i.test(String(meta?.fields.draft)) ? 'draft: true' : undefined;
		return {
			fields: commonFields(fields),
			addresses: [...(isOwnIndex ? [] : [folder + addressOf(plain, config.directoryUrls)]), ...(former.get(path) ?? []).map(({ from }) => addressOf(from, config.directoryUrls))],
			...(language && { language }),
			twins: plain,
			...(hidden && { hidden }),
			place: folder + plain,
			...(meta?.note && { notes: [meta.note] }),
		};
	};
}

/** Where MkDocs publishes a text. */
function addressOf(path: string, directoryUrls: boolean): string {
	const stem = path.slice(0, path.length - extname(path).length);
	const folder = stem.replace(/(^|\/)(?:index|readme)$/i, '$1');
	if (folder !== stem) return folder;
	return directoryUrls ? `${stem}/` : `${stem}.html`;
}
