import { basename } from 'node:path/posix';
import { commonFields } from '../common-terms.js';
import type { Layout, TextFacts } from '../layout.js';
import { codeLines, type Line, outsideCode } from '../lines.js';
import type { Rewriting } from '../rewriting.js';
import type { SourceFolder } from '../source-folder.js';
import type { SplitSource } from '../split-front-matter.js';
import { isHidden } from './obsidian.js';
import type { Source } from './source.js';
import { dropHtmlComments } from './wiki/hidden-words.js';
import { linksAndEmbeds } from './wiki/links-and-embeds.js';
import { highlights, noteCommands } from './wiki/marks.js';
import { NoteIndex } from './wiki/note-index.js';

/** Logseq (https://logseq.com/): a graph has `logseq/config.edn`, its texts lie in `pages/` and `journals/` and are lists. */
export const logseq: Source = {
	recognise: (folder) => (folder.files.includes('logseq/config.edn') ? graph(folder) : undefined),
};

function graph(folder: SourceFolder): Layout {
	const index = new NoteIndex(folder, '', {
		keyOf: (name) => name.replace(/___|%2f/g, '/'),
		otherNames: ({ split, name }) => {
			const { title, alias } = propertiesOf(split);
			return [name.replace(/___|%2F/gi, '/'), ...(title === undefined ? [] : [title]), ...(alias === undefined ? [] : wordsOf(alias))];
		},
	});
	return {
		generator: 'Logseq',
		root: '',
		ownFiles: folder.files.filter((path) => path.startsWith('logseq/')),
		site: false,
		rewritings: [
			dropHtmlComments,
			dropProperties,
			linksAndEmbeds({ index, order: 'target-first', before: [dropHtmlComments, dropProperties], isHidden, missing: 'there is no page of that name' }),
			highlights,
			noteCommands,
		],
		describe: (path, split) => factsOf(path, split),
	};
}

const property = /^\s*([\w-]+)::[^\S\n]*(.*)$/;
/** What Logseq keeps for itself; no reader saw it. */
const ownProperties = new Set(['id', 'collapsed', 'heading', 'background-color', 'icon', 'filters', 'logseq.order-list-type', 'created-at', 'updated-at']);

/** The properties of a page: the lines of the form `name:: value` that it begins with. */
function propertiesOf({ body }: SplitSource): Record<string, string> {
	const found: Record<string, string> = {};
	for (const line of body.split(/\r?\n/, 40)) {
		const [, name, value = ''] = property.exec(line.replace(/^- (?=[\w-]+::)/, '')) ?? [];
		if (name === undefined) break;
		found[name.toLowerCase()] ??= value.trim();
	}
	return found;
}

function factsOf(path: string, split: SplitSource): TextFacts {
	const properties = propertiesOf(split);
	const { title, tags, alias, ...others } = properties;
	const shown = Object.fromEntries(Object.entries(others).filter(([name]) => !ownProperties.has(name)));
	const name = basename(path)
		.replace(/\.\w+$/, '')
		.replace(/___|%2F/gi, '/');
	return {
		fields: commonFields({ ...split.data, ...shown, ...(title && { title }), ...(tags && { tags: wordsOf(tags) }), ...(alias && { 'other names': wordsOf(alias) }) }),
		title: /^\d{4}_\d{2}_\d{2}$/.test(name) ? name.replace(/_/g, '-') : name,
		...(/^false$/i.test(properties.public ?? '') && { hidden: 'public:: false' }),
		...(/^true$/i.test(properties.private ?? '') && { hidden: 'private:: true' }),
	};
}

function wordsOf(value: string): string[] {
	return value
		.split(',')
		.map((word) => word.replace(/^[\s#]*(?:\[\[)?|(?:\]\])?\s*$/g, ''))
		.filter(Boolean);
}

/** Takes away what Logseq keeps for itself within a text, and the properties of the page, which are fields now. Others are words. */
const dropProperties: Rewriting = (lines, { became }) => {
	const inCode = codeLines(lines);
	let isTop = true;
	return lines.flatMap((line, index): Line[] => {
		const [, name] = (inCode[index] ? null : property.exec(isTop ? line.text.replace(/^- (?=[\w-]+::)/, '') : line.text)) ?? [];
		if (name === undefined) isTop = false;
		if (name !== undefined && (isTop || ownProperties.has(name.toLowerCase()))) {
			became('property');
			return [];
		}
		const text = inCode[index] ? line.text : outsideCode(line.text, (words) => words.replace(/#(\[\[[^[\]\n]+\]\])/g, '$1'));
		return [text === line.text ? line : { ...line, text }];
	});
};
