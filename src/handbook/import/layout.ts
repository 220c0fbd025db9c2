/** One line of a table of contents. */
export interface ContentsItem {
	title: string;
	/** Path of the text below the layout's root; none for a heading, a planned chapter or a web address. */
	path?: string;
	/** What the line leads to when that is no file, such as a web address. */
	address?: string;
	/** Line of the table of contents, from 1. */
	line: number;
	items: ContentsItem[];
}

/** How a folder is laid out, in the terms of the program that it was written for. */
export interface Layout {
	/** Name of that program, for people. */
	generator: string;
	/** Folder that holds the texts, `''` for the folder itself. */
	root: string;
	title?: string;
	/** BCP 47. */
	language?: string;
	/** Web address of the repository. */
	repo?: string;
	/** The table of contents, with its path in the source folder. */
	contents?: { file: string; items: ContentsItem[] };
	/** Files below the root that belong to the program and are no texts. */
	ownFiles: readonly string[];
	/** True when the program brings in other files where a text says `{{#include path}}`. */
	includes: boolean;
	/** True when a link that climbs above the root ends at the root, as it does in a browser. */
	site: boolean;
}
