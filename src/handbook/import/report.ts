import type { GroupField } from './group-file.js';
import type { Findings, ImportPlan, KindCount, PlannedFile } from './import-plan.js';

/** What an import did and found, as data. The same source and handbook give the same report. */
export interface ImportReport {
	source: { name: string; generator: string };
	/** What a person should look at first. */
	lookFirst: Pick<Findings, 'brokenLinks' | 'missingImages' | 'problems' | 'hidden' | 'unsure' | 'guesses' | 'noLicence' | 'foundLinks' | 'splits'> & {
		/** Files that were not written, because something else is in their place. */
		notWritten: { file: string; why: string }[];
		/** Kinds that were guessed from names of folders. */
		guessedKinds: KindCount[];
	};
	done: Pick<Findings, 'lifted' | 'renamed' | 'changedLinks' | 'undoneEscapes' | 'rewritten'> & {
		texts: { from: string; to: string; id: string; kind: string; title: string }[];
		files: PlannedFile[];
		kinds: KindCount[];
		/** How the source's facts about the group stand in `content/group.md`. */
		group: GroupField[];
	};
	/** What was left where it is, or left out. */
	left: Pick<Findings, 'unlisted' | 'contentsLeft' | 'droppedFields' | 'unusedFiles'> & { skippedFolders: string[]; symbolicLinks: string[] };
}

/** What only writing can tell. */
export interface WriteOutcome {
	notWritten: { file: string; why: string }[];
	group: GroupField[];
}

/** Makes the report of a plan that was written, or would be. */
export function makeReport({ source, generator, texts, files, kinds, findings }: ImportPlan, { notWritten, group }: WriteOutcome): ImportReport {
	const {
		brokenLinks,
		missingImages,
		problems,
		hidden,
		splits,
		unsure,
		guesses,
		noLicence,
		foundLinks,
		lifted,
		renamed,
		changedLinks,
		undoneEscapes,
		rewritten,
		unlisted,
		contentsLeft,
		droppedFields,
		unusedFiles,
	} = findings;
	return {
		source: { name: source.name, generator },
		lookFirst: {
			notWritten,
			problems,
			hidden,
			brokenLinks,
			missingImages,
			foundLinks,
			splits,
			guessedKinds: kinds.filter(({ by }) => by === 'name'),
			guesses,
			...(noLicence && { noLicence }),
			unsure,
		},
		done: { texts: texts.map(({ content: _content, ...text }) => text), files: files.map(({ from, to }) => ({ from, to })), kinds, group, lifted, renamed, changedLinks, undoneEscapes, rewritten },
		left: { unlisted, contentsLeft, droppedFields, unusedFiles, skippedFolders: [...source.skippedFolders], symbolicLinks: [...source.links] },
	};
}
