import { basename } from 'node:path/posix';
import { type Problem, problem, type Result, sortProblems } from '../errors.js';
import { nearest } from '../lib/nearest.js';
import { type RenderedText, type RenderOptions, renderText } from '../markdown/render.js';
import { stringsFor } from '../strings/index.js';
import { assignAddresses } from './addresses.js';
import { Assets } from './assets.js';
import type { BuildCache } from './build-cache.js';
import { contentFiles } from './content-files.js';
import { isEntryPath } from './entry-id.js';
import { gitOrigin } from './git-origin.js';
import type { Group, Handbook, HandbookEntry, Origin } from './handbook.js';
import { type Git, gitIn } from './history/ask-git.js';
import { noHistory } from './history/handbook-history.js';
import { historyOfEntries, noHistories, readHistory, type TextHistories } from './history/read-history.js';
import { vanishedEntries } from './history/vanished-entries.js';
import { readIndexFile } from './index-file.js';
import { keptParents } from './kept-parents.js';
import { KeptTexts, syntaxOf } from './kept-texts.js';
import { listContent } from './list-content.js';
import { findConflicts } from './merge/conflict-marks.js';
import type { DraftEntry } from './read-entry.js';
import { type DraftGroup, readGroup } from './read-group.js';
import { flattenContents, readingOrder } from './reading-order.js';
import { checkReferences } from './references.js';
import { type ContentIndex, targetResolver } from './resolve-targets.js';
import { readWithdrawn, withdrawnFile } from './withdrawn.js';

/** How a handbook is read. */
export interface ReadOptions {
	/** The site's base, beginning and ending with `/`. */
	base?: string;
	/** Where to keep what was read and rendered, and what git was asked. */
	cache?: BuildCache;
}

/**
 * Reads the handbook in a folder: `content/` below `root`, with every problem found, sorted.
 * The same folder gives the same value. Never throws for bad content.
 */
export function readHandbook(root: string, { base = '/', cache }: ReadOptions = {}): Result<Handbook> {
	const listed = listContent(root);
	const problems: Problem[] = [...listed.problems];
	const files = contentFiles(root);
	const git = gitIn(root);
	const { origin, isShallow } = gitOrigin(git);

	const readText = (path: string): string | undefined => {
		const text = files.text(path);
		if (text === undefined) problems.push(problem('file-encoding', { file: `content/${path}` }, 'This file is not stored as UTF-8.'));
		return text;
	};

	const { group, problems: groupProblems } = readGroup(listed.value.includes('group.md') ? readText('group.md') : undefined);
	if (listed.value.length > 0 || listed.problems.length === 0) problems.push(...groupProblems);

	const histories = textHistories(git, origin, { isShallow, names: group.fields.history === 'names', cache });
	if (isShallow) problems.push(problem('history-shallow', { file: 'content' }, 'This copy of the repository lacks its earlier commits, so no text says when it was changed.'));

	const texts = new KeptTexts(cache);
	const drafts = listed.value.filter(isEntryPath).flatMap((path) => {
		const text = readText(path);
		if (text === undefined) return [];
		const read = texts.read(path, text);
		problems.push(...read.problems);
		return read.entry && !read.entry.hidden ? [read.entry] : [];
	});

	const addresses = assignAddresses(drafts);
	problems.push(...addresses.problems);

	const ids = new Set(addresses.entries.map(({ id }) => id));
	const index: ContentIndex = {
		files: new Set(listed.value),
		idOfPath: new Map(addresses.entries.map(({ id, path }) => [path, id])),
		ids,
		aliases: addresses.aliases,
		assets: new Assets(files),
		base,
	};
	const entries = addresses.entries.flatMap((draft) => {
		problems.push(...checkReferences(draft, ids, addresses.aliases));
		return finishEntry(draft, group, index, texts, histories.byPath.get(draft.path)?.changes[0]?.day, problems);
	});
	texts.save();
	const byId = new Map(entries.map((entry) => [entry.id, entry]));
	checkHeadingLinks(byId, problems);
	addBacklinks(byId);

	const used = readIndexFile(root, group.fields.networks);
	problems.push(...used.problems);

	const history = historyOfEntries(histories, entries);
	const withdrawn = readWithdrawn(listed.value.includes(withdrawnFile) ? (readText(withdrawnFile) ?? '') : '', ids, addresses.aliases);
	problems.push(...withdrawn.problems);
	problems.push(...vanishedEntries(history, new Set([...ids, ...addresses.aliases.keys(), ...withdrawn.value.map(({ id }) => id)])));

	const order = readingOrder(entries, group);
	problems.push(...order.problems);

	return {
		value: {
			group: finishGroup(group, index, problems),
			entries: flattenContents(order.contents).flatMap((id) => byId.get(id) ?? []),
			contents: order.contents,
			assets: index.assets.list(),
			parents: keptParents(root, entries),
			index: used.index,
			redirects: [...addresses.aliases].map(([from, to]) => ({ from, to })),
			origin,
			history: group.fields.history === 'none' ? noHistory : history,
			tombstones: withdrawn.value,
			resolverAt: (path) => targetResolver(index, path),
		},
		problems: sortProblems(problems),
	};
}

/** A copy without its earlier commits has no history: a wrong date is worse than none. */
function textHistories(git: Git, { commit, pathInRepo }: Origin, { isShallow, names, cache }: { isShallow: boolean; names: boolean; cache: BuildCache | undefined }): TextHistories {
	return commit === undefined || isShallow ? noHistories : readHistory(git, { pathInRepo, head: commit, names, cache });
}

function finishGroup({ fields, lang, licence, source, body, bodyLine }: DraftGroup, index: ContentIndex, problems: Problem[]): Group {
	const options: RenderOptions = { title: fields.name, labels: stringsFor(lang).text, resolver: targetResolver(index, 'group.md'), trust: 'own' };
	let text: RenderedText;
	try {
		text = renderText(body, options);
	} catch (error) {
		problems.push(invalidText('content/group.md', bodyLine, error));
		text = renderText('', options);
	}
	problems.push(...textProblems(text, 'content/group.md', bodyLine));
	return { fields, lang, licence, source, text };
}

function finishEntry(draft: DraftEntry, group: DraftGroup, index: ContentIndex, texts: KeptTexts, changed: string | undefined, problems: Problem[]): HandbookEntry[] {
	const { kind, introduces, fields, id, path, source, body, bodyLine } = draft;
	const file = `content/${path}`;
	problems.push(...findConflicts(source).map((line) => problem('merge-undecided', { file, line }, 'Here an update or an import left something to decide.')));
	const lang = fields.lang ?? group.lang;
	let text: RenderedText;
	try {
		text = texts.render(draft, lang, targetResolver(index, path));
	} catch (error) {
		problems.push(invalidText(file, bodyLine, error));
		return [];
	}
	problems.push(...textProblems(text, file, bodyLine));
	const title = fields.title ?? text.openingHeading;
	if (title === undefined) problems.push(problem('title-missing', { file }, 'This entry has no title, so its file name is shown instead.'));
	const entry = {
		kind,
		introduces,
		fields,
		id,
		path,
		title: title ?? titleOfPath(path),
		lang,
		licence: fields.licence ?? group.licence,
		updated: fields.updated ?? changed,
		syntax: syntaxOf(path),
		source,
		body,
		text,
		backlinks: [],
	};
	// The kind chose the schema, so the fields are those of the kind; TypeScript cannot follow that.
	return [entry as unknown as HandbookEntry];
}

/** Only MDX with a mistake in its code cannot be rendered, and a text with thousands of things within each other. */
function invalidText(file: string, bodyLine: number, error: unknown): Problem {
	if (error instanceof RangeError)
		return problem('text-invalid', { file, line: bodyLine }, 'This text has quotations, lists or HTML elements too deep within each other to be read.', 'Take them apart.');
	const { reason, line = 1, column = 1 } = error as { reason?: string; line?: number; column?: number };
	return problem('text-invalid', { file, line: line + bodyLine - 1, column }, `The code in this text has a mistake: ${reason ?? String(error)}`);
}

function textProblems(text: RenderedText, file: string, bodyLine: number): Problem[] {
	return text.faults.map(({ code, message, hint, line, column }) => problem(code, { file, line: line + bodyLine - 1, column }, message, hint));
}

function titleOfPath(path: string): string {
	const words = basename(path)
		.replace(/\.mdx?$/i, '')
		.replace(/[-_]+/g, ' ')
		.trim();
	return words.charAt(0).toUpperCase() + words.slice(1);
}

function checkHeadingLinks(byId: ReadonlyMap<string, HandbookEntry>, problems: Problem[]): void {
	for (const entry of byId.values()) {
		for (const { id, fragment, line, column } of entry.text.entryLinks) {
			const target = byId.get(id);
			if (!fragment || fragment === 'top' || !target || target.syntax === 'mdx' || target.text.ids.has(fragment)) continue;
			const guess = nearest(fragment, [...target.text.ids]);
			const bodyLine = entry.source.slice(0, entry.source.length - entry.body.length).split('\n').length;
			problems.push(
				problem(
					'link-broken',
					{ file: `content/${entry.path}`, line: line + bodyLine - 1, column },
					`There is no heading “#${fragment}” in content/${target.path}.`,
					guess && `Did you mean “#${guess}”?`,
				),
			);
		}
	}
}

function addBacklinks(byId: ReadonlyMap<string, HandbookEntry>): void {
	for (const entry of byId.values()) {
		for (const id of new Set(entry.text.entryLinks.map((link) => link.id))) {
			if (id !== entry.id) byId.get(id)?.backlinks.push(entry.id);
		}
	}
}
