import { basename, dirname } from 'node:path/posix';
import { commonFields } from '../common-terms.js';
import { decodeText } from '../decode-text.js';
import { hidingField, hidingLine } from '../hidden-in-source.js';
import type { Layout } from '../layout.js';
import { codeLines, linesOf, outsideCode } from '../lines.js';
import { isDotPath, type SourceFolder } from '../source-folder.js';
import type { Source } from './source.js';
import { callouts } from './wiki/callouts.js';
import { foreignTexts } from './wiki/foreign-texts.js';
import { dropComments } from './wiki/hidden-words.js';
import { linksAndEmbeds, namedBlocks } from './wiki/links-and-embeds.js';
import { blockNames, highlights, noteCommands } from './wiki/marks.js';
import { type Note, NoteIndex } from './wiki/note-index.js';
import { tagsInText } from './wiki/tags.js';
import { replaceWikilinks } from './wiki/wikilink.js';

/** Obsidian (https://obsidian.md/): a vault has a folder `.obsidian`. A folder in which most `[[links]]` lead to texts is read in the same way. */
export const obsidian: Source = {
	recognise(folder) {
		const settings = folder.files.find((path) => /(?:^|\/)\.obsidian\//.test(path));
		const root = settings === undefined ? undefined : settings.slice(0, settings.indexOf('.obsidian/')).replace(/\/$/, '');
		const isVault = root !== undefined;
		if (!isVault && !folder.files.some((path) => /\.md$/i.test(path))) return undefined;
		const index = new NoteIndex(folder, isVault && holdsAll(folder, root) ? root : '', { keyOf: (name) => name, otherNames });
		if (!isVault && !linksResolve(index)) return undefined;
		return vault(folder, isVault && holdsAll(folder, root) ? root : '', index, isVault);
	},
};

function vault(folder: SourceFolder, root: string, index: NoteIndex, isVault: boolean): Layout {
	const below = root === '' ? '' : `${root}/`;
	const paths = folder.files.filter((path) => path.startsWith(below)).map((path) => path.slice(below.length));
	const shown = paths.filter((path) => !isDotPath(path));
	const drawings = shown.filter((path) => /\.excalidraw\.md$/i.test(path) || index.notes.get(path)?.split.data['excalidraw-plugin'] !== undefined);
	const boards = shown.filter((path) => /\.(?:canvas|excalidraw|base)$/i.test(path));
	const before = [dropComments, callouts];
	return {
		generator: isVault ? 'Obsidian' : 'a folder of Markdown files with [[links]]',
		root,
		ownFiles: drawings,
		leftOut: [
			...[...drawings, ...boards].map((path) => ({ path, why: 'This is a drawing or a board, which only its own program can show. It was left.' })),
			...foreignTexts(shown, (path) => decodeText(folder.bytes(below + path))?.text),
		],
		site: false,
		rewritings: [
			...before,
			linksAndEmbeds({ index, order: 'target-first', before, isHidden, missing: 'there is no text or file of that name' }),
			highlights,
			...(isVault ? [blockNames(namedBlocks(index, 'target-first'))] : []),
			noteCommands,
		],
		targetOf: (path, from) => (paths.includes(path) ? undefined : index.resolve(path, from)),
		describe(path, { data, body }) {
			const note = index.notes.get(path);
			const { aliases, alias, tags, ...others } = commonFields(data);
			const names = aliases ?? alias;
			const allTags = [...new Set([...listOf(tags), ...(isVault ? tagsInText(body) : [])])];
			const folderName = basename(dirname(path));
			const opensFolder = isVault && note?.name.toLowerCase() === folderName.toLowerCase() && !['README.md', 'index.md'].some((name) => index.notes.has(`${dirname(path)}/${name}`));
			return {
				fields: { ...others, ...(allTags.length > 0 && { tags: allTags }), ...(names !== undefined && names !== null && { 'other names': names }) },
				...(note && { title: note.name }),
				...(opensFolder && { place: `${dirname(path)}/README.md` }),
			};
		},
	};
}

/** Other names of a note; they are names for links, and no addresses. */
function otherNames({ split: { data } }: Note): string[] {
	return [...listOf(data.aliases), ...listOf(data.alias)];
}

function listOf(value: unknown): string[] {
	const items = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [];
	return items.flatMap((item) => (typeof item === 'string' || typeof item === 'number' ? [String(item).trim().replace(/^#/, '')] : [])).filter(Boolean);
}

/** True for a note that stays hidden: its words must not be shown in another. */
export function isHidden({ split: { data, broken, unclosed } }: Note): boolean {
	return (broken || unclosed !== undefined ? hidingLine(broken?.block ?? unclosed ?? '') : hidingField(data)) !== undefined;
}

/** True when every text of the folder lies in the vault. */
function holdsAll(folder: SourceFolder, root: string): boolean {
	return folder.files.every((path) => !/\.md$/i.test(path) || isDotPath(path) || path.startsWith(root === '' ? '' : `${root}/`) || /^readme\.md$/i.test(path));
}

/** True when links of the form `[[name]]` are there, and more than half of them lead to something. */
function linksResolve(index: NoteIndex): boolean {
	let resolved = 0;
	let all = 0;
	for (const note of index.notes.values()) {
		if (!note.split.body.includes('[[')) continue;
		const lines = linesOf(note.split.body);
		const inCode = codeLines(lines);
		lines.forEach(({ text }, at) => {
			if (inCode[at] || !text.includes('[[')) return;
			outsideCode(text, (words) =>
				replaceWikilinks(words, 'target-first', ({ target }) => {
					all += 1;
					if (target === '' || index.resolve(target, note.path) !== undefined) resolved += 1;
					return undefined;
				}),
			);
		});
	}
	return resolved > 0 && resolved * 2 > all;
}
