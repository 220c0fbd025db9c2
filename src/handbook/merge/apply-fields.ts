import { fieldMark } from './conflict-marks.js';
import { noteField, setField, valueInLine } from './edit-field.js';
import type { FieldMerge } from './merge-fields.js';
import { joinSource, splitSource } from './source-parts.js';

/**
 * Writes merged fields into a clean source. All other lines stay as they are, comments and quotes included. Where an author has to
 * decide, our value stays, and a comment above it says what the other group has. A source whose front matter cannot be read comes
 * back as it is.
 */
export function applyFields(source: string, { changes, conflicts }: FieldMerge, theirsName: string): string {
	const parts = splitSource(source);
	if (!parts || changes.length + conflicts.length === 0) return source;
	let { facts } = parts;
	for (const { field, value } of changes) facts = setField(facts, field, value);
	for (const { field, theirs } of conflicts) {
		const has = theirs === undefined ? `no ${field}` : `${field}: ${valueInLine(theirs)}`;
		facts = noteField(facts, field, fieldMark(theirsName, has));
	}
	return joinSource({ ...parts, facts });
}
