import { z } from 'zod';
import { groupSchema } from './group.js';
import { entrySchemas, kinds } from './kinds.js';
import { bundleLineSchema, printSchema, printVersion } from './print.js';

/** A JSON Schema (2020-12). */
export type JsonSchema = Record<string, unknown>;

/** Every JSON Schema that is shipped and published, by file name. */
export function jsonSchemas(): Record<string, JsonSchema> {
	return {
		'group.json': toJsonSchema(groupSchema, 'content/group.md: who the group is'),
		...Object.fromEntries(kinds.map((kind) => [`${kind}.json`, toJsonSchema(entrySchemas[kind], `Front matter of a ${kind}`)])),
		[`print-${printVersion}.json`]: toJsonSchema(printSchema, 'handbook.json: the print of a handbook'),
		[`bundle-${printVersion}.json`]: toJsonSchema(bundleLineSchema, 'handbook.ndjson: one line of the bundle of a handbook'),
	};
}

function toJsonSchema(schema: z.ZodType, title: string): JsonSchema {
	const converted = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
	return { title, ...converted };
}
