import { isMap, parseDocument, stringify } from 'yaml';
import { cleanSource } from '../../markdown/front-matter.js';
import type { GroupFields } from '../../schema/group.js';
import { setField } from '../merge/edit-field.js';
import { joinSource, splitSource } from '../merge/source-parts.js';
import { splitFrontMatter } from './split-front-matter.js';

/** What an import knows of a group. */
export type ImportedGroup = Partial<Pick<GroupFields, 'name' | 'repo' | 'languages' | 'licence' | 'nav'>>;

/** How a field of the source stands in `group.md`. */
export interface GroupField {
	field: string;
	/** `taken`: it says what the source says. `differs`: the group says something else. `absent`: it could be added. */
	state: 'taken' | 'differs' | 'absent';
	value: unknown;
}

/** A new `group.md`. */
export function groupFile(group: ImportedGroup): string {
	return `---\n${stringify(group, { lineWidth: 0 })}---\n\n`;
}

/** An existing `group.md` with the fields that it lacks; what stands there stays. The same text when nothing is lacking or it cannot be read. */
export function completeGroupFile(existing: string, group: ImportedGroup): string {
	const { body, data, broken } = splitFrontMatter(existing);
	const lacking = Object.entries(group).filter(([field]) => data[field] === undefined || data[field] === null);
	if (broken || lacking.length === 0) return existing;
	const block = existing.slice(0, existing.length - body.length).replace(/^\uFEFF?---.*\r?\n|^---.*(?:\r?\n|$)/gm, '');
	const document = parseDocument(block.trim() === '' ? '{}' : block);
	if (!isMap(document.contents)) return existing;
	document.contents.flow = false;
	for (const [field, value] of lacking) document.set(field, value);
	return `---\n${document.toString({ lineWidth: 0 })}---\n${body}`;
}

/** A `group.md` with what the source has said since the last import, wherever the group has not said something else. `before` is what the source said then. */
export function updateGroupFile(existing: string, before: Readonly<Record<string, unknown>>, group: ImportedGroup): string {
	const clean = cleanSource(existing);
	const parts = splitSource(clean);
	if (!parts) return existing;
	const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
	const changed = Object.entries(group).filter(([field, value]) => !same(value, before[field]) && same(parts.data[field], before[field]));
	if (changed.length === 0) return existing;
	const facts = changed.reduce((lines, [field, value]) => setField(lines, field, value), parts.facts);
	const text = joinSource({ ...parts, facts });
	return existing.includes('\r\n') ? text.replace(/\n/g, '\r\n') : text;
}

/** How each field of the source stands in a `group.md`. */
export function compareGroup(text: string, group: ImportedGroup): GroupField[] {
	const { data } = splitFrontMatter(text);
	return Object.entries(group).map(([field, value]) => ({
		field,
		value,
		state: data[field] === undefined || data[field] === null ? 'absent' : JSON.stringify(data[field]) === JSON.stringify(value) ? 'taken' : 'differs',
	}));
}
