import type { Kind } from '../../schema/kinds.js';
import type { ImportChoices } from './again/import-memory.js';
import type { ImportedGroup } from './group-file.js';
import type { SourceFolder } from './source-folder.js';

/** What an import would do, and everything that a person should know of it. Nothing is written yet. */
export interface ImportPlan {
	/** The folder that is imported; files are copied from it. */
	source: SourceFolder;
	/** The program that the folder was written for, for people. */
	generator: string;
	/** In the order of the source. */
	texts: PlannedText[];
	files: PlannedFile[];
	kinds: KindCount[];
	group: ImportedGroup;
	/** What a person said, now and at earlier imports of this source. */
	choices: ImportChoices;
	/** Paths of texts that stay out because a person said so. */
	leftOut: string[];
	findings: Findings;
}

/** A text and where it goes. */
export interface PlannedText {
	/** Path in the source folder. */
	from: string;
	/** Path below `content/`. */
	to: string;
	id: string;
	kind: Kind;
	title: string;
	/** BCP 47, where the text or its program says so. */
	language?: string | undefined;
	/** SHA-256 of the text in the source. */
	sha256: string;
	/** Where it was published before, as its aliases say. */
	aliases: string[];
	/** The whole new file. */
	content: string;
}

/** A file that is copied as it is. */
export interface PlannedFile {
	/** Path in the source folder. */
	from: string;
	/** Path below `content/`. */
	to: string;
}

/** How many texts of a folder become entries of a kind. */
export interface KindCount {
	/** Folder of the source, `''` for texts that lie in none. */
	folder: string;
	kind: Kind;
	/** Those that introduce the list of their kind aside. */
	texts: number;
	introductions: number;
	/** `name`: guessed from the folder's name. `person`: as told. `none`: nothing said so. */
	by: 'name' | 'person' | 'none';
}

/** A place in the source. */
export interface SourcePlace {
	from: string;
	line: number;
}

/** A link or image, where it stands now and where it stood. */
export interface LinkFinding extends SourcePlace {
	/** The new file, from the handbook's root. */
	file: string;
	/** Line in the new file. */
	fileLine: number;
	/** The address as it stands in the new file. */
	target: string;
	why: string;
}

/** What was noticed, in the order of the texts. */
export interface Findings {
	brokenLinks: LinkFinding[];
	/** Those that are not there or cannot be read. */
	missingImages: LinkFinding[];
	/** Links that led nowhere in the source and lead somewhere now, untouched. */
	foundLinks: LinkFinding[];
	/** What a person should look at, each a sentence. */
	problems: (SourcePlace & { message: string })[];
	/** Texts that stay hidden, and what says so in the source. */
	hidden: { from: string; to: string; field: string; isPlaceholder?: boolean }[];
	/** Pages that look as if they held several agreements, with how many sections. */
	splits: { from: string; title: string; sections: number }[];
	/** Facts that were taken from the text into a field. */
	lifted: (SourcePlace & { to: string; field: string; value: unknown; words: string })[];
	unsure: (SourcePlace & { to: string; question: string; words: string })[];
	/** Fields that have no place in this format. */
	droppedFields: { from: string; field: string; value: unknown; keptAsText: boolean }[];
	/** Texts and files that had to take another name than their own. */
	renamed: { from: string; to: string; wanted: string }[];
	/** Guesses about the group. */
	guesses: { field: string; value: string; source: string }[];
	/** Why the group has no licence; absent when it has one. */
	noLicence?: string;
	/** Why the group has no language; absent when it has one. */
	noLanguage?: string;
	/** Texts that the table of contents does not name. Translations of others stand beside those. */
	unlisted: { from: string; to: string }[];
	/** Lines of the table of contents that could not be kept. */
	contentsLeft: (SourcePlace & { title: string; why: string })[];
	unusedFiles: string[];
	changedLinks: number;
	undoneEscapes: number;
	/** How often each notation of the program became Markdown, by its name. */
	rewritten: Record<string, number>;
}
