import type { z } from 'zod';
import { parseFields } from '../../schema/validate.js';

/** The longest value of a field, written as JSON. */
const longestValue = 2000;

/**
 * The fields of foreign data that a schema knows, without faulty ones that may be absent; or the name of a field that is faulty
 * or missing and may not be. Fields that the schema does not know are ignored, so that later versions can be read.
 */
export function soundFields<S extends z.ZodObject>(schema: S, data: unknown, longest = longestValue): { fields: z.output<S> } | { faulty: string } {
	const given = isRecord(data) ? data : {};
	const names = Object.keys(schema.shape);
	const known = Object.fromEntries(names.filter((name) => Object.hasOwn(given, name) && isShort(given[name], longest)).map((name) => [name, given[name]]));
	const { fields, faults } = parseFields(schema, known);
	const faulty = faults.map(({ path: [name] }) => String(name)).find((name) => schema.shape[name]?.safeParse(undefined).success === false);
	return faulty === undefined ? { fields } : { faulty };
}

/** Plain data with fields. */
export function isRecord(data: unknown): data is Record<string, unknown> {
	return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function isShort(value: unknown, longest: number): boolean {
	return (JSON.stringify(value) ?? '').length <= longest;
}
