import { stringify } from 'yaml';
import type { Edit } from './edits.js';
import { applyEdits } from './edits.js';
import { appendedSections, type PreparedText, quotedFrontMatter } from './prepare-text.js';

/** A new file and where the text begins in it. */
export interface ComposedEntry {
	content: string;
	/** The text as the reader gets it. */
	body: string;
	/** Line of the new file on which the source's own text begins, from 1. */
	bodyLine: number;
}

/** Puts an entry together: its fields, then the text with nothing changed but the edits. */
export function composeEntry(prepared: PreparedText, lifted: Readonly<Record<string, unknown>>, edits: readonly Edit[]): ComposedEntry {
	const { title: _title, ...others } = prepared.fields.kept;
	const fields = { title: prepared.title, ...others, ...lifted };
	const windows = prepared.source.text.includes('\r\n');
	const ends = (text: string): string => (windows ? text.replace(/\r?\n/g, '\r\n') : text);

	const text = applyEdits(prepared.body, edits);
	const head = ends(`---\n${stringify(fields, { lineWidth: 0 })}---\n`);
	const gap = /^\r?\n/.test(text) ? '' : ends('\n');
	const above = ends(quotedFrontMatter(prepared));
	const below = ends(appendedSections(prepared));
	const separator = below === '' || text === '' || text.endsWith('\n') ? '' : ends('\n');
	return {
		content: head + gap + above + text + separator + below,
		body: gap + above + text + separator + below,
		bodyLine: (head + gap + above).split('\n').length,
	};
}
