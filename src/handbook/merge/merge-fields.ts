import { isDeepStrictEqual } from 'node:util';

/** What a merge of front matter comes to. */
export interface FieldMerge {
	/** Fields that get another value; `undefined` takes the field out. */
	changes: { field: string; value: unknown }[];
	/** Fields that both sides changed, each in its own way. `undefined` is a field that is not there. */
	conflicts: { field: string; base: unknown; ours: unknown; theirs: unknown }[];
}

/** Values by the name of their field, as front matter has them. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * Merges fields, each as a whole. Of a list of plain values that both changed, what either took out is gone and what they put in is
 * added behind ours. A field without a value is one that is not there. Fields that are not named belong to the group alone.
 */
export function mergeFields(base: Fields, ours: Fields, theirs: Fields, fields: readonly string[]): FieldMerge {
	const merge: FieldMerge = { changes: [], conflicts: [] };
	for (const field of new Set(fields)) {
		const values = { base: fieldValue(base, field), ours: fieldValue(ours, field), theirs: fieldValue(theirs, field) };
		if (isDeepStrictEqual(values.theirs, values.base) || isDeepStrictEqual(values.theirs, values.ours)) continue;
		if (isDeepStrictEqual(values.ours, values.base)) {
			merge.changes.push({ field, value: values.theirs });
			continue;
		}
		const list = mergeLists(values.base, values.ours, values.theirs);
		if (!list) merge.conflicts.push({ field, ...values });
		else if (!isDeepStrictEqual(list, values.ours ?? [])) merge.changes.push({ field, value: list.length > 0 ? list : undefined });
	}
	return merge;
}

function fieldValue(fields: Fields, field: string): unknown {
	return Object.hasOwn(fields, field) ? (fields[field] ?? undefined) : undefined;
}

/** Merges lists as sets, in our order. `undefined` if one of them is no list of plain values. */
function mergeLists(base: unknown = [], ours: unknown = [], theirs: unknown = []): unknown[] | undefined {
	if (!isPlainList(base) || !isPlainList(ours) || !isPlainList(theirs)) return undefined;
	const kept = ours.filter((value) => theirs.includes(value) || !base.includes(value));
	const added = theirs.filter((value) => !base.includes(value) && !ours.includes(value));
	return [...kept, ...added];
}

function isPlainList(value: unknown): value is unknown[] {
	return Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null);
}
