import type { DecodedText } from './decode-text.js';

/** What is imported, as a folder; nothing in it is ever changed. Paths have `/` and are relative to the folder. */
export interface SourceFolder {
	/** The folder's own name. */
	name: string;
	/** Every regular file, sorted, those in folders that begin with a dot included. */
	files: readonly string[];
	/** Folders that were not looked into, because other programs made them. */
	skippedFolders: readonly string[];
	/** Symbolic links that were not followed. */
	links: readonly string[];
	/** Files of an archive that were not taken out, and why, each a sentence. */
	refused?: readonly { path: string; why: string }[];
	/** What was no Markdown and is now, by the path of its file. Pictures that it held are files of the folder too. */
	converted?: ReadonlyMap<string, ConvertedText>;
	bytes(path: string): Uint8Array;
}

/** The Markdown of a file that was written in another form, such as a Word document. */
export interface ConvertedText extends DecodedText {
	/** A title that says more than its first heading. */
	title?: string;
	/** A path to name it by, where its own has numbers in it that say nothing. */
	place?: string;
	/** What a person should know, each a sentence. */
	notes?: readonly { line: number; message: string }[];
}

/** True for a path through a folder whose name begins with a dot, or of such a file: no text is taken from there. */
export function isDotPath(path: string): boolean {
	return path.split('/').some((part) => part.startsWith('.'));
}
