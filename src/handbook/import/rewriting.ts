import type { Line } from './lines.js';

/** What a rewriting may ask, and whom it tells. */
export interface RewritingContext {
	/** Path of the text below the layout's root. */
	path: string;
	/** Its front matter, as it stands in the source. */
	data: Readonly<Record<string, unknown>>;
	/** Every file below the layout's root. */
	files: ReadonlySet<string>;
	/** Another file below the layout's root, as text; undefined when there is none. */
	read(path: string): string | undefined;
	/** The title of the text that an address in this text leads to; undefined when it leads to none, or to one that is hidden. */
	titleAt(address: string): string | undefined;
	/** Counts a piece of notation that is Markdown now, by its name: `hint`. */
	became(notation: string): void;
	/** A sentence about what was left as it is, for the report. */
	note(line: Pick<Line, 'from'>, message: string): void;
}

/** Turns one notation of a program into Markdown, and leaves every other line as it is. Never loses a word that a reader saw. */
export type Rewriting = (lines: readonly Line[], context: RewritingContext) => readonly Line[];

/** A text after its rewritings. */
export interface Rewritten {
	lines: readonly Line[];
	/** How often each notation became Markdown. */
	became: Map<string, number>;
	notes: { from: number; message: string }[];
}

/** Runs the rewritings one after the other. */
export function rewrite(lines: readonly Line[], rewritings: readonly Rewriting[], asked: Pick<RewritingContext, 'path' | 'data' | 'files' | 'read' | 'titleAt'>): Rewritten {
	const became = new Map<string, number>();
	const notes: Rewritten['notes'] = [];
	const context: RewritingContext = {
		...asked,
		became: (notation) => became.set(notation, (became.get(notation) ?? 0) + 1),
		note: ({ from }, message) => notes.push({ from, message }),
	};
	return { lines: rewritings.reduce((current, rewriting) => rewriting(current, context), lines), became, notes };
}
