import { dirname, join, relative } from 'node:path/posix';
import { canonicalLanguage } from '../../../lib/language.js';
import { plainWords } from '../alert-lines.js';
import { commonFields } from '../common-terms.js';
import { decodeText } from '../decode-text.js';
import type { ContentsItem, Layout, TextFacts } from '../layout.js';
import type { Line } from '../lines.js';
import type { Rewriting } from '../rewriting.js';
import type { SourceFolder } from '../source-folder.js';
import { isExternal } from '../source-targets.js';
import type { SplitSource } from '../split-front-matter.js';
import { bookAddress } from './book-address.js';
import { bringInFragments } from './gitbook/includes.js';
import { fillVariables, mentionsToTitles, shortcodesToEmoji, trimHeadings } from './gitbook/inline.js';
import { blocksToMarkdown } from './gitbook/notation.js';
import { type GitbookSettings, readSettings } from './gitbook/settings.js';
import { figuresToMarkdown, tablesToMarkdown } from './gitbook/tables.js';
import { gitbookHeadingIds } from './heading-anchors.js';
import type { Source } from './source.js';
import { pathsIn, readSummary, underFolder } from './summary.js';

/**
 * GitBook (https://gitbook.com/docs/getting-started/git-sync): `SUMMARY.md` is the order, `.gitbook.yaml` says where it is,
 * `.gitbook/` holds images; before 2018 `book.json` named the book, and `LANGS.md` its languages.
 */
export const gitbook: Source = {
	recognise(folder) {
		const settings = readSettings(folder);
		const summary = fileAt(folder, join(settings.root, settings.summary));
		const languages = summary === undefined ? languagesOf(folder, settings.root) : [];
		const certain = folder.files.some((path) => /^\.gitbook(?:\.ya?ml$|\/)/.test(path));
		if (summary === undefined && languages.length === 0 && !certain) return undefined;

		const items = summary === undefined ? languages.map(({ title, items: own }) => ({ title, line: 1, items: own })) : summaryAt(folder, summary);
		const [first] = languages;
		const language = settings.language ?? first?.language;
		return {
			generator: certain ? 'GitBook' : 'GitBook (SUMMARY.md)',
			root: settings.root,
			...(settings.title && { title: settings.title }),
			...(language && { language }),
			contents: { ...(summary !== undefined ? { file: summary } : first && { file: first.file }), items },
			ownFiles: [
				...(summary === undefined ? ['LANGS.md'] : [summary.slice(settings.root === '' ? 0 : settings.root.length + 1)]),
				'book.json',
				...languages.map(({ folder: name }) => `${name}/SUMMARY.md`),
			],
			site: true,
			rewritings: [
				bringInFragments,
				fillVariables(settings.variables),
				tablesToMarkdown,
				figuresToMarkdown,
				blocksToMarkdown,
				mentionsToTitles,
				shortcodesToEmoji,
				trimHeadings,
				gitbookHeadingIds,
				openWithDescription,
			],
			headingId,
			describe: describer(settings, items, languages, certain, new Set(folder.files.map((path) => relative(settings.root, path)))),
		};
	},
};

/** A language of a book from before 2018: a folder with a table of contents of its own. */
interface LanguageFolder {
	folder: string;
	title: string;
	language: string | undefined;
	file: string;
	items: ContentsItem[];
}

function languagesOf(folder: SourceFolder, root: string): LanguageFolder[] {
	const list = fileAt(folder, join(root, 'LANGS.md'));
	return (list === undefined ? [] : summaryAt(folder, list)).flatMap(({ title, path = '' }) => {
		const name = path.replace(/\/?(?:README\.md)?$/i, '');
		const file = fileAt(folder, join(root, name, 'SUMMARY.md'));
		return file === undefined ? [] : [{ folder: name, title, language: canonicalLanguage(name), file, items: summaryAt(folder, file).map((item) => underFolder(item, name)) }];
	});
}

/** GitBook's id of a heading: `&` is a word, points stay, and a number does not come first. */
function headingId(words: string): string {
	const id = words
		.toLowerCase()
		.replace(/&/g, ' and ')
		.replace(/[^\p{L}\p{N}\s._-]+/gu, '')
		.trim()
		.replace(/\s+/g, '-');
	return /^\p{N}/u.test(id) ? `id-${id}` : id;
}

/** What GitBook knows of its texts. */
function describer(
	{ readme, redirects, old, faults }: GitbookSettings,
	items: readonly ContentsItem[],
	languages: readonly LanguageFolder[],
	since2018: boolean,
	files: ReadonlySet<string>,
): Layout['describe'] {
	const listed = pathsIn(items);
	const published = new Set(listed);
	const former = Map.groupBy(redirects, ([, to]) => to);
	return (path, source): TextFacts => {
		const own =
			path === readme
				? ''
				: path
						.replace(/(^|\/)readme\.md$/i, '$1')
						.replace(/\.(?:md|markdown)$/i, '')
						.replace(/\/$/, '');
		const before = old && path !== readme ? [bookAddress(path)] : [];
		const led = (former.get(path) ?? []).map(([from]) => from.replace(/^\/+|\/+$/g, ''));
		const language = languages.find(({ folder }) => path.startsWith(`${folder}/`));
		return {
			fields: fieldsOf(source, files.has(coverOf(source.data, path) ?? '')),
			addresses: [...(published.has(path) ? (since2018 ? [own, ...before] : old ? [...before, own] : [own]) : []), ...led],
			...(language?.language && { language: language.language, twins: path.slice(language.folder.length + 1) }),
			...(faults.length > 0 && path === (listed[0] ?? readme) && { notes: faults }),
		};
	};
}

/** The front matter, without what only said how a page looks, and without a description that stands in the text now. */
function fieldsOf({ data }: SplitSource, hasCover: boolean): Record<string, unknown> {
	const { layout: _layout, coverY: _coverY, coverHeight: _coverHeight, ...others } = data;
	const fields = commonFields(others);
	if (openingWords(data) !== undefined) delete fields.description;
	if (hasCover) delete fields.cover;
	return fields;
}

/** A description that is too long for a summary. GitBook shows it below the title. */
function openingWords(data: Readonly<Record<string, unknown>>): string | undefined {
	const { description, summary } = data;
	if (typeof description !== 'string' || description.trim() === '') return undefined;
	const isSummary = commonFields({ description }).summary !== undefined && summary === undefined;
	return isSummary ? undefined : description.trim();
}

/** Puts such a description, and a cover that is in the source, where readers saw them: below the title. */
const openWithDescription: Rewriting = (lines, { path, data, files, became }) => {
	const words = openingWords(data);
	const cover = coverOf(data, path);
	const shown = cover !== undefined && files.has(cover) ? `![](<${relative(dirname(path), cover).replace(/%/g, '%25')}>)` : undefined;
	if (shown !== undefined) became('cover');
	if (words !== undefined) became('description');
	const opening = [...(shown === undefined ? [] : [shown, '']), ...(words === undefined ? [] : [...words.split(/\r?\n/).map((text) => plainWords(text.trim())), ''])].map(
		(text): Line => ({ text, from: 1 }),
	);
	if (opening.length === 0) return lines;
	const first = lines.findIndex(({ text }) => text.trim() !== '');
	const heading = /^#\s/.test(lines[first]?.text ?? '') ? first + 1 : 0;
	const next = lines[heading]?.text.trim() === '' ? heading + 1 : heading;
	const gap = next === heading && heading > 0 ? [{ text: '', from: 1 }] : [];
	return [...lines.slice(0, next), ...gap, ...opening, ...lines.slice(next)];
};

/** The path of the picture above a text, below the root; undefined for none, one on another host, or one that was not shown. */
function coverOf({ cover, layout }: Readonly<Record<string, unknown>>, path: string): string | undefined {
	const isHidden = /"cover":\{[^{}]*"visible":false/.test(JSON.stringify(layout ?? {}));
	return typeof cover === 'string' && cover !== '' && !isExternal(cover) && !isHidden ? join(dirname(path), cover).replace(/^(?:\.\.\/)+/, '') : undefined;
}

function summaryAt(folder: SourceFolder, path: string): ContentsItem[] {
	return readSummary(decodeText(folder.bytes(path))?.text ?? '');
}

/** The file at a path, in capitals or not. */
function fileAt(folder: SourceFolder, path: string): string | undefined {
	return folder.files.find((file) => file === path) ?? folder.files.find((file) => file.toLowerCase() === path.toLowerCase());
}
