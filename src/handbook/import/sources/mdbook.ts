import { normalize } from 'node:path/posix';
import { canonicalLanguage } from '../../../lib/language.js';
import { withSlash } from '../../../lib/with-slash.js';
import { commonFields } from '../common-terms.js';
import { decodeText } from '../decode-text.js';
import { bringInIncludes } from '../includes.js';
import type { ContentsItem, Layout, TextFacts } from '../layout.js';
import type { SourceFolder } from '../source-folder.js';
import { admonishToAlerts } from './admonish.js';
import { bookAddress, redirectTarget } from './book-address.js';
import { readBookToml, wordsOf } from './book-toml.js';
import { hostOfCname } from './cname.js';
import { mdbookHeadingIds } from './heading-anchors.js';
import { repositoryOf } from './repository.js';
import type { Source } from './source.js';
import { pathsIn, readSummary, underFolder } from './summary.js';

/**
 * mdBook (https://rust-lang.github.io/mdBook/): `book.toml` names the book, `SUMMARY.md` is the order.
 * Several folders with a book each, in a language of their own, are one handbook in several languages.
 */
export const mdbook: Source = {
	recognise(folder) {
		const books = booksIn(folder);
		const [book] = books;
		if (book === undefined) return undefined;
		return books.length === 1 ? layoutOf(book, folder) : joinBooks(books, folder);
	},
};

/** A book of a folder. */
interface Book {
	/** Folder of `book.toml`, `''` for the folder itself. */
	dir: string;
	/** Folder of its texts. */
	root: string;
	settings: ReturnType<typeof readBookToml>;
	title: string | undefined;
	language: string | undefined;
	summary: string | undefined;
	/** Its table of contents; paths are below `root`. */
	items: ContentsItem[];
}

/** The book of the folder; else the one below it, or all of them when each has a language of its own. */
function booksIn(folder: SourceFolder): Book[] {
	if (folder.files.includes('book.toml')) return [bookAt('', folder)];
	const books = folder.files.filter((path) => /^[^./][^/]*\/book\.toml$/.test(path)).map((path) => bookAt(path.slice(0, -'/book.toml'.length), folder));
	const withSummary = books.filter(({ summary }) => summary !== undefined);
	const languages = new Set(withSummary.map(({ language }) => language));
	return withSummary.length === 1 || (languages.size === withSummary.length && !languages.has(undefined)) ? withSummary : [];
}

function bookAt(dir: string, folder: SourceFolder): Book {
	const settings = readBookToml(decodeText(folder.bytes(below(dir, 'book.toml')))?.text ?? '');
	const root = below(dir, folderPath(wordsOf(settings.book.src) ?? 'src'));
	const language = wordsOf(settings.book.language);
	const summary = folder.files.find((path) => path.toLowerCase() === below(root, 'SUMMARY.md').toLowerCase());
	const items = summary === undefined ? [] : readSummary(decodeText(folder.bytes(summary))?.text ?? '');
	return { dir, root, settings, title: wordsOf(settings.book.title), language: language && canonicalLanguage(language), summary, items };
}

function layoutOf({ dir, root, settings, title, language, summary, items }: Book, folder: SourceFolder): Layout {
	const { html, preprocessors, fault } = settings;
	const repo = repositoryOf(wordsOf(html['git-repository-url'])) ?? repositoryOf(wordsOf(html['edit-url-template']));
	const host = wordsOf(html.cname) ?? hostOfCname(folder);
	const siteUrl = withSlash(wordsOf(html['site-url']) ?? '/');
	const describe = describer(settings, siteUrl, new Set(pathsIn(items)));
	return {
		generator: 'mdBook',
		root,
		...(title && { title }),
		...(language && { language }),
		...(repo && { repo: { address: repo, file: below(dir, 'book.toml') } }),
		...(host && { home: `https://${host}${siteUrl.startsWith('/') ? siteUrl : '/'}` }),
		...(summary !== undefined && { contents: { file: summary, items } }),
		ownFiles: ['SUMMARY.md', 'summary.md', 'book.toml'],
		site: true,
		rewritings: [bringInIncludes, ...(preprocessors.includes('admonish') ? [admonishToAlerts] : []), mdbookHeadingIds],
		describe: (path, source) => {
			const facts = describe(path);
			const isFirst = path === (pathsIn(items)[0] ?? '');
			return {
				...facts,
				fields: commonFields(source.data),
				...(fault !== undefined && isFirst && { notes: [`book.toml cannot be read, so that its title and other settings are missing: ${fault}.`] }),
			};
		},
	};
}

/** What a book knows of its texts. mdBook publishes those of the table of contents and no other. */
function describer({ redirects }: Book['settings'], siteUrl: string, published: ReadonlySet<string>): (path: string) => TextFacts {
	const former = Map.groupBy(redirects, ([from, to]) => redirectTarget(from, to, siteUrl));
	return (path) => {
		if (!published.has(path)) return {};
		const own = bookAddress(path);
		const led = (former.get(own) ?? []).map(([from]) => from.replace(/^\/+/, '').replace(/[?#].*$/s, ''));
		return { addresses: [own, ...new Set(led)] };
	};
}

/** Books in several languages as one: texts at the same place in each are translations. */
function joinBooks(books: readonly Book[], folder: SourceFolder): Layout {
	const first = books.find(({ language }) => language === 'en') ?? (books[0] as Book);
	const layouts = books.map((book) => ({ ...book, layout: layoutOf(book, folder), under: `${book.root}/` }));
	const bookOf = (path: string) => layouts.find(({ under }) => path.startsWith(under));
	const { repo } = layouts.find(({ layout }) => layout.repo)?.layout ?? {};
	return {
		generator: 'mdBook',
		root: '',
		...(first.title && { title: first.title }),
		...(first.language && { language: first.language }),
		...(repo && { repo }),
		contents: {
			...(first.summary && { file: first.summary }),
			items: [first, ...books.filter((book) => book !== first)].map(({ title, dir, root, items }) => ({ title: title ?? dir, line: 1, items: items.map((item) => underFolder(item, root)) })),
		},
		ownFiles: books.flatMap(({ dir, root }) => [below(dir, 'book.toml'), below(root, 'SUMMARY.md'), below(root, 'summary.md')]),
		site: true,
		rewritings: [...new Set(layouts.flatMap(({ layout }) => layout.rewritings ?? []))],
		describe: (path, source) => {
			const book = bookOf(path);
			if (book === undefined) return { fields: commonFields(source.data) };
			const within = path.slice(book.under.length);
			const facts = book.layout.describe?.(within, source) ?? {};
			return { ...facts, addresses: (facts.addresses ?? []).map((address) => below(book.dir, address)), ...(book.language && { language: book.language }), twins: within };
		},
	};
}

function below(folder: string, name: string): string {
	return folder === '' || name === '' ? folder || name : `${folder}/${name}`;
}

/** A folder inside the source; anything that would lead out of it is the folder itself. */
function folderPath(src: string): string {
	const path = normalize(src.replace(/\\/g, '/')).replace(/^\/+|\/+$/g, '');
	return path === '.' || path.startsWith('..') ? '' : path;
}
