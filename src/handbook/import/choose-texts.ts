import { basename, dirname, extname } from 'node:path/posix';
import { type DecodedText, decodeText } from './decode-text.js';
import type { ContentsItem, Layout } from './layout.js';
import { type ConvertedText, isDotPath, type SourceFolder } from './source-folder.js';

/** A text of the source. */
export interface SourceText extends ConvertedText {
	/** Path below the layout's root. */
	path: string;
	/** Words of the table of contents, when it names the text. */
	label?: string;
	/** The file's extension, lower-case; empty for a document that has none. */
	extension: string;
}

const markdownFile = /\.(?:md|mdx|markdown|mdown|mkdn?|mkd)$/i;

/** Files of software projects that have no extension and are no texts of a handbook. */
const projectFile =
	/^(?:cname|copying|copyright|notice|authors|codeowners|contributors|changelog|dockerfile|makefile|procfile|gemfile|rakefile|vagrantfile|jenkinsfile|licen[cs]e.*|todo|version|_redirects|_headers)$/i;

/** True for a file whose name says that it is Markdown. */
export function isMarkdownPath(path: string): boolean {
	return markdownFile.test(path);
}

/** Every text below the layout's root: in the order of the table of contents, then by path, introductions first. */
export function chooseTexts(folder: SourceFolder, layout: Layout, files: readonly string[]): SourceText[] {
	const labels = labelsOf(layout.contents?.items ?? []);
	const order = new Map([...labels.keys()].map((path, index) => [path, index]));
	const place = (path: string): number => order.get(path) ?? order.size;
	const alsoTexts = new Set(layout.alsoTexts);
	const ownFiles = new Set(layout.ownFiles);
	return files
		.filter((path) => !isDotPath(path) && !ownFiles.has(path))
		.flatMap((path): SourceText[] => {
			const extension = extensionOf(path);
			const full = layout.root === '' ? path : `${layout.root}/${path}`;
			const converted = folder.converted?.get(full);
			if (extension !== '' && !markdownFile.test(path) && !alsoTexts.has(path) && !converted) return [];
			if (extension === '' && projectFile.test(basename(path))) return [];
			const decoded = converted ?? decodeText(folder.bytes(full));
			if (!decoded || (extension === '' && !looksLikeProse(decoded))) return [];
			const label = labels.get(path)?.slice(0, 200);
			return [{ path, extension, ...decoded, ...(label && { label }) }];
		})
		.sort((a, b) => place(a.path) - place(b.path) || byPath(a.path, b.path));
}

/** The text of each path that a table of contents names. */
function labelsOf(items: readonly ContentsItem[]): Map<string, string> {
	const labels = new Map<string, string>();
	const collect = ({ path, title, items: below }: ContentsItem): void => {
		if (path !== undefined && !labels.has(path)) labels.set(path, title);
		below.forEach(collect);
	};
	items.forEach(collect);
	return labels;
}

/** An extension has no spaces: “Version 2.0 notes” has none. */
function extensionOf(path: string): string {
	const extension = extname(path).toLowerCase();
	return extension === '.' || /\s/.test(extension) ? '' : extension;
}

/** True for words in sentences: a document whose author forgot the extension. */
function looksLikeProse({ text, encoding }: DecodedText): boolean {
	return encoding === 'utf-8' && !text.startsWith('#!') && !/[\u0001-\u0008\u000e-\u001f]/.test(text) && /\p{L}{2,}[^\S\n]+\p{L}+[^\S\n]+\p{L}{2,}/u.test(text);
}

/** Folder by folder in the order of the alphabet, README and index before their neighbours. */
function byPath(a: string, b: string): number {
	const key = (path: string): string => `${dirname(path) === '.' ? '' : `${dirname(path)}/`}${/^(?:readme|index)\.\w+$/i.test(basename(path)) ? '' : basename(path).toLowerCase()}`;
	return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a < b ? -1 : 1;
}
