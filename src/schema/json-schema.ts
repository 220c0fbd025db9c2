import { z } from 'zod';
import { groupSchema } from './group.js';
import { entrySchemas, kinds } from './kinds.js';
import { memberSchema } from './member.js';
import { moderationSchema } from './moderation.js';
import { networkSchema } from './network.js';
import { networkPrintSchema } from './network-print.js';
import { bundleLineSchema, printSchema, printVersion } from './print.js';
import { withdrawnSchema } from './tombstone.js';

/** A JSON Schema (2020-12). */
export type JsonSchema = Record<string, unknown>;

/** Every JSON Schema that is shipped and published, by file name. */
export function jsonSchemas(): Record<string, JsonSchema> {
	return {
		'group.json': toJsonSchema(groupSchema, 'content/group.md: who the group is'),
		...Object.fromEntries(kinds.map((kind) => [`${kind}.json`, toJsonSchema(entrySchemas[kind], `Front matter of a ${kind}`)])),
		'withdrawn.json': toJsonSchema(withdrawnSchema, 'content/withdrawn.yml: what a group has withdrawn, and why'),
		'network.json': toJsonSchema(networkSchema, 'content/network.md: what a network says of itself'),
		'member.json': toJsonSchema(memberSchema, 'content/members/<id>.yml: one member of a network'),
		'moderation.json': toJsonSchema(moderationSchema, 'content/moderation.yml: what a network hides, and why'),
		[`print-${printVersion}.json`]: toJsonSchema(printSchema, 'handbook.json: the print of a handbook'),
		[`network-print-${printVersion}.json`]: toJsonSchema(networkPrintSchema, 'network.json: the print of an index'),
		[`bundle-${printVersion}.json`]: toJsonSchema(bundleLineSchema, 'handbook.ndjson and network.ndjson: one line of a bundle'),
	};
}

function toJsonSchema(schema: z.ZodType, title: string): JsonSchema {
	const converted = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
	return { title, ...converted };
}
