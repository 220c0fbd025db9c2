import { basename } from 'node:path/posix';
import type { Root } from 'mdast';
import type { Kind } from '../../schema/kinds.js';
import { introducedKind } from '../entry-id.js';
import type { SourceText } from './choose-texts.js';
import { commonFields } from './common-terms.js';
import type { Destination, Destinations } from './destinations.js';
import { headingTitle, nameTitle } from './entry-title.js';
import { placeholderOf } from './facts/placeholder.js';
import type { KindChoice } from './folder-kinds.js';
import type { Layout, TextFacts } from './layout.js';
import { linesOf, textOfLines } from './lines.js';
import { looseHeadings } from './loose-headings.js';
import { parseMarkdown } from './parse-markdown.js';
import { type Rewritten, rewrite } from './rewriting.js';
import { isProse, type SortedFields, sortFields } from './sort-fields.js';
import { type SplitSource, splitFrontMatter } from './split-front-matter.js';

/** A text of the source, taken apart, with a place of its own. */
export interface PreparedText {
	/** Path in the source folder. */
	from: string;
	source: SourceText;
	split: SplitSource;
	destination: Destination;
	choice: KindChoice;
	id: string;
	/** The kind whose fields it has: the introduction of a kind's list is a page. */
	kind: Kind;
	fields: SortedFields;
	title: string;
	/** Why nothing is in it yet, which hides it; absent when there is something. */
	placeholder?: string;
	/** What the program that it was written for knows of it. */
	facts: TextFacts;
	/** The text in plain Markdown, before links change. */
	body: string;
	rewritten: Rewritten;
	tree: Root;
	/** The page that it was a section of, below the layout's root. */
	partOf?: string;
	/** The sections that it introduces, each a text of its own now. */
	sections?: readonly { path: string; title: string }[];
}

/** What texts are prepared with. */
export interface Preparation {
	layout: Layout;
	destinations: Destinations;
	/** Every file below the layout's root. */
	files: ReadonlySet<string>;
	/** Another file below the layout's root, as text. */
	read(path: string): string | undefined;
	/** The title of the text that an address leads to, seen from the text at a path. */
	titleAt(address: string, from: string): string | undefined;
	/** The place that an earlier import gave a text, by its path in the source folder. */
	placeBefore?(from: string): { to: string; id: string } | undefined;
}

/** Takes a text apart, turns it into plain Markdown and gives it its place. */
export function prepareText(source: SourceText, { layout, destinations, files, read, titleAt, placeBefore }: Preparation): PreparedText {
	const from = layout.root === '' ? source.path : `${layout.root}/${source.path}`;
	const split = splitFrontMatter(source.text);
	const facts = factsOf(source, split, layout);
	const { id: named } = facts.fields ?? split.data;
	const ownId = typeof named === 'string' && /^[a-z0-9]+(?:[-/][a-z0-9]+)*$/.test(named) ? named : undefined;
	const { kind: choice, id, keepsId, ...destination } = destinations.text(source.path, { ownId, place: facts.place, kept: placeBefore?.(from) });
	const kind = introducedKind(destination.path) ? 'page' : choice.kind;
	const fields = sortFields(split, kind, facts);
	if (fields.kept.id !== undefined && !keepsId) {
		fields.dropped.push({ key: 'id', value: fields.kept.id });
		delete fields.kept.id;
	}
	const rewritten = rewrite(linesOf(split.body), [...(layout.rewritings ?? []), looseHeadings], {
		path: source.path,
		data: split.data,
		files,
		read,
		titleAt: (address) => titleAt(address, source.path),
	});
	const body = textOfLines(rewritten.lines, split.body);
	const tree = parseMarkdown(body);
	const placeholder = placeholderOf(tree, { hasFacts: Object.keys(split.data).length > 0 || split.broken !== undefined, opensFolder: /^_?(?:readme|index)\./i.test(basename(source.path)) });
	if (placeholder !== undefined && fields.hiddenBy === undefined) {
		fields.kept.draft = true;
		fields.hiddenBy = placeholder;
	}
	return {
		from,
		source,
		split,
		destination,
		choice,
		id,
		kind,
		fields,
		title: titleOf(fields, tree, source, facts),
		...(placeholder !== undefined && fields.hiddenBy === placeholder && { placeholder }),
		facts,
		body,
		rewritten,
		tree,
	};
}

/** What the program that a text was written for knows of it. */
export function factsOf({ path, place }: Pick<SourceText, 'path' | 'place'>, split: SplitSource, layout: Layout): TextFacts {
	const described = layout.describe?.(path, split) ?? { fields: commonFields(split.data) };
	return place === undefined ? described : { place, ...described };
}

/** The title of a text: its own, that of its first heading, that of the table of contents, or its name. */
export function titleOf({ kept }: SortedFields, tree: Root, { label, path, extension, title }: SourceText, facts: TextFacts): string {
	const own = typeof kept.title === 'string' ? kept.title.trim() : '';
	return own || title || headingTitle(tree) || label || facts.title || nameTitle(facts.place ?? path, extension);
}

/** Line of the source that a line of the prepared text comes from; both from 1. */
export function sourceLine({ split, rewritten }: PreparedText, line: number): number {
	return split.bodyLine + (rewritten.lines[line - 1]?.from ?? 1) - 1;
}

/** What stands above the text in the new file besides its fields: front matter that could not be read. */
export function quotedFrontMatter({ split: { broken } }: PreparedText): string {
	if (!broken) return '';
	const ticks = '`'.repeat(Math.max(3, ...[...broken.block.matchAll(/`+/g)].map(([run]) => run.length + 1)));
	return `${ticks}${broken.language}\n${broken.block.replace(/\r?\n?$/, '\n')}${ticks}\n\n`;
}

/** What is added below the text: fields that have no place and are too long to lose. */
export function appendedSections({ fields: { dropped } }: PreparedText): string {
	return dropped
		.filter(({ value }) => isProse(value))
		.map(({ key, value }) => `\n## ${key.charAt(0).toUpperCase()}${key.slice(1).replace(/[-_]+/g, ' ')}\n\n${String(value).trim()}\n`)
		.join('');
}
