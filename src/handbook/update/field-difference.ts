import { isDeepStrictEqual } from 'node:util';
import { fieldRules } from '../adopt/field-rules.js';

/** A fact that was changed; `undefined` is a fact that is not there. */
export interface FieldChange {
	field: string;
	before: unknown;
	now: unknown;
}

/** The facts that a copy has from its parent: those that an update may change. */
export const parentFields: readonly string[] = ['title', ...Object.entries(fieldRules).flatMap(([field, rule]) => (rule === 'kept' ? [field] : [])), 'delegator', 'licence'];

/** How the facts of two versions differ, as far as copies have them. */
export function fieldDifference(before: Readonly<Record<string, unknown>>, now: Readonly<Record<string, unknown>>): FieldChange[] {
	const changes = parentFields.map((field) => ({ field, before: before[field], now: now[field] }));
	return changes.filter((change) => !isDeepStrictEqual(change.before, change.now));
}
