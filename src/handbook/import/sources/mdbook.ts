import { normalize } from 'node:path/posix';
import { canonicalLanguage } from '../../../lib/language.js';
import { decodeText } from '../decode-text.js';
import { bringInIncludes } from '../includes.js';
import { readBookToml } from './book-toml.js';
import { repositoryOf } from './repository.js';
import type { Source } from './source.js';
import { readSummary } from './summary.js';

/** mdBook (https://rust-lang.github.io/mdBook/): `book.toml` names the book, `SUMMARY.md` is the order. */
export const mdbook: Source = {
	recognise(folder) {
		if (!folder.files.includes('book.toml')) return undefined;
		const { book, html } = readBookToml(decodeText(folder.bytes('book.toml'))?.text ?? '');
		const root = folderPath(book.src ?? 'src');
		const below = (name: string): string => (root === '' ? name : `${root}/${name}`);
		const file = folder.files.find((path) => path.toLowerCase() === below('SUMMARY.md').toLowerCase());
		const repo = repositoryOf(html['git-repository-url']) ?? repositoryOf(html['edit-url-template']);
		const language = book.language && canonicalLanguage(book.language);
		return {
			generator: 'mdBook',
			root,
			...(book.title && { title: book.title }),
			...(language && { language }),
			...(repo && { repo: { address: repo, file: 'book.toml' } }),
			...(file !== undefined && { contents: { file, items: readSummary(decodeText(folder.bytes(file))?.text ?? '') } }),
			ownFiles: ['SUMMARY.md', 'summary.md', 'book.toml'],
			site: true,
			rewritings: [bringInIncludes],
		};
	},
};

/** A folder inside the source; anything that would lead out of it is the folder itself. */
function folderPath(src: string): string {
	const path = normalize(src.replace(/\\/g, '/')).replace(/^\/+|\/+$/g, '');
	return path === '.' || path.startsWith('..') ? '' : path;
}
