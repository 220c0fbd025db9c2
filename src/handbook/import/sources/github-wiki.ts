import { dirname } from 'node:path/posix';
import { commonFields } from '../common-terms.js';
import { decodeText } from '../decode-text.js';
import type { ContentsItem, Layout } from '../layout.js';
import type { SourceFolder } from '../source-folder.js';
import { isHidden } from './obsidian.js';
import type { Source } from './source.js';
import { readSummary } from './summary.js';
import { foreignTexts } from './wiki/foreign-texts.js';
import { dropHtmlComments } from './wiki/hidden-words.js';
import { linksAndEmbeds } from './wiki/links-and-embeds.js';
import { NoteIndex } from './wiki/note-index.js';
import { replaceWikilinks } from './wiki/wikilink.js';

/** The wiki of a GitHub repository, and others made with Gollum: `Home.md` opens it, `_Sidebar.md` is its order. */
export const githubWiki: Source = {
	recognise(folder) {
		const has = (name: RegExp): boolean => folder.files.some((path) => name.test(path));
		if (!has(/^Home\.\w+$/) || !has(/^_(?:Sidebar|Footer|Header)\.\w+$/)) return undefined;
		return wiki(folder);
	},
};

function wiki(folder: SourceFolder): Layout {
	const index = new NoteIndex(folder, '', { keyOf: (name) => name.replace(/[\s_-]+/g, '-'), otherNames: () => [] });
	const frames = folder.files.filter((path) => /(?:^|\/)_(?:Sidebar|Footer|Header)\.\w+$/.test(path));
	const sidebar = frames.find((path) => path === '_Sidebar.md');
	const read = (path: string): string | undefined => decodeText(folder.bytes(path))?.text;
	return {
		generator: 'a GitHub wiki',
		root: '',
		...(sidebar !== undefined && { contents: { file: sidebar, items: contentsOf(read(sidebar) ?? '', index) } }),
		ownFiles: frames,
		leftOut: [
			...frames
				.filter((path) => path !== sidebar && (read(path) ?? '').trim() !== '')
				.map((path) => ({ path, why: 'This stood beside every page of the wiki and was left. If readers need its words, put them into a text.' })),
			...foreignTexts(
				folder.files.filter((path) => !frames.includes(path)),
				read,
			),
		],
		site: false,
		rewritings: [dropHtmlComments, linksAndEmbeds({ index, order: 'words-first', before: [dropHtmlComments], isHidden, missing: 'the wiki has no page of that name' })],
		targetOf: (path, from) => (folder.files.includes(path) ? undefined : index.resolve(path.replace(/^(?:\.\.\/)+wiki\//, ''), from)),
		describe(path, { data }) {
			const name = index.notes.get(path)?.name ?? path;
			return { fields: commonFields(data), title: name.replace(/-/g, ' '), ...(name === 'Home' && { place: dirname(path) === '.' ? 'README.md' : `${dirname(path)}/README.md` }) };
		},
	};
}

/** The order that the sidebar gives, with the paths of the texts that it names. */
function contentsOf(sidebar: string, index: NoteIndex): ContentsItem[] {
	const markdown = replaceWikilinks(sidebar, 'words-first', ({ target, words }) => `[${words ?? target}](${encodeURIComponent(target)})`);
	const located = (item: ContentsItem): ContentsItem => {
		const path = item.path === undefined ? undefined : (index.resolve(item.path, '_Sidebar.md') ?? item.path);
		return { ...item, ...(path !== undefined && { path }), items: item.items.map(located) };
	};
	return readSummary(markdown).map(located);
}
