import type { Rewriting } from './rewriting.js';
import type { SplitSource } from './split-front-matter.js';

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
	/** What the language was guessed from, where the program does not say it. */
	languageFrom?: string;
	/** Web address of the repository, and the file that names it. */
	repo?: { address: string; file: string };
	/** Web address of the published site, ending with `/`: links to it are links within the handbook. */
	home?: string;
	/** The table of contents; the path in the source folder where a file holds it. */
	contents?: { file?: string; items: ContentsItem[] };
	/** Files below the root that belong to the program and are no texts. */
	ownFiles: readonly string[];
	/** Files below the root that are texts, although their names do not say so. */
	alsoTexts?: readonly string[];
	/** True when web pages, plain texts and Word documents are texts of the handbook too: nothing says what else they would be for. */
	documents?: boolean;
	/** Files below the root that hold words and cannot become texts, each with a sentence that says why. */
	leftOut?: readonly { path: string; why: string }[];
	/** True when a link that climbs above the root ends at the root, as it does in a browser. */
	site: boolean;
	/** What turns the program's own notation into Markdown, in this order. */
	rewritings?: readonly Rewriting[];
	/** What the program knows of a text, by its path below the root and its front matter. */
	describe?(path: string, source: SplitSource): TextFacts;
	/** The file that a link of the text at `from` led to, where the program finds it in a way of its own. Asked before anything else; percent signs are undone. */
	targetOf?(path: string, from: string): string | undefined;
	/** The id that the program gave to a heading of these words, where that is another than GitHub's: links that name it are changed. */
	headingId?(words: string): string;
	/** A path to name an image or another file by, where its folders have numbers or dates in their names. */
	placeOfFile?(path: string): string;
	/** Where a file that is no text was published, below the site's address, where that is not its own path: `static/map.png` at `map.png`. */
	addressOfFile?(path: string): string | undefined;
	/** What a person should know of the whole source, each with its file in the source folder. */
	notes?: readonly { from: string; line: number; message: string }[];
}

/** What a program knows of one of its texts besides its words. */
export interface TextFacts {
	/** The front matter in the terms of this format, where the program has terms of its own. What has no place here stays under its own name, for the report. A field that is left out hides nothing. */
	fields?: Record<string, unknown>;
	/** Where the program published the text and where it led from, below the site's address, percent signs undone: `guides/x.html`, `2020/05/x/`. The first is its own. */
	addresses?: readonly string[];
	/** BCP 47, where the path or the program says so. */
	language?: string;
	/** Texts with the same key are translations of each other. */
	twins?: string;
	/** Why the program showed it to nobody, in the words of the source, such as `published: false`. `false`: it was shown for certain, whatever its fields look like. */
	hidden?: string | false;
	/** A path to name it and its folders by, where its own has numbers, dates or languages in it. */
	place?: string;
	/** A title for a text that has none of its own. */
	title?: string;
	/** What a person should know, each a sentence. */
	notes?: readonly string[];
}
