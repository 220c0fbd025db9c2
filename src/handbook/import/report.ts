import { isDeepStrictEqual } from 'node:util';
import type { ImportOutcome } from './again/import-outcome.js';
import { remedyFor } from './documents.js';
import type { GroupField } from './group-file.js';
import type { Findings, ImportPlan, KindCount, LinkFinding, PlannedFile } from './import-plan.js';

/**
 * What an import did and found, as data: `import-report.json`. The same source and handbook give the same report. Of a source that was
 * imported before, it speaks only of what has changed since. Fields are added in later versions, and none changes its meaning
 * without another `format`.
 */
export interface ImportReport {
	format: 1;
	source: { name: string; generator: string };
	/** True when this source was imported into this handbook before. */
	isAgain: boolean;
	/** True when there was nothing to write and there is nothing to say. */
	nothingChanged: boolean;
	/** What a person should look at first. */
	lookFirst: Pick<ImportOutcome, 'conflicts' | 'notWritten' | 'lost' | 'nowVisible' | 'deletedHere' | 'goneInSource'> &
		Pick<Findings, 'brokenLinks' | 'missingImages' | 'problems' | 'hidden' | 'unsure' | 'guesses' | 'noLicence' | 'noLanguage' | 'foundLinks' | 'splits'> & {
			/** Kinds that were guessed from names of folders. */
			guessedKinds: KindCount[];
			/** Texts of one language that have the same title, by their new files. */
			sameTitles: { title: string; files: string[] }[];
		};
	done: Pick<ImportOutcome, 'merged' | 'replaced' | 'added' | 'moved' | 'keptEdits'> &
		Pick<Findings, 'lifted' | 'renamed' | 'changedLinks' | 'undoneEscapes' | 'rewritten'> & {
			/** Every text of the source, at the place that the import gave it. */
			texts: { from: string; to: string; id: string; kind: string; title: string }[];
			files: PlannedFile[];
			kinds: KindCount[];
			/** How the source's facts about the group stand in `content/group.md`. */
			group: GroupField[];
		};
	/** What was left where it is, or left out. */
	left: Pick<Findings, 'unlisted' | 'contentsLeft' | 'droppedFields' | 'unusedFiles'> & {
		/** Texts that stay out because a person said so. */
		leftOut: string[];
		skippedFolders: string[];
		symbolicLinks: string[];
		/** Files that hold words and cannot be read, or could not be taken out of an archive: why, and what to do. */
		unread: { file: string; why: string }[];
	};
}

/** What only writing can tell. */
export interface WriteOutcome {
	outcome: ImportOutcome;
	group: GroupField[];
}

/** Makes the report of a plan that was written, or would be. */
export function makeReport({ source, generator, texts, files, kinds, leftOut, findings: all }: ImportPlan, { outcome, group }: WriteOutcome): ImportReport {
	const { isAgain, written, groupChanged, conflicts, notWritten, lost, nowVisible, deletedHere, goneInSource, merged, replaced, added, moved, keptEdits } = outcome;
	const findings = isAgain ? findingsOf(all, written) : all;
	const { brokenLinks, missingImages, problems, hidden, unsure, guesses, noLicence, noLanguage, foundLinks, splits } = findings;
	const { lifted, renamed, changedLinks, undoneEscapes, rewritten, unlisted, contentsLeft, droppedFields, unusedFiles } = findings;
	const news = [conflicts, notWritten, lost, nowVisible, deletedHere, goneInSource, merged, replaced, added, moved];
	const refused = new Set(source.refused?.map(({ path }) => path));
	const unread = unusedFiles.flatMap((file) => {
		const why = remedyFor(file);
		return why === undefined ? [] : [{ file, why }];
	});
	return {
		format: 1,
		source: { name: source.name, generator },
		isAgain,
		nothingChanged: isAgain && !groupChanged && news.every((list) => list.length === 0),
		lookFirst: {
			conflicts,
			notWritten,
			lost,
			nowVisible,
			problems,
			hidden,
			brokenLinks,
			missingImages,
			splits,
			guessedKinds: kinds.filter(({ by, folder }) => by === 'name' && (!isAgain || added.some(({ from }) => `/${from}`.includes(`/${folder}/`)))),
			guesses,
			...(noLicence !== undefined && { noLicence }),
			...(noLanguage !== undefined && { noLanguage }),
			unsure,
			sameTitles: isAgain ? [] : sameTitles(texts),
			foundLinks,
			deletedHere,
			goneInSource,
		},
		done: {
			texts: texts.map(({ from, to, id, kind, title }) => ({ from, to, id, kind, title })),
			files: files.map(({ from, to }) => ({ from, to })),
			kinds,
			group,
			merged,
			replaced,
			added,
			moved,
			keptEdits,
			lifted,
			renamed,
			changedLinks,
			undoneEscapes,
			rewritten,
		},
		left: {
			unlisted,
			contentsLeft,
			droppedFields,
			unusedFiles: unusedFiles.filter((file) => remedyFor(file) === undefined && !refused.has(file)),
			leftOut,
			skippedFolders: [...source.skippedFolders],
			symbolicLinks: [...source.links],
			unread: isAgain ? [] : [...unread, ...(source.refused ?? []).map(({ path, why }) => ({ file: path, why }))],
		},
	};
}

/** What was noticed in the texts that were written. What concerns the whole source was said at its first import, and so were facts that a text had then. */
function findingsOf(all: Findings, written: ImportOutcome['written']): Findings {
	const byFrom = new Map(written.map((text) => [text.from, text]));
	const here = <Item extends { from: string }>(items: readonly Item[]): Item[] => items.filter(({ from }) => byFrom.has(from));
	const linksHere = (links: readonly LinkFinding[]): LinkFinding[] =>
		here(links).map((link) => {
			const { file = link.file, text = '' } = byFrom.get(link.from) ?? {};
			const lines = text.split(/\r?\n/);
			// In a merged text it may stand elsewhere than in the text that was merged into it.
			const hasMoved = link.target !== '' && !lines[link.fileLine - 1]?.includes(link.target);
			const line = hasMoved ? lines.findIndex((words) => words.includes(link.target)) + 1 : link.fileLine;
			return { ...link, file, fileLine: line === 0 ? link.fileLine : line };
		});
	const isNews = ({ from, field, value }: Findings['lifted'][number]): boolean => {
		const before = byFrom.get(from)?.factsBefore[field];
		return ![before, ...(Array.isArray(before) ? before : [])].some((known) => isDeepStrictEqual(known, value));
	};
	const { noLicence: _licence, noLanguage: _language, ...others } = all;
	return {
		...others,
		brokenLinks: linksHere(all.brokenLinks),
		missingImages: linksHere(all.missingImages),
		foundLinks: linksHere(all.foundLinks),
		problems: here(all.problems),
		hidden: here(all.hidden),
		lifted: here(all.lifted).filter(isNews),
		unsure: here(all.unsure),
		droppedFields: here(all.droppedFields),
		renamed: here(all.renamed),
		unlisted: here(all.unlisted),
		guesses: [],
		contentsLeft: [],
		unusedFiles: [],
		splits: here(all.splits),
	};
}

function sameTitles(texts: ImportPlan['texts']): { title: string; files: string[] }[] {
	const families = Map.groupBy(texts, ({ title, language }) => `${language ?? ''}\0${title.normalize('NFC').toLowerCase()}`);
	return [...families.values()].filter((family) => family.length > 1).map((family) => ({ title: family[0]?.title ?? '', files: family.map(({ to }) => `content/${to}`) }));
}
