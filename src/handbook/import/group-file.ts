import { isMap, parseDocument, stringify } from 'yaml';
import type { GroupFields } from '../../schema/group.js';
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

/** How each field of the source stands in a `group.md`. */
export function compareGroup(text: string, group: ImportedGroup): GroupField[] {
	const { data } = splitFrontMatter(text);
	return Object.entries(group).map(([field, value]) => ({
		field,
		value,
		state: data[field] === undefined || data[field] === null ? 'absent' : JSON.stringify(data[field]) === JSON.stringify(value) ? 'taken' : 'differs',
	}));
}
