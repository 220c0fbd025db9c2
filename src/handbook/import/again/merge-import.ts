import { cleanSource, readFrontMatter } from '../../../markdown/front-matter.js';
import { findConflicts } from '../../merge/conflict-marks.js';
import { mergeSources } from '../../merge/merge-sources.js';
import { readEntry } from '../../read-entry.js';

/** Three versions of a text: as it was imported, as it is in the handbook, and as it is in the source now. */
export interface ImportSides {
	/** Path of the text below `content/`. */
	path: string;
	/** Undefined when it is not kept. */
	base: string | undefined;
	ours: string;
	theirs: string;
	/** Name of the group and of the source, for the marks. */
	oursName: string;
	theirsName: string;
}

/** What becomes of a text: it stays, it becomes another, or nobody can say what it should be. */
export type TextMerge =
	| { what: 'same' }
	| { what: 'kept' }
	| { what: 'replaced'; text: string }
	| { what: 'merged'; text: string }
	| { what: 'conflict'; text: string; lines: number[] }
	| { what: 'stopped'; why: string };

/** Merges what the source has changed into a text, and leaves all that an author has changed. */
export function mergeImport({ path, base, ours, theirs, oursName, theirsName }: ImportSides): TextMerge {
	const clean = { base: base === undefined ? undefined : cleanSource(base), ours: cleanSource(ours), theirs: cleanSource(theirs) };
	if (clean.ours === clean.theirs) return { what: 'same' };
	if (clean.theirs === clean.base) return { what: 'kept' };
	if (clean.ours === clean.base) return { what: 'replaced', text: theirs };
	const [pending] = findConflicts(clean.ours);
	if (pending !== undefined) return { what: 'stopped', why: `it has places that are still to be decided, the first in line ${pending}. Finish these and import again` };
	if (clean.base === undefined) return { what: 'stopped', why: 'it differs from the source, and nobody can say who changed it, because the text as it was imported is not kept' };
	if (path.endsWith('.mdx')) return { what: 'stopped', why: 'you and the source have both changed it, and it may hold code, which is never merged. Take over by hand what you want' };

	const fields = [clean.base, clean.theirs].flatMap((source) => Object.keys(readFrontMatter(source).data));
	const merged = mergeSources({ base: clean.base, ours: clean.ours, theirs: clean.theirs, oursName, theirsName }, fields);
	if (merged.unreadable !== undefined) return { what: 'stopped', why: 'the facts at its top cannot be read. Mend them and import again' };
	if (!readEntry(path, merged.source).entry) return { what: 'stopped', why: 'its facts could not be read after a merge. Take over by hand what you want' };
	const lines = findConflicts(merged.source);
	const text = ours.includes('\r\n') ? merged.source.replace(/\n/g, '\r\n') : merged.source;
	return lines.length > 0 ? { what: 'conflict', text, lines } : { what: 'merged', text };
}
