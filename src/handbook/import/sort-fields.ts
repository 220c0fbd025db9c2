import { entrySchemas, type Kind } from '../../schema/kinds.js';
import { parseFields } from '../../schema/validate.js';
import { hidingField, hidingLine } from './hidden-in-source.js';
import type { TextFacts } from './layout.js';
import type { SplitSource } from './split-front-matter.js';

/** The front matter of a source, sorted into what an entry may have and what it may not. */
export interface SortedFields {
	/** Fields as they were written, fit for the kind. */
	kept: Record<string, unknown>;
	/** Fields that have no place, for the report. */
	dropped: { key: string; value: unknown }[];
	/** What keeps the text hidden, in the words of the source. */
	hiddenBy?: string;
}

const hidingKeys = ['draft', 'private', 'published'];

/** Keeps every field that the kind knows and whose value fits. A text that was hidden, or may have been, stays hidden. */
export function sortFields({ data: written, broken, unclosed }: SplitSource, kind: Kind, facts: TextFacts = {}): SortedFields {
	const hiddenBy = facts.hidden === false ? undefined : (facts.hidden ?? (broken || unclosed !== undefined ? hidingLine(broken?.block ?? unclosed ?? '') : hidingField(facts.fields ?? written)));
	const data: Record<string, unknown> = { ...(facts.language !== undefined && { lang: facts.language }), ...(facts.fields ?? written) };
	const { faults } = parseFields(entrySchemas[kind], data);
	const faulty = new Set(faults.map(({ path: [key] }) => key));
	const present = Object.entries(data).filter(([, value]) => value !== null);
	const kept = Object.fromEntries(present.filter(([key]) => !faulty.has(key)));
	const hides = kept.draft === true || kept.private === true || kept.published === false;
	if (hiddenBy !== undefined && !hides) kept.draft = true;
	return {
		kept,
		dropped: present.filter(([key]) => faulty.has(key) && !(hiddenBy !== undefined && hidingKeys.includes(key))).map(([key, value]) => ({ key, value })),
		...(hiddenBy !== undefined && { hiddenBy }),
	};
}

/** True for a value that is a text of its own, which would be lost with its field. */
export function isProse(value: unknown): value is string {
	return typeof value === 'string' && value.length > 80 && value.trim().split(/\s+/).length > 8;
}
