import { type Place, type Problem, problem } from '../errors.js';
import { nearest } from '../lib/nearest.js';
import { isSlugPath } from '../lib/slug.js';
import type { DraftEntry } from './read-entry.js';

/** Ids in an entry's fields, each with its place. */
function referencesOf({ fields }: Pick<DraftEntry, 'fields'>): { path: PropertyKey[]; id: string }[] {
	const found: { path: PropertyKey[]; id: string }[] = [];
	const add = (path: PropertyKey[], id: string | undefined): void => {
		if (id !== undefined && isSlugPath(id)) found.push({ path, id });
	};
	add(['translationOf'], fields.translationOf);
	if ('parent' in fields) add(['parent'], fields.parent);
	if ('decisions' in fields)
		fields.decisions?.forEach((decision, index) => {
			add(['decisions', index, 'id'], decision.id);
		});
	for (const key of ['related', 'supersedes', 'overrides', 'resultsIn', 'about'] as const) {
		const ids: unknown = (fields as Record<string, unknown>)[key];
		if (Array.isArray(ids))
			ids.forEach((id: string, index) => {
				add([key, index], id);
			});
	}
	return found;
}

/** A problem for every id in the fields that no visible entry has. */
export function checkReferences(entry: DraftEntry, ids: ReadonlySet<string>, aliases: ReadonlyMap<string, string>): Problem[] {
	return referencesOf(entry).flatMap(({ id, path }) => referenceProblem(String(path[0]), id, () => ({ file: `content/${entry.path}`, ...entry.locate(path) }), ids, aliases));
}

/** A problem when a field names, by what looks like an id, no visible entry. */
export function referenceProblem(field: string, id: string | undefined, placeOf: () => Place, ids: ReadonlySet<string>, aliases: ReadonlyMap<string, string>): Problem[] {
	if (id === undefined || !isSlugPath(id) || ids.has(id) || aliases.has(id)) return [];
	const guess = nearest(id, [...ids]);
	return [problem('reference-unknown', placeOf(), `“${field}” names “${id}”, but there is no such entry.`, guess && `Did you mean ${guess}?`)];
}
